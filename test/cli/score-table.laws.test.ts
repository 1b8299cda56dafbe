import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileCsvText } from "../../src/cli/csv/csv-text.ts";
import { readCsv } from "../../src/cli/csv/read-csv.ts";
import { compileCardScorer, compileColumnScorer } from "../../src/cli/score/column-scorer.ts";
import { ERROR_COLUMNS } from "../../src/cli/score/error-columns.ts";
import { idIndex } from "../../src/cli/score/id-index.ts";
import type { PreviousState } from "../../src/cli/score/previous-states.ts";
import { layOutRows } from "../../src/cli/score/row-layout.ts";
import type { ScoreSettings } from "../../src/cli/score/score-settings.ts";
import { type BatchScorer, rowScorer } from "../../src/cli/score/score-table.ts";
import { notationOf, TABLE_FORMATS, type TableFormat } from "../../src/cli/score/table-format.ts";
import { tableWriter } from "../../src/cli/score/table-writer.ts";
import { counter } from "../../src/cli/score/tally.ts";
import { parseModel } from "../../src/model/parse-model.ts";
import type { CellSpelling } from "../../src/record/cell-spelling.ts";
import { unguardFormula } from "../../src/record/formula-guard.ts";
import { compileAccountReader } from "../../src/record/read-account.ts";
import { compileNumberText } from "../../src/record/read-number-text.ts";
import type { Model } from "../../src/schema/model-document.ts";
import type { PreviousRating } from "../../src/schema/options.ts";
import { compileScorer } from "../../src/score/compile-scorer.ts";
import { scoringCase } from "../support/arbitraries/scoring-case.ts";
import { runs } from "../support/runs.ts";

/** Cells that are read in some other way than the rest, or not at all. */
const ODD_CELLS = [
  " 5 ",
  "5,5",
  "'=1",
  "=1",
  "1e25",
  "1e99",
  "NaN",
  "0.30000000000000004",
  "-0",
  "07",
  "TRUE",
  " yes",
  "０",
];

const SPELLINGS: readonly CellSpelling[] = [
  {},
  {},
  { thousands: ",", percent: true },
  { decimal: ",", thousands: "." },
  { dateFormat: "DD.MM.YYYY", yes: ["ja"] },
];

const table = () =>
  fc
    .record({
      given: scoringCase(),
      odd: fc.array(fc.record({ row: fc.nat(), field: fc.nat(), cell: fc.constantFrom(...ODD_CELLS) }), {
        maxLength: 2,
      }),
      ids: fc.array(fc.constantFrom("a", "b", "c", "d", "e", "f", "", " g", "=h"), { minLength: 5, maxLength: 5 }),
      states: fc.array(
        fc.record({
          isRejected: fc.boolean(),
          x: fc.constantFrom("high", "low", null, "up"),
          y: fc.constantFrom("high", "low", null),
          validUntil: fc.constantFrom("2026-01-01", "2030-06-30", null, "soon"),
          tier: fc.nat(),
        }),
        { minLength: 3, maxLength: 3 },
      ),
      hasPrevious: fc.boolean(),
      ragged: fc.nat({ max: 20 }),
      spelling: fc.constantFrom(...SPELLINGS),
      format: fc.constantFrom(...TABLE_FORMATS),
    })
    .map(({ given: { document, asOf, rows }, odd, ids, states, ...rest }) => {
      const fields = Object.keys(document.fields);
      const cells = rows.map(({ account }, i) => [
        ids[i] as string,
        ...fields.map((field) => cellOf((account as Record<string, unknown>)[field])),
      ]);
      for (const { row, field, cell } of odd) {
        const at = cells[row % cells.length] as string[];
        at[1 + (field % fields.length)] = cell;
      }
      if (rest.ragged < cells.length) (cells[rest.ragged] as string[]).pop();
      const rungs = (document.tier?.rungs ?? []).flatMap(({ name, formerly }) => [name, ...(formerly ?? [])]);
      const names = [...rungs, null, "nowhere"];
      const before = states.map((state) => ({ ...state, tier: names[state.tier % names.length] as string | null }));
      return { document, asOf, fields, cells, states: before, ...rest };
    });

/** As a file would hold the value. */
function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" || typeof value === "symbol" ? "?" : String(value);
}

type Case = ReturnType<typeof table> extends fc.Arbitrary<infer T> ? T : never;

/** Everything that is written and counted. */
async function scored(model: Model, given: Case, scoreTogether: BatchScorer) {
  const { fields, cells, states, hasPrevious, spelling, format, asOf } = given;
  const readNumber = compileNumberText(spelling);
  const unguard = (cell: string) => unguardFormula(cell, readNumber);
  const columns = {
    id: 0,
    idName: "id",
    fields: fields.map((field, i) => ({ field, at: i + 1 })),
    kept: [{ name: "kept", at: 1 }],
    count: fields.length + 1,
  };
  const layout = layOutRows(model, columns, false, unguard);
  const reader = compileAccountReader(model.fields, spelling);
  if (!reader.ok) throw new Error("a spelling of the test is none");
  const previous = idIndex<PreviousState>();
  for (const [i, id] of ["a", "b", "c"].entries()) previous.put(id, states[i] as PreviousState);
  const scorer = compileScorer(model);
  const tally = counter(model);
  const style = { delimiter: ",", hasByteOrderMark: false, readNumber };
  const scores = tableWriter(notationOf(format as TableFormat, { ...style, columns: layout.columns }));
  const errors = tableWriter(notationOf("csv", { ...style, columns: ERROR_COLUMNS }));
  const score = rowScorer(
    {
      columns,
      layout,
      readId: (cell) => unguard(cell.trim()),
      readAccount: reader.read,
      safeScore: (account, rating: PreviousRating | null) => scorer.safeScore(account, { asOf, previous: rating }),
      scoreTogether,
      hasDetail: false,
      previous: hasPrevious ? previous : null,
      counter: tally,
    },
    { scores, errors },
  );
  const quoted = compileCsvText(",");
  const text = cells.map((row) => `${row.map(quoted).join(",")}\n`).join("");
  let rows = 0;
  for await (const batch of readCsv(inPieces(text), ",", () => rows)) {
    rows += batch.rows;
    score(batch);
  }
  scores.end();
  const { rows: counted, ...told } = tally.tally();
  return {
    scores: Buffer.from(scores.take()).toString(),
    errors: Buffer.from(errors.take()).toString(),
    told: { ...told, rows: counted() },
  };
}

async function* inPieces(text: string) {
  for (let i = 0; i < text.length; i += 100) yield text.slice(i, i + 100);
}

describe("a table scored by columns", () => {
  it("is written, told and counted as it is row by row", async () => {
    const hits = { scored: 0, rejected: 0, previous: 0, odd: 0 };
    await fc.assert(
      fc.asyncProperty(table(), async (given) => {
        const model = parseModel(given.document);
        const { fields, spelling, asOf, hasPrevious } = given;
        const places = fields.map((field, i) => ({ field, at: i + 1 }));
        const settings = { spelling, asOf, previous: hasPrevious ? "file" : undefined } as ScoreSettings;
        let odd = 0;
        const byColumns = compileColumnScorer(model, places, settings);
        const together: BatchScorer = (rows, carried) => {
          const answered = byColumns(rows, carried);
          odd += answered.odd.filter((each) => each === 1).length;
          return answered;
        };
        const columns = await scored(model, given, together);
        expect(columns).toEqual(await scored(model, given, compileCardScorer(model)));
        const { statuses } = columns.told;
        hits.scored += statuses.scored;
        hits.rejected += statuses.rejected;
        hits.previous += +(hasPrevious && statuses.scored > 0);
        hits.odd += odd;
      }),
      { numRuns: runs(300) },
    );
    expect(hits.scored).toBeGreaterThan(runs(300) / 2);
    expect(hits.rejected).toBeGreaterThan(runs(300) / 5);
    expect(hits.previous).toBeGreaterThan(runs(300) / 10);
    // Not everything went row by row after all.
    expect(hits.odd).toBeLessThan(hits.scored + hits.rejected);
  });
});
