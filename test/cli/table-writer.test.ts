import { describe, expect, it } from "vitest";
import { NO_CODE, NO_DAY } from "../../src/batch/scored-columns.ts";
import type { AnswerColumn } from "../../src/cli/score/answer-columns.ts";
import { notationOf, TABLE_FORMATS, type TableFormat } from "../../src/cli/score/table-format.ts";
import { tableWriter } from "../../src/cli/score/table-writer.ts";
import type { Cell } from "../../src/score/flat-row.ts";

const COLUMNS = ["=id", "status", "total", "until", "tier", "note"];
const STYLE = { columns: COLUMNS, delimiter: ";", hasByteOrderMark: true, readNumber: null };

const ANSWERS: readonly AnswerColumn[] = [
  { kind: "names", codes: Uint8Array.of(1, 0, 1), names: ["scored", 'in; "two"'] },
  { kind: "numbers", values: Float64Array.of(12.5, Number.NaN, 0) },
  { kind: "days", days: Int32Array.of(0, NO_DAY, 20000) },
  { kind: "nothing" },
];
const IDS = ["a", "=b", "c d"];
const NOTES = ["", "-5", null];

const writerOf = (format: TableFormat) => tableWriter(notationOf(format, STYLE));
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString();

function written(format: TableFormat): string {
  const { rowsOf, row, end, take } = writerOf(format);
  const answered = rowsOf(ANSWERS);
  IDS.forEach((id, i) => {
    answered(id, i, [NOTES[i] as Cell]);
  });
  row(["x", "rejected", null, null, "", "南"]);
  end();
  return textOf(take());
}

describe("a table of answers and other rows", () => {
  it("as CSV has quotes where they are needed, formulas guarded, nothing for nothing", () => {
    expect(written("csv")).toBe(
      "\uFEFF'=id;status;total;until;tier;note\n" +
        'a;"in; ""two""";12.5;1970-01-01;;\n' +
        "'=b;scored;;;;-5\n" +
        'c d;"in; ""two""";0;2024-10-04;;\n' +
        "x;rejected;;;;南\n",
    );
  });

  it("as JSON has an object for each row, null for nothing", () => {
    const rows = [
      { "=id": "a", status: 'in; "two"', total: 12.5, until: "1970-01-01", tier: null, note: null },
      { "=id": "=b", status: "scored", total: null, until: null, tier: null, note: "-5" },
      { "=id": "c d", status: 'in; "two"', total: 0, until: "2024-10-04", tier: null, note: null },
      { "=id": "x", status: "rejected", total: null, until: null, tier: null, note: "南" },
    ];
    expect(written("json")).toBe(`[\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]\n`);
    expect(written("ndjson")).toBe(rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  });

  it.each(TABLE_FORMATS)("as %s is the same whenever it is taken", (format) => {
    const { rowsOf, row, end, take } = writerOf(format);
    let text = textOf(take());
    const answered = rowsOf(ANSWERS);
    IDS.forEach((id, i) => {
      answered(id, i, [NOTES[i] as Cell]);
      text += textOf(take());
    });
    row(["x", "rejected", null, null, "", "南"]);
    end();
    expect(text + textOf(take())).toBe(written(format));
  });

  it("that has more texts, names and days than are kept ready is written all the same", () => {
    const { rowsOf, take } = tableWriter(notationOf("csv", { ...STYLE, hasByteOrderMark: false }));
    const rows = 5000;
    const names = Array.from({ length: 250 }, (_, i) => `rung ${i}`);
    const answered = rowsOf([
      {
        kind: "names",
        codes: Uint8Array.from({ length: rows }, (_, i) => (i % 251 === 250 ? NO_CODE : i % 251)),
        names,
      },
      { kind: "numbers", values: Float64Array.from({ length: rows }, (_, i) => i * 163.84) },
      { kind: "days", days: Int32Array.from({ length: rows }, (_, i) => i) },
      { kind: "nothing" },
    ]);
    for (let i = 0; i < rows; i++) answered(`id ${i % 4000}`, i, [`${"long ".repeat(20)}${i % 3}`]);
    const lines = textOf(take()).trimEnd().split("\n").slice(1);
    const day = (i: number) => new Date(i * 86_400_000).toISOString().slice(0, 10);
    expect(lines).toEqual(
      Array.from({ length: rows }, (_, i) =>
        [`id ${i % 4000}`, names[i % 251] ?? "", i * 163.84, day(i), "", `${"long ".repeat(20)}${i % 3}`].join(";"),
      ),
    );
  });

  it("of nothing is what is around it", () => {
    const texts = TABLE_FORMATS.map((format) => {
      const { end, take } = writerOf(format);
      end();
      return textOf(take());
    });
    expect(texts).toEqual(["\uFEFF'=id;status;total;until;tier;note\n", "[\n]\n", ""]);
  });
});
