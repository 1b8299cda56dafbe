import { describe, expect, it } from "vitest";
import { columnsOf, scoreColumns } from "../../src/batch/index.ts";
import { GuanxiError, parseModel } from "../../src/index.ts";
import { small } from "../support/small-model.ts";

const curve = { kind: "flag" as const, points: { true: 100, false: 0 } };
const model = parseModel({
  format: 1,
  id: "kinds",
  version: "1",
  fields: {
    revenue: { kind: "number", places: 2 },
    region: { kind: "category" },
    since: { kind: "date" },
    isPartner: { kind: "boolean" },
  },
  dimensions: {
    only: {
      weight: 1,
      indicators: { isPartner: { input: "isPartner", weight: 1, missing: { kind: "exclude" }, curve } },
    },
  },
});

describe("the columns of records", () => {
  it("are typed, with a mask only where something is missing", () => {
    const columns = columnsOf(model, [
      { revenue: 1.5, region: "北京", since: "1970-01-02", isPartner: true, other: 1 },
      { revenue: "-2.25", region: "south", since: "2024-02-29", isPartner: false },
      { revenue: null, region: "", since: undefined, isPartner: null },
      { revenue: "", region: "北京", since: "1969-12-31" },
    ]);
    expect(columns).toEqual({
      revenue: new Float64Array([1.5, -2.25, Number.NaN, Number.NaN]),
      region: { codes: Int32Array.of(0, 1, -1, 0), dictionary: ["北京", "south"] },
      since: { values: Int32Array.of(1, 19782, 0, -1), mask: Uint8Array.of(1, 1, 0, 1) },
      isPartner: { values: Uint8Array.of(1, 0, 0, 0), mask: Uint8Array.of(1, 1, 0, 0) },
    });
    expect(columnsOf(model, [{ since: "1970-01-01", isPartner: true }])).toMatchObject({
      since: Int32Array.of(0),
      isPartner: Uint8Array.of(1),
    });
  });

  it.each<[string, string, unknown]>([
    ["NaN, which a record may not hold and a column takes as missing", "revenue", Number.NaN],
    ["a text that is no number", "revenue", "1,000"],
    ["a number for a category", "region", 5],
    ["a day that does not exist", "since", "2023-02-29"],
    ["a day as a number", "since", 19782],
    ["1 for true", "isPartner", 1],
    ["an object", "revenue", { valueOf: () => 1 }],
  ])("are the values as they stand where one is %s", (_, field, odd) => {
    const good = { revenue: 1, region: "south", since: "2024-01-01", isPartner: true };
    const values = [(good as Record<string, unknown>)[field], odd];
    expect(columnsOf(model, [good, { ...good, [field]: odd }])[field]).toEqual(values);
  });

  it("keep every digit of a text: one below a tie is not the tie", () => {
    const rows = ["1.004999999999999999999", "1.005"].map((revenue) => ({ revenue }));
    expect(columnsOf(model, rows).revenue).toEqual(new Float64Array([1, 1.005]));
  });

  it("read own properties only, and any iterable", () => {
    const heir = Object.create({ revenue: 5 });
    function* records() {
      yield heir;
      yield Object.assign(Object.create(null), { revenue: 7 });
    }
    expect(columnsOf(model, records()).revenue).toEqual(new Float64Array([Number.NaN, 7]));
  });

  it("of no records are empty", () => {
    expect(scoreColumns(model, columnsOf(model, []))).toMatchObject({ rows: 0, issues: [] });
  });

  it("need a parsed model", () => {
    expect(() => columnsOf({ ...model }, [])).toThrow(GuanxiError);
  });
});

describe("what is no record", () => {
  it("is rejected as such in its row, a hole of a list too, and the others are scored", () => {
    const records: unknown[] = [{ value: 50, relationship: 50 }, null, [], 7];
    records[5] = { value: 70, relationship: 70 };
    const scored = scoreColumns(small(), columnsOf(small(), records));
    expect(Array.from(scored.total)).toEqual([50, Number.NaN, Number.NaN, Number.NaN, Number.NaN, 70]);
    expect(scored.issues).toEqual([1, 2, 3, 4].map((row) => ({ row, field: "", code: "record/kind" })));
  });
});
