import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Columns, type ScoredColumns, scoreColumns } from "../../src/batch/index.ts";
import { readDate } from "../../src/core/plain-date.ts";
import { parseModel } from "../../src/model/parse-model.ts";
import type { Model } from "../../src/schema/model-document.ts";
import type { PreviousRating } from "../../src/schema/options.ts";
import { flatRow } from "../../src/score/flat-row.ts";
import { safeScore } from "../../src/score/score.ts";
import { referenceScore } from "../reference/card.ts";
import { flatRow as referenceRow } from "../reference/flat-row.ts";
import { scoringCase } from "../support/arbitraries/scoring-case.ts";
import { poisonMemory } from "../support/poison-memory.ts";
import { previousColumns, rowAt, sane } from "./flat-row-at.ts";

type Account = Record<string, unknown>;

/** The columns of records as they are. */
function plainColumns(model: Model, accounts: readonly Account[]): Columns {
  return Object.fromEntries(
    Object.keys(model.fields).map((id) => [id, accounts.map((account) => account[id] as never)]),
  );
}

/** The same in typed arrays wherever every value of a column allows it. */
function typedColumns(model: Model, accounts: readonly Account[]): Columns {
  return Object.fromEntries(
    Object.entries(model.fields).map(([id, { kind }]) => {
      const values = accounts.map((account) => (account[id] === "" ? null : (account[id] ?? null)));
      return [id, TYPED[kind](values) ?? (values as never)];
    }),
  );
}

const TYPED = {
  number: (values: readonly unknown[]) =>
    values.every((value) => value === null || (typeof value === "number" && !Number.isNaN(value)))
      ? Float64Array.from(values, (value) => (value === null ? Number.NaN : (value as number)))
      : null,
  boolean: (values: readonly unknown[]) =>
    values.every((value) => value === null || typeof value === "boolean")
      ? {
          values: Uint8Array.from(values, (value) => +(value === true)),
          mask: Uint8Array.from(values, (value) => +(value !== null)),
        }
      : null,
  date: (values: readonly unknown[]) =>
    values.every((value) => value === null || (typeof value === "string" && readDate(value) !== null))
      ? {
          values: Int32Array.from(values, (value) => (value === null ? 0 : (readDate(value as string) as number))),
          mask: Uint8Array.from(values, (value) => +(value !== null)),
        }
      : null,
  category: (values: readonly unknown[]) => {
    if (!values.every((value) => value === null || typeof value === "string")) return null;
    const dictionary = [...new Set(values as (string | null)[])].reverse();
    return { codes: Int32Array.from(values, (value) => dictionary.indexOf(value as string | null)), dictionary };
  },
};

describe("columns and records", () => {
  it("agree on every cell, in every form of column, and with the reference: scoreColumns(m, columns(a)) = score(m, a)", () => {
    let rowsScored = 0;
    let rowsHandedBack = 0;
    fc.assert(
      fc.property(scoringCase(), fc.integer({ min: 0, max: 255 }), ({ document, rows }, byte) => {
        const model = parseModel(document);
        // Whatever another program left in the memory that all share, no answer depends on it.
        poisonMemory(byte);
        const accounts = rows.map(({ account }) => account as Account);
        const asOf = rows[0]?.options.asOf ?? null;
        const previous = rows.map(({ options }) => sane(options.previous as PreviousRating | null | undefined));
        for (const columns of [plainColumns(model, accounts), typedColumns(model, accounts)]) {
          let scored: ScoredColumns;
          try {
            scored = scoreColumns(model, columns, { asOf, previous: previousColumns(previous) });
          } catch {
            for (const account of accounts) expect(safeScore(model, account, { asOf }).ok).toBe(false);
            continue;
          }
          rowsScored += accounts.length;
          rowsHandedBack += scored.handedBack;
          accounts.forEach((account, row) => {
            const outcome = safeScore(model, account, { asOf, previous: previous[row] ?? null });
            const cells = rowAt(model, scored, row);
            if (outcome.ok) {
              expect(cells).toEqual(flatRow(outcome.card));
              const reference = referenceScore(document, account, { asOf, previous: previous[row] ?? null } as never);
              expect(reference.ok && referenceRow(document, reference.card)).toEqual(cells);
            } else {
              expect(cells).toMatchObject({
                status: "rejected",
                total: null,
                coverage: null,
                quadrant: null,
                tier: null,
                tierHeld: null,
              });
              expect(scored.issues.filter((issue) => issue.row === row)).toEqual(
                outcome.issues.map(({ path, code }) => ({ row, field: path.join("."), code })),
              );
            }
          });
        }
      }),
      { numRuns: 400 },
    );
    expect(rowsHandedBack / rowsScored).toBeLessThan(0.4);
  });
});
