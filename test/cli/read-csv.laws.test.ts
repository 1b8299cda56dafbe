/** Reading and writing of CSV against readers and writers that are plainly right, and slow. */
import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { NO_DAY } from "../../src/batch/scored-columns.ts";
import { byteText } from "../../src/cli/csv/byte-text.ts";
import type { CsvRows } from "../../src/cli/csv/csv-rows.ts";
import { compileCsvText } from "../../src/cli/csv/csv-text.ts";
import { readCsv } from "../../src/cli/csv/read-csv.ts";
import { readyBytes } from "../../src/cli/csv/ready-bytes.ts";
import { decodeText } from "../../src/cli/files/read-text.ts";
import { readShortDecimal } from "../../src/core/double-for-text.ts";
import { GuanxiError } from "../../src/core/guanxi-error.ts";
import { FIRST_DAY, LAST_DAY, readDate, writeDate } from "../../src/core/plain-date.ts";
import { runs } from "../support/runs.ts";

const DELIMITERS = [",", ";", "\t", "|", "，"];

/** Cells of few characters, so that those that matter come often and near each other. */
const cell = (marks: readonly string[]) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom("", "a", "12.5", "-7", "南", "😀", " ", "0".repeat(30)) },
    {
      weight: 2,
      arbitrary: fc.array(fc.constantFrom("b", " ", "é", ...marks), { maxLength: 4 }).map((s) => s.join("")),
    },
  );

const table = (marks: readonly string[]) =>
  fc.array(fc.array(cell(marks), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 });

/** A text in pieces of some lengths. */
async function* cut(text: string, lengths: readonly number[]) {
  let from = 0;
  for (let i = 0; from < text.length; i++) {
    const length = lengths[i % lengths.length] ?? text.length;
    yield text.slice(from, from + length);
    from += length;
  }
}

async function readAll(text: string, delimiter: string, lengths: readonly number[]): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const batch of readCsv(cut(text, lengths), delimiter, () => rows.length)) {
    for (let row = 0; row < batch.rows; row++) {
      rows.push(Array.from({ length: batch.widthOf(row) }, (_, at) => batch.cellAt(row, at)));
      expect(batch.isMisquoted(row)).toBe(false);
      expect(batch.cellAt(row, batch.widthOf(row))).toBe("");
    }
  }
  return rows;
}

const lengths = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });
const isBlank = (row: readonly string[]) => row.length === 1 && row[0]?.trim() === "";

describe("reading", () => {
  it("gives back what was written, wherever the text is cut: read(write(rows)) = rows without blank ones", async () => {
    let quoted = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...DELIMITERS),
        fc.constantFrom("\n", "\r\n"),
        fc.boolean(),
        lengths,
        fc.boolean(),
        // A lone CR at the end of a row belongs to its line end.
        table(['"', "\n", "\r\n", ",", ";", "'"]),
        async (delimiter, newline, endsInNewline, pieces, isPlain, given) => {
          const rows = isPlain
            ? given.map((row) => row.map((each) => each.replace(/["\r\n]/g, "").replaceAll(delimiter, "")))
            : given;
          const text = compileCsvText(delimiter);
          const plain = (each: string) => (isPlain ? each : text(each));
          const lines = rows.map((row) => row.map(plain).join(delimiter));
          const written = lines.join(newline) + (endsInNewline ? newline : "");
          quoted += +written.includes('"');
          expect(await readAll(written, delimiter, pieces)).toEqual(rows.filter((row) => !isBlank(row)));
        },
      ),
      { numRuns: runs(600) },
    );
    expect(quoted).toBeGreaterThan(runs(600) / 5);
  });

  it("of text without quotes is what Papa Parse reads, whatever the mix of line ends", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom("a", "1.5", ",", ",", "\n", "\n", "\r\n", " ", "南"), { maxLength: 60, size: "max" }),
        lengths,
        async (parts, pieces) => {
          const text = `head\n${parts.join("")}`;
          const { data } = Papa.parse<string[]>(text, { delimiter: ",", newline: "\n" });
          const rows = data.map((row) => [...row.slice(0, -1), (row.at(-1) as string).replace(/\r$/, "")]);
          expect(await readAll(text, ",", pieces)).toEqual(rows.filter((row) => !isBlank(row)));
        },
      ),
      { numRuns: runs(300) },
    );
  });

  it("of any text is what Papa Parse reads of the whole; where it finds a quote at fault, so do we", async () => {
    const hits = { clean: 0, misquoted: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom("a", "1.5", ",", ",", "\n", "\n", "\r\n", " ", "南", '"', '"', '""'), {
          maxLength: 30,
          size: "max",
        }),
        lengths,
        async (parts, pieces) => {
          const text = `head\n${parts.join("")}`;
          const { data, errors } = Papa.parse<string[]>(text, { delimiter: ",", newline: "\n" });
          const rows = data
            .map((row) => [...row.slice(0, -1), (row.at(-1) as string).replace(/\r$/, "")])
            .filter((row) => !isBlank(row));
          const read: string[][] = [];
          let misquoted = 0;
          try {
            for await (const batch of readCsv(cut(text, pieces), ",", () => read.length)) {
              for (let row = 0; row < batch.rows; row++) {
                read.push(Array.from({ length: batch.widthOf(row) }, (_, at) => batch.cellAt(row, at)));
                misquoted += +batch.isMisquoted(row);
              }
            }
          } catch (failure) {
            expect(failure).toBeInstanceOf(GuanxiError);
            expect(errors.length).toBeGreaterThan(0);
            hits.refused += 1;
            return;
          }
          expect(read).toEqual(rows);
          expect(misquoted > 0).toBe(errors.length > 0);
          hits[misquoted > 0 ? "misquoted" : "clean"] += 1;
        },
      ),
      { numRuns: runs(1000) },
    );
    for (const count of Object.values(hits)) expect(count).toBeGreaterThan(runs(1000) / 50);
  });

  it("codes equal cells alike and asks for each once, in quotes or not", async () => {
    await fc.assert(
      fc.asyncProperty(
        // Texts of one hash by the usual polynomial among them, and more of them than the first table holds.
        fc.array(
          fc.oneof(fc.constantFrom("Aa", "BB", "AaAa", "BBBB", "AaBB", "", "南"), fc.nat({ max: 900 }).map(String)),
          {
            minLength: 1,
            maxLength: 600,
            size: "max",
          },
        ),
        fc.constantFrom("", '"'),
        async (cells, quote) => {
          const text = `x,y\n${cells.map((each) => `${quote}z${quote},${each}\n`).join("")}`;
          for await (const batch of readCsv(cut(text, [text.length]), ",", () => 0)) {
            if (batch.rows === 0) continue;
            const rows = batch.withoutFirst();
            const asked: string[] = [];
            const codes = rows.codesOf(1, (each) => asked.push(each) - 1);
            expect(Array.from(codes, (code) => asked[code])).toEqual(cells);
            expect(new Set(asked).size).toBe(asked.length);
            expect(rows.codesOf(9, () => 7)).toEqual(new Int32Array(cells.length).fill(7));
          }
        },
      ),
      { numRuns: runs(60) },
    );
  });

  /** What the columns after the first are, of rows with these cells in the second. */
  async function columnOf<T>(cells: readonly string[], quote: string, read: (rows: CsvRows) => T): Promise<T> {
    const text = `a,b\n${cells.map((each) => `${quote}k${quote},${each}\r\n`).join("")}`;
    for await (const batch of readCsv(cut(text, [text.length]), ",", () => 0)) {
      if (batch.rows > 0) return read(batch.withoutFirst());
    }
    throw new Error("no rows");
  }

  it("finds the plain numbers of cells, and no others", async () => {
    const digits = fc
      .array(fc.constantFrom(..."0123456789"), { minLength: 1, maxLength: 10 })
      .map((some) => some.join(""));
    const whole = fc.oneof(digits, fc.nat().map(String));
    const near = fc
      .tuple(
        fc.constantFrom("", "", "-", "+", "--"),
        whole,
        fc.constantFrom("", ".", ".", ".."),
        fc.oneof(fc.constant(""), digits),
        fc.constantFrom("", "", "", "e3", " "),
      )
      .map((parts) => parts.join(""));
    const numbers = fc.oneof(near, fc.constantFrom("", "x", "-0", "0.", ".5", "-.5", "00", "1e3", "NaN", "９"));
    let plain = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(numbers, { minLength: 10, maxLength: 40 }),
        fc.constantFrom("", '"'),
        async (cells, quote) => {
          const expected = cells.map((cell) => readShortDecimal(cell, 0, cell.length));
          expect([...(await columnOf(cells, quote, (rows) => rows.numbersAt(1)))]).toEqual(expected);
          expect((await columnOf(cells, quote, (rows) => rows.numbersAt(2))).every(Number.isNaN)).toBe(true);
          plain += expected.filter((value) => !Number.isNaN(value)).length;
        },
      ),
      { numRuns: runs(200) },
    );
    expect(plain).toBeGreaterThan(runs(200));
  });

  it("finds the days of cells, and no others", async () => {
    const written = fc.integer({ min: FIRST_DAY, max: LAST_DAY }).map(writeDate);
    const near = fc
      .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }))
      .map((parts) => parts.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, "0")).join("-"));
    const odd = fc.constantFrom("", "2024-2-03", "2024/02/03", "2024-02-0x", " 2024-02-03", "0000-01-01", "2023-02-29");
    const days = fc.oneof(written, near, odd, fc.constantFrom("2024-02-29", "1900-02-29", "2000-02-29", "9999-12-31"));
    await fc.assert(
      fc.asyncProperty(
        fc.array(days, { minLength: 10, maxLength: 40 }),
        fc.constantFrom("", '"'),
        async (cells, quote) => {
          const expected = cells.map((cell) => readDate(cell) ?? NO_DAY);
          expect([...(await columnOf(cells, quote, (rows) => rows.daysAt(1)))]).toEqual(expected);
        },
      ),
      { numRuns: runs(200) },
    );
  });

  it("marks the rows that have text in one of some cells", async () => {
    const text = 'a,b,c\n1,,\n2,x,\n3,,y\n4\n5,x,y\n6,"",\n';
    for await (const batch of readCsv(cut(text, [text.length]), ",", () => 0)) {
      if (batch.rows === 0) continue;
      const rows = batch.withoutFirst();
      expect([...rows.filledAt([1, 2])]).toEqual([0, 1, 1, 0, 1, 0]);
      expect([...rows.filledAt([2])]).toEqual([0, 0, 1, 0, 1, 0]);
      expect([...rows.filledAt([])]).toEqual([0, 0, 0, 0, 0, 0]);
    }
  });

  it("takes pieces of more rows, more cells and more text than there was room for, and then short ones again", async () => {
    const many = 200_000;
    const pieces = [
      "h\n",
      "1\n".repeat(many),
      `${"2,".repeat(many)}2\n`,
      `${"3".repeat(3 * many)}\n`,
      `"4\n"\n${"5\n".repeat(many)}`,
      "6,7\n",
    ];
    const seen: string[] = [];
    async function* all() {
      yield* pieces;
    }
    for await (const batch of readCsv(all(), ",", () => 0)) {
      const [first, last] = [0, batch.rows - 1];
      seen.push(
        `${batch.rows} rows, ${batch.widthOf(first)} to ${batch.widthOf(last)} cells, ` +
          `${batch.cellAt(first, 0).slice(0, 3)} to ${batch.cellAt(last, batch.widthOf(last) - 1).slice(0, 3)}, ` +
          `sum ${batch.numbersAt(0).reduce((sum, value) => sum + value, 0)}`,
      );
    }
    expect(seen).toEqual([
      "1 rows, 1 to 1 cells, h to h, sum NaN",
      "200000 rows, 1 to 1 cells, 1 to 1, sum 200000",
      "1 rows, 200001 to 200001 cells, 2 to 2, sum 2",
      "1 rows, 1 to 1 cells, 333 to 333, sum NaN",
      "200001 rows, 1 to 1 cells, 4\n to 5, sum NaN",
      "1 rows, 2 to 2 cells, 6 to 7, sum 6",
    ]);
  });
});

describe("decoding", () => {
  async function* bytesOf(bytes: Uint8Array, pieces: readonly number[]) {
    let from = 0;
    for (let i = 0; from < bytes.length; i++) {
      yield bytes.subarray(from, from + (pieces[i % pieces.length] as number));
      from += pieces[i % pieces.length] as number;
    }
  }
  const refuse = () => {
    throw new RangeError("other bytes");
  };
  const decoded = async (bytes: Uint8Array, pieces: readonly number[]) => {
    let text = "";
    for await (const piece of decodeText(bytesOf(bytes, pieces), "utf-8", refuse)) text += piece;
    return text;
  };

  it("gives the text, wherever its bytes are cut", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom("a", "1,", "é", "南", "😀", "\uFEFF", "\n"), { maxLength: 20 }),
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }),
        async (parts, pieces) => {
          const text = parts.join("");
          expect(await decoded(Buffer.from(text), pieces)).toBe(text.replace(/^\uFEFF/, ""));
        },
      ),
      { numRuns: runs(300) },
    );
  });

  it.each([
    ["a character that is cut off by ASCII", [0xe5, 0x8d, 0x61, 0x62], [2]],
    ["one that is cut off by the end", [0x61, 0xe5, 0x8d], [1]],
    ["a byte that begins no character", [0x61, 0x62, 0x97], [2]],
  ])("refuses %s", async (_, bytes, pieces) => {
    await expect(decoded(Uint8Array.from(bytes), pieces)).rejects.toThrow(RangeError);
  });
});

describe("writing", () => {
  it("puts cells in quotes where Papa Parse does", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(",", ";", "\t", "|", " ", "."),
        cell(['"', "\n", "\r", ",", ";", "\uFEFF", "."]),
        (delimiter, each) => {
          expect(compileCsvText(delimiter)(each)).toBe(Papa.unparse([[each]], { delimiter }));
        },
      ),
      { numRuns: runs(500) },
    );
  });

  it("puts texts together as bytes, and takes them piece by piece", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string({ unit: "binary" }),
            fc.constantFrom("", "x".repeat(63), "y".repeat(64), "é".repeat(70_000)),
          ),
          {
            maxLength: 12,
          },
        ),
        fc.nat({ max: 3 }),
        (texts, takes) => {
          const written = byteText();
          const ready = readyBytes(written);
          let all = "";
          texts.forEach((text, i) => {
            if (i % 2 === 0) written.add(text);
            else ready.add(ready.keep(text));
            if (i % 4 === takes) all += Buffer.from(written.take()).toString();
          });
          expect(all + Buffer.from(written.take()).toString()).toBe(texts.join(""));
        },
      ),
      { numRuns: runs(200) },
    );
  });

  it("keeps many texts ready, each with its own place", () => {
    const written = byteText();
    const ready = readyBytes(written);
    const texts = Array.from({ length: 1000 }, (_, i) => `text ${i} 南`);
    const places = texts.map(ready.keep);
    for (const place of [...places].reverse()) ready.add(place);
    expect(Buffer.from(written.take()).toString()).toBe([...texts].reverse().join(""));
  });

  it("writes numbers as they print", () => {
    const number = fc.oneof(
      fc.integer({ min: -1_000_000, max: 1_000_000 }).map((units) => units / 10_000),
      fc.integer({ min: -2_100_000_000, max: 2_100_000_000 }).map((units) => units / 10_000),
      fc.integer(),
      fc.double({ noNaN: true }),
      fc.constantFrom(0, -0, 0.0001, 0.00005, 199999.9999, 200000, 1e21, 1e-7, 0.1 + 0.2, Number.MAX_VALUE),
    );
    fc.assert(
      fc.property(fc.array(number), (values) => {
        const written = byteText();
        for (const value of values) {
          written.addNumber(value);
          written.add("\n");
        }
        expect(Buffer.from(written.take()).toString()).toBe(values.map((value) => `${value}\n`).join(""));
      }),
      { numRuns: runs(500) },
    );
  });
});
