import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnsOf, scoreChunks, scoreColumns } from "../../src/batch/index.ts";
import { parseModel } from "../../src/model/parse-model.ts";
import type { PreviousRating } from "../../src/schema/options.ts";
import { scoringCase } from "../support/arbitraries/scoring-case.ts";
import { runs } from "../support/runs.ts";
import { previousColumns, rowAt, sane } from "./flat-row-at.ts";

describe("a portfolio in parts", () => {
  it("scores as it does whole, wherever it is cut: scoreChunks(m, cut(c)) = scoreColumns(m, c)", async () => {
    let parts = 0;
    await fc.assert(
      fc.asyncProperty(
        scoringCase(),
        fc.array(fc.nat({ max: 5 }), { maxLength: 4 }),
        async ({ document, rows }, cuts) => {
          const model = parseModel(document);
          const asOf = rows[0]?.options.asOf ?? null;
          const accounts = rows.map(({ account }) => account);
          const previous = rows.map(({ options }) => sane(options.previous as PreviousRating | null | undefined));
          const part = (from: number, to: number) => ({
            columns: columnsOf(model, accounts.slice(from, to)),
            previous: previousColumns(previous.slice(from, to)),
          });
          const bounds = [0, ...cuts.map((cut) => Math.min(cut, rows.length)), rows.length].sort((a, b) => a - b);
          const chunks = bounds.slice(1).map((to, i) => part(bounds[i] as number, to));
          const whole = part(0, rows.length);
          let expected: ReturnType<typeof scoreColumns>;
          try {
            expected = scoreColumns(model, whole.columns, { asOf, previous: whole.previous });
          } catch (error) {
            expect(() => scoreChunks(model, chunks, { asOf })).toThrow(String((error as Error).message));
            return;
          }
          const answers: unknown[] = [];
          const issues: unknown[] = [];
          for await (const scored of scoreChunks(model, chunks, { asOf })) {
            parts += 1;
            expect(scored.firstRow).toBe(answers.length);
            for (let row = 0; row < scored.rows; row++) answers.push(rowAt(model, scored, row));
            issues.push(...scored.issues.map((issue) => ({ ...issue, row: scored.firstRow + issue.row })));
          }
          expect(answers).toEqual(accounts.map((_, row) => rowAt(model, expected, row)));
          expect(issues).toEqual(expected.issues);
        },
      ),
      { numRuns: runs(200) },
    );
    expect(parts).toBeGreaterThan(runs(200) * 1.5);
  });
});
