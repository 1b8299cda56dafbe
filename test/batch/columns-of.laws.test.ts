import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnsOf, type ScoredColumns, scoreColumns } from "../../src/batch/index.ts";
import { parseModel } from "../../src/model/parse-model.ts";
import type { PreviousRating } from "../../src/schema/options.ts";
import { flatRow } from "../../src/score/flat-row.ts";
import { safeScore } from "../../src/score/score.ts";
import { scoringCase } from "../support/arbitraries/scoring-case.ts";
import { runs } from "../support/runs.ts";
import { previousColumns, rowAt, sane } from "./flat-row-at.ts";

/** What records should not hold, of every kind that JavaScript has, and some that look as if they should. */
const HOSTILE: readonly unknown[] = [
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -0,
  5e-324,
  1.7976931348623157e308,
  "0.1000000000000000055511151231257827",
  "1.0049999999999999999999999999999999",
  "9".repeat(34),
  "1e-30",
  "-0.0",
  "1e5",
  "１",
  "",
  " ",
  "true",
  "2026-02-30",
  "2024-02-29",
  "x".repeat(201),
  "__proto__",
  true,
  0,
  1,
  { valueOf: () => 5 },
  Object(5),
  Object("2026-01-01"),
  [],
  ["5"],
  Symbol.iterator,
  () => 5,
  10n,
];

const NO_RECORDS: readonly unknown[] = [null, undefined, 5, "record", [], [{}], () => ({})];

/** Records of a case as they are, with some values, or whole records, in which nothing is as it should be. */
const hostileCase = () =>
  fc
    .record({
      given: scoringCase(),
      spoilt: fc.array(
        fc.record({
          row: fc.nat(),
          field: fc.nat(),
          value: fc.constantFrom(...HOSTILE),
          noRecord: fc.nat({ max: 40 }),
        }),
        { maxLength: 3 },
      ),
    })
    .map(({ given: { document, rows }, spoilt }) => {
      const ids = Object.keys(document.fields);
      const records: unknown[] = rows.map(({ account }) => ({ ...account }));
      for (const { row, field, value, noRecord } of spoilt) {
        const at = row % records.length;
        const record = records[at] as Record<string, unknown>;
        if (noRecord < NO_RECORDS.length) records[at] = NO_RECORDS[noRecord];
        else if (typeof record === "object" && record !== null) record[ids[field % ids.length] as string] = value;
      }
      return { document, rows, records };
    });

describe("columns of records", () => {
  it("score as the records do, one by one: scoreColumns(m, columnsOf(m, r)) = safeScore(m, r)", () => {
    const hits = { scored: 0, rejected: 0, noRecord: 0 };
    fc.assert(
      fc.property(hostileCase(), ({ document, rows, records }) => {
        const model = parseModel(document);
        const asOf = rows[0]?.options.asOf ?? null;
        const previous = rows.map(({ options }) => sane(options.previous as PreviousRating | null | undefined));
        const columns = columnsOf(model, records);
        let scored: ScoredColumns;
        try {
          scored = scoreColumns(model, columns, { asOf, previous: previousColumns(previous) });
        } catch {
          // The day of the case is none, or it is missing: that is wrong for every record.
          for (const record of records) expect(safeScore(model, record, { asOf }).ok).toBe(false);
          return;
        }
        expect(scored.rows).toBe(records.length);
        records.forEach((record, row) => {
          const outcome = safeScore(model, record, { asOf, previous: previous[row] ?? null });
          const cells = rowAt(model, scored, row);
          hits[outcome.ok ? "scored" : "rejected"] += 1;
          if (outcome.ok) {
            expect(cells).toEqual(flatRow(outcome.card));
            return;
          }
          expect(cells).toMatchObject({ status: "rejected", total: null, coverage: null, quadrant: null, tier: null });
          if (outcome.issues[0]?.code === "record/kind") hits.noRecord += 1;
          expect(scored.issues.filter((issue) => issue.row === row)).toEqual(
            outcome.issues.map(({ path, code }) => ({ row, field: path.join("."), code })),
          );
        });
      }),
      { numRuns: runs(400) },
    );
    expect(hits.scored).toBeGreaterThan(100);
    expect(hits.rejected).toBeGreaterThan(100);
    expect(hits.noRecord).toBeGreaterThan(5);
  });
});
