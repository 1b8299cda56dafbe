import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Codes, NO_CODE, scoreColumns } from "../../src/batch/index.ts";
import { readDate } from "../../src/core/plain-date.ts";
import { GuanxiError, parseModel, safeScore } from "../../src/index.ts";
import { root } from "../support/root.ts";
import { small } from "../support/small-model.ts";

const names = ({ codes, names: table }: Codes) => Array.from(codes, (code) => (code === NO_CODE ? null : table[code]));

describe("a portfolio of more than one chunk", () => {
  it("is scored row by row as score does, and its answer goes back in as previous ratings", () => {
    const model = parseModel(JSON.parse(readFileSync(`${root}examples/models/group-customer.json`, "utf8")));
    const [given] = model.cases ?? [];
    const accounts = Array.from({ length: 2100 }, (_, i) => ({
      ...given?.account,
      memberRevenue: i % 7 === 0 ? null : (i * 997) % 3_000_000,
      satisfaction: i % 5 === 0 ? null : i % 100,
    }));
    const columns = Object.fromEntries(
      Object.keys(model.fields).map((id) => [
        id,
        accounts.map((account: Record<string, unknown>) => account[id] as never),
      ]),
    );
    const first = scoreColumns(model, columns, { asOf: "2026-06-30" });
    const second = scoreColumns(model, columns, { asOf: "2027-09-30", previous: first });
    expect(first.rows).toBe(2100);
    for (const row of [0, 1, 1022, 1023, 1024, 1025, 2047, 2048, 2099]) {
      const before = safeScore(model, accounts[row], { asOf: "2026-06-30" });
      const status = names(first.status)[row];
      expect(status === "rejected").toBe(!before.ok);
      if (!before.ok) continue;
      expect(first.total[row]).toBe(before.card.total ?? Number.NaN);
      const { quadrant, tier } = before.card;
      const previous = { tier: tier?.earned, validUntil: tier?.validUntil, sides: quadrant?.sides };
      const after = safeScore(model, accounts[row], { asOf: "2027-09-30", previous });
      if (!after.ok) throw new Error("rejected later");
      expect(names(second.tier as Codes)[row] ?? null).toBe(after.card.tier?.name);
      expect(names(second.tierHeld as Codes)[row] ?? null).toBe(after.card.tier?.held);
      expect(second.tierValidUntil?.[row]).toBe(readDate(after.card.tier?.validUntil as string));
    }
  });
});

describe("a portfolio that needs nothing exceptional", () => {
  it("hands no row back: the fast path ran", () => {
    const rows = 3000;
    const value = Float64Array.from({ length: rows }, (_, i) => (i * 37) % 101);
    const scored = scoreColumns(small(), { value, relationship: Int32Array.from(value) });
    expect(scored.handedBack).toBe(0);
    expect(Array.from(scored.total)).toEqual(Array.from(value));
  });

  it("hands no row back for weights of two decimals on three levels, though their shares are too large for one product of doubles", () => {
    const flag = (input: string, weight: number) => ({
      input,
      weight,
      missing: { kind: "exclude" },
      curve: { kind: "flag", points: { true: 100, false: 0 } },
    });
    const branch = (weight: number) => ({
      weight,
      indicators: {
        one: { weight: 33.33, indicators: { a: flag("a", 12.34), b: flag("b", 87.66) } },
        other: { weight: 66.67, indicators: { a: flag("a", 43.21), c: flag("c", 56.79) } },
      },
    });
    const fields = Object.fromEntries(["a", "b", "c"].map((id) => [id, { kind: "boolean" }]));
    const dimensions = { one: branch(29.17), other: branch(70.83) };
    const model = parseModel({ format: 1, id: "deep", version: "1", fields, dimensions });
    const records = Array.from({ length: 27 }, (_, i) => ({
      a: [true, false, null][i % 3],
      b: [true, false, null][Math.floor(i / 3) % 3],
      c: [true, false, null][Math.floor(i / 9)],
    }));
    const column = (id: "a" | "b" | "c") => records.map((record) => record[id]);
    const scored = scoreColumns(model, { a: column("a"), b: column("b"), c: column("c") });
    expect(scored.handedBack).toBe(0);
    records.forEach((record, row) => {
      const outcome = safeScore(model, record);
      expect(outcome.ok && outcome.card.coverage).toBe(scored.coverage[row]);
    });
  });

  it("hands back the rows that are wrong, and only those", () => {
    const scored = scoreColumns(small(), {
      value: [50, "x", 70, null],
      relationship: Float64Array.of(50, 50, Number.POSITIVE_INFINITY, 70),
    });
    expect(scored.handedBack).toBe(3);
    expect(names(scored.status)).toEqual(["scored", "rejected", "rejected", "rejected"]);
    expect(scored.issues).toEqual([
      { row: 1, field: "value", code: "record/number" },
      { row: 2, field: "relationship", code: "record/number" },
      { row: 3, field: "value", code: "record/missing" },
    ]);
  });
});

describe("odd columns", () => {
  const model = parseModel({
    format: 1,
    id: "odd",
    version: "1",
    fields: { kind: { kind: "category", values: ["a", "b"] } },
    dimensions: {
      only: {
        weight: 1,
        indicators: {
          kind: {
            input: "kind",
            weight: 1,
            missing: { kind: "exclude" },
            curve: { kind: "lookup", points: { a: 10, b: 20 } },
          },
        },
      },
    },
  });

  it("codes without an entry are missing: none, half a code, a huge one, one below zero", () => {
    const codes = Float64Array.of(0, Number.NaN, 1.5, 4294967296, -1, 2, 1);
    const scored = scoreColumns(model, { kind: { codes, dictionary: ["b", "a"] } });
    expect(Array.from(scored.coverage)).toEqual([1, 0, 0, 0, 0, 0, 1]);
    expect(scored.total[0]).toBe(20);
    expect(scored.total[6]).toBe(10);
  });

  it("a dictionary longer than a chunk is read like a short one: texts at its ends, and codes beyond them", () => {
    const dictionary = Array.from({ length: 5000 }, (_, i) => (i === 0 ? "b" : i === 4999 ? "a" : null));
    const codes = Int32Array.of(0, 4999, 17, 5000, -1);
    const scored = scoreColumns(model, { kind: { codes, dictionary } });
    expect(Array.from(scored.coverage)).toEqual([1, 1, 0, 0, 0]);
    expect(Array.from(scored.total.slice(0, 2))).toEqual([20, 10]);
  });

  it("an empty portfolio is an empty answer", () => {
    expect(scoreColumns(model, { kind: [] })).toMatchObject({ rows: 0, handedBack: 0, issues: [] });
    expect(scoreColumns(model, {})).toMatchObject({ rows: 0 });
  });

  it.each([
    ["typed numbers for a category", Int32Array.of(1)],
    ["a masked column for a category", { values: Int32Array.of(1), mask: Uint8Array.of(1) }],
    ["a text", "a"],
    ["64-bit integers", BigInt64Array.of(1n)],
    ["null", null],
  ])("%s is refused, not read as missing", (_, column) => {
    expect(() => scoreColumns(model, { kind: column as never })).toThrow(GuanxiError);
  });

  it("previous ratings of another length, side or calendar are refused", () => {
    const one = (over: object) => () => scoreColumns(small(), { value: [1], relationship: [1] }, { previous: over });
    expect(one({ tierEarned: { codes: new Uint8Array(2), names: ["A"] } })).toThrow("rows");
    expect(one({ quadrantX: { codes: Uint8Array.of(0), names: ["up"] } })).toThrow("high");
    expect(one({ tierValidUntil: Int32Array.of(2147483647) })).toThrow("day");
  });

  it("a row refused for its validity keeps no name of a quadrant", () => {
    const tier = { on: "total", rungs: [{ name: "A", from: 50 }, { name: "B" }], hold: { validMonths: 12 } };
    const scored = scoreColumns(small({ tier }), { value: [90], relationship: [90] }, { asOf: "9999-06-01" });
    expect([names(scored.status)[0], names(scored.quadrant as Codes)[0], names(scored.tier as Codes)[0]]).toEqual([
      "rejected",
      null,
      null,
    ]);
  });
});
