import {
  Bool,
  type DataType,
  DateDay,
  Dictionary,
  Float64,
  Int32,
  makeBuilder,
  Table,
  Utf8,
  Vector,
} from "apache-arrow";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnsOf, scoreColumns } from "../../src/batch/index.ts";
import { writeDate } from "../../src/core/plain-date.ts";
import { parseModel } from "../../src/model/parse-model.ts";
import { runs } from "../support/runs.ts";

const model = parseModel({
  format: 1,
  id: "kinds",
  version: "1",
  fields: {
    number: { kind: "number", places: 2 },
    category: { kind: "category", values: ["a", "b"] },
    date: { kind: "date" },
    boolean: { kind: "boolean" },
  },
  measures: { age: { kind: "days-since", field: "date" } },
  dimensions: {
    only: {
      weight: 1,
      indicators: {
        number: indicator("number", {
          kind: "linear",
          knots: [
            [0, 0],
            [100, 100],
          ],
        }),
        category: indicator("category", { kind: "lookup", points: { a: 90, b: 10 } }),
        age: indicator("age", {
          kind: "linear",
          knots: [
            [0, 100],
            [1000, 0],
          ],
        }),
        boolean: indicator("boolean", { kind: "flag", points: { true: 100, false: 0 } }),
      },
    },
  },
});

function indicator(input: string, curve: object) {
  return { input, weight: 25, missing: { kind: "exclude" }, curve };
}

const row = () =>
  fc.record({
    number: fc.option(fc.integer({ min: -1000, max: 20000 }).map((cents) => cents / 100)),
    category: fc.option(fc.constantFrom("a", "b", "c")),
    date: fc.option(fc.integer({ min: 19000, max: 20600 })),
    boolean: fc.option(fc.boolean()),
  });
type Row = typeof row extends () => fc.Arbitrary<infer R> ? R : never;

const TYPES: { readonly [K in keyof Row]: readonly DataType[] } = {
  number: [new Float64()],
  category: [new Utf8(), new Dictionary(new Utf8(), new Int32())],
  date: [new DateDay()],
  boolean: [new Bool()],
};

/** A column in pieces of these lengths. */
function vectorOf(type: DataType, values: readonly unknown[], lengths: readonly number[]): Vector {
  let first = 0;
  return new Vector(
    lengths.flatMap((length) => {
      const builder = makeBuilder({ type, nullValues: [null] });
      for (const value of values.slice(first, first + length)) builder.append(value);
      first += length;
      return builder.finish().toVector().data;
    }),
  );
}

describe("an Arrow table", () => {
  it("scores as the records of its rows do, in whatever pieces and slices it lies", () => {
    const hits = { manyPieces: 0, sliced: 0, nulls: 0 };
    fc.assert(
      fc.property(
        fc.array(row(), { minLength: 1, maxLength: 40, size: "max" }),
        fc.array(fc.integer({ min: 1, max: 15 }), { maxLength: 4 }),
        fc.nat({ max: 20 }),
        fc.nat({ max: 20 }),
        fc.nat({ max: 1 }),
        (rows, pieces, from, drop, choice) => {
          const lengths: number[] = [];
          let left = rows.length;
          for (const piece of [...pieces, rows.length]) {
            const length = Math.min(piece, left);
            if (length > 0) lengths.push(length);
            left -= length;
          }
          const [begin, end] = [Math.min(from, rows.length), Math.max(Math.min(from, rows.length), rows.length - drop)];
          const columns = (Object.keys(TYPES) as (keyof Row)[]).map((field) => {
            const types = TYPES[field];
            const values = rows.map((each) => {
              const value = each[field];
              return field === "date" && value !== null ? new Date((value as number) * 86_400_000) : value;
            });
            return [field, vectorOf(types[choice % types.length] as DataType, values, lengths)] as const;
          });
          const table = new Table(Object.fromEntries(columns)).slice(begin, end);
          const records = rows
            .slice(begin, end)
            .map((each) => ({ ...each, date: each.date === null ? null : writeDate(each.date) }));
          hits.manyPieces += +(table.batches.length > 1);
          hits.sliced += +(begin > 0 && end > begin);
          hits.nulls += +records.some(({ number }) => number === null);
          expect(scoreColumns(model, table, { asOf: "2026-06-30" })).toEqual(
            scoreColumns(model, columnsOf(model, records), { asOf: "2026-06-30" }),
          );
        },
      ),
      { numRuns: runs(300) },
    );
    for (const count of Object.values(hits)) expect(count).toBeGreaterThan(runs(300) / 10);
  });
});
