import { RecordBatchReader, type Table, tableFromArrays, tableToIPC } from "apache-arrow";
import { describe, expect, it } from "vitest";
import {
  type PortfolioChunk,
  type PortfolioChunks,
  type ScoreChunksOptions,
  type ScoredChunk,
  scoreChunks,
  scoreColumns,
} from "../../src/batch/index.ts";
import { GuanxiError, parseModel } from "../../src/index.ts";
import { small } from "../support/small-model.ts";

const model = small();

async function all(chunks: PortfolioChunks, options?: ScoreChunksOptions, of = model): Promise<readonly ScoredChunk[]> {
  const scored: ScoredChunk[] = [];
  for await (const chunk of scoreChunks(of, chunks, options)) scored.push(chunk);
  return scored;
}

const ROWS = Array.from({ length: 10 }, (_, i) => (i * 37) % 101);
const columns = (from: number, to: number) => ({
  value: Float64Array.from(ROWS.slice(from, to)),
  relationship: ROWS.slice(from, to).map(String),
});
const whole = scoreColumns(model, columns(0, 10));
const cuts = [columns(0, 3), columns(3, 3), columns(3, 10)];

describe("parts of a portfolio", () => {
  it("are scored as the whole is, from whatever hands them over; an empty part is a part", async () => {
    async function* slowly() {
      for (const cut of cuts) {
        await Promise.resolve();
        yield cut;
      }
    }
    for (const given of [cuts, new Set(cuts), slowly(), cuts.values()]) {
      const scored = await all(given);
      expect(scored.map(({ firstRow, rows }) => [firstRow, rows])).toEqual([
        [0, 3],
        [3, 0],
        [3, 7],
      ]);
      expect(scored.flatMap(({ total }) => Array.from(total))).toEqual(Array.from(whole.total));
      expect(scored.flatMap(({ tier }) => Array.from(tier?.codes ?? []))).toEqual(Array.from(whole.tier?.codes ?? []));
    }
  });

  it("carry their place, so that a rejected row can be named in the portfolio", async () => {
    const parts = [columns(0, 4), { value: [1, "x"], relationship: [1, 1] }, { value: ["y"], relationship: [1] }];
    const scored = await all(parts);
    expect(scored.flatMap(({ firstRow, issues }) => issues.map(({ row }) => firstRow + row))).toEqual([5, 6]);
  });

  it("may each bring their previous ratings: the answers of last time fit", async () => {
    const before = await all(cuts);
    const later = cuts.map(({ value, relationship }, i) => ({
      columns: { value: value.map((each) => each - 1), relationship },
      previous: before[i],
    }));
    const after = await all(later);
    expect(after.some(({ tierEarned }) => tierEarned !== null)).toBe(true);
    later.forEach((part, i) => {
      const { firstRow: _firstRow, ...scored } = after[i] as ScoredChunk;
      expect(scored).toEqual(scoreColumns(model, part.columns, { previous: part.previous }));
    });
    // Held by the dead band: 59 after 60 stays high.
    const held = await all([
      {
        columns: { value: [59], relationship: [50] },
        previous: { quadrantY: { codes: Uint8Array.of(0), names: ["high"] } },
      },
    ]);
    expect(held[0]?.quadrantY).toMatchObject({ codes: Uint8Array.of(1), names: ["low", "high"] });
  });

  it("are asked for one at a time, and the source is told when nobody wants more", async () => {
    let asked = 0;
    let isClosed = false;
    function* source() {
      try {
        for (;;) {
          asked += 1;
          yield columns(0, 2);
        }
      } finally {
        isClosed = true;
      }
    }
    for await (const { firstRow } of scoreChunks(model, source())) if (firstRow === 4) break;
    expect([asked, isClosed]).toEqual([3, true]);
  });

  it("of a model whose fields are called columns and previous are told from parts with previous ratings", async () => {
    const identity = (input: string) => ({
      weight: 50,
      indicators: {
        [input]: {
          input,
          weight: 1,
          curve: {
            kind: "linear",
            knots: [
              [0, 0],
              [100, 100],
            ],
          },
        },
      },
    });
    const odd = parseModel({
      format: 1,
      id: "odd",
      version: "1",
      fields: { columns: { kind: "number" }, previous: { kind: "number" } },
      dimensions: { a: identity("columns"), b: identity("previous") },
    });
    const plain = { columns: [10], previous: [30] };
    const [first, second] = await all([plain, { columns: plain }], {}, odd);
    expect([first?.total[0], second?.total[0]]).toEqual([20, 20]);
  });
});

describe("record batches of Arrow", () => {
  const tables = cuts.map((cut) =>
    tableFromArrays({ value: cut.value, relationship: Float64Array.from(cut.relationship, Number) }),
  );
  const table = (tables[0] as Table).concat(...tables.slice(1));

  it("are the parts of a table; a batch alone is one part", async () => {
    const scored = await all(table);
    expect(scored.length).toBeGreaterThan(1);
    expect(scored.flatMap(({ total }) => Array.from(total))).toEqual(Array.from(whole.total));
    expect(await all(table.batches)).toEqual(scored);
    expect((await all(table.batches[0] as (typeof table.batches)[0]))[0]).toEqual(scored[0]);
  });

  it("stream from a reader, whole or in pieces, with previous ratings if need be", async () => {
    const bytes = tableToIPC(table, "stream");
    async function* pieces() {
      for (let i = 0; i < bytes.length; i += 100) yield bytes.slice(i, i + 100);
    }
    const readers = [RecordBatchReader.from(bytes), await RecordBatchReader.from(pieces())];
    for (const reader of readers) {
      const scored = await all(reader);
      expect(scored.flatMap(({ total }) => Array.from(total))).toEqual(Array.from(whole.total));
    }
    const [batch] = table.batches;
    const [held] = await all([{ columns: batch as (typeof table.batches)[0], previous: null }]);
    expect(held?.rows).toBe(3);
  });
});

describe("told with its place", () => {
  const told = async (chunks: unknown) => {
    try {
      await all(chunks as PortfolioChunks);
    } catch (error) {
      return (error as GuanxiError).message;
    }
    return "";
  };
  const good = columns(0, 2);

  it.each<[string, unknown, string]>([
    [
      "a column of another length",
      { ...good, relationship: [1] },
      "chunks[2].relationship: expected a column of 2 rows, as the first one has, got 1",
    ],
    ["a text for a column", { ...good, value: "x" }, 'chunks[2].value: expected a column of the form "typed"'],
    [
      "previous ratings of another length",
      { columns: good, previous: { tierValidUntil: new Int32Array(3) } },
      "chunks[2].previous.tierValidUntil: expected a column of 2 rows",
    ],
    [
      "a misspelt key beside columns, which would lose the previous ratings",
      { columns: good, prevoius: {} },
      'chunks[2].prevoius: expected a known key ("columns" or "previous"), got "prevoius", did you mean "previous"',
    ],
    ["columns that are none", { columns: null }, "chunks[2].columns: expected columns as an object"],
    [
      "a list of records",
      [{ value: 1 }],
      "chunks[2]: expected columns as an object, or an Arrow record batch, got an array",
    ],
    ["nothing", null, "chunks[2]: expected columns as an object, or an Arrow record batch, got nothing"],
    [
      "a batch whose column is of another type",
      tableFromArrays({ value: [new Date(0)] }).batches[0],
      "chunks[2].value: expected one Arrow column of type Int, Float, Decimal, Utf8 or Dictionary, got Timestamp<MILLISECOND>",
    ],
  ])("%s", async (_, bad, message) => {
    expect(await told([good, good, bad as PortfolioChunk])).toContain(message);
  });

  it("the parts before were scored", async () => {
    const scored: number[] = [];
    const run = async () => {
      for await (const { rows } of scoreChunks(model, [good, null as never])) scored.push(rows);
    };
    await expect(run()).rejects.toThrow(GuanxiError);
    expect(scored).toEqual([2]);
  });

  it("a fault of the source itself comes through as it is", async () => {
    function* broken() {
      yield good;
      throw new RangeError("disk");
    }
    await expect(all(broken())).rejects.toThrow(RangeError);
  });
});

describe("refused at once, before a part is asked for,", () => {
  it.each<[string, () => unknown, string]>([
    [
      "what is no iterable",
      () => scoreChunks(model, columns(0, 1) as never),
      "chunks: expected an iterable of columns",
    ],
    ["nothing", () => scoreChunks(model, undefined as never), "chunks: expected an iterable of columns, got nothing"],
    ["text", () => scoreChunks(model, "ab" as never), 'chunks: expected an iterable of columns, got "ab"'],
    [
      "a day that is none",
      () => scoreChunks(model, [], { asOf: "2026-02-30" }),
      "asOf: expected a day of the calendar",
    ],
    [
      "a day that the model needs",
      () => scoreChunks(small({ bonuses: [{ id: "b", to: "value", points: 1, from: "2026-01-01" }] }), []),
      "asOf: expected the day of the rating",
    ],
    [
      "previous ratings for all parts together",
      () => scoreChunks(model, [], { previous: {} } as never),
      'previous: expected a known key ("asOf"), got "previous"',
    ],
    ["a model that was not parsed", () => scoreChunks({ ...model }, []), "expected a model from parseModel"],
  ])("%s", (_, call, message) => {
    expect(call).toThrow(GuanxiError);
    expect(call).toThrow(message);
  });
});
