import { describe, expect, it } from "vitest";
import { scoreChunks, scoreColumns } from "../../src/batch/index.ts";
import { writeDate } from "../../src/core/plain-date.ts";
import { parseModel, safeScore } from "../../src/index.ts";
import type { Model } from "../../src/schema/model-document.ts";
import { flatRow } from "../../src/score/flat-row.ts";
import { rowAt } from "./flat-row-at.ts";

/** Two chunks and one row. */
const ROWS = 4097;
const ASOF = "2026-03-31";

/** Typed columns of every kind with values that differ from chunk to chunk, masks among them. */
const revenue = Float64Array.from({ length: ROWS }, (_, i) =>
  i % 11 === 5 ? Number.NaN : ((i * 7919) % 100_003) / 100,
);
const arrears = Int16Array.from({ length: ROWS }, (_, i) => (i * 31) % 13);
const areKnown = Uint8Array.from({ length: ROWS }, (_, i) => +((i * 5) % 7 !== 3));
const visits = Int32Array.from({ length: ROWS }, (_, i) => 20_000 + ((i * 17) % 601));
const sponsors = Uint8Array.from({ length: ROWS }, (_, i) => +((i * 13) % 5 < 2));
const columns = {
  revenue,
  arrears: { values: arrears, mask: areKnown },
  visit: { values: visits, mask: areKnown },
  isSponsor: { values: sponsors, mask: areKnown },
};
const accounts = Array.from(revenue, (value, i) => ({
  revenue: Number.isNaN(value) ? null : value,
  arrears: areKnown[i] === 1 ? arrears[i] : null,
  visit: areKnown[i] === 1 ? writeDate(visits[i] as number) : null,
  isSponsor: areKnown[i] === 1 ? sponsors[i] === 1 : null,
}));

/** A model with so many rules of bonuses, each with a condition of its own, and one for a factor where that is asked. */
function withRules(count: number, hasFactor = false): Model {
  const missing = { kind: "exclude" };
  const rules = Array.from({ length: count }, (_, i) => ({
    id: `rule${i}`,
    to: "value",
    ...(hasFactor && i === 0 ? { factor: 1.05 } : { points: i % 3 === 0 ? -0.25 : (50 + i) / 100 }),
    ...(i % 2 === 0 ? { group: "some" } : {}),
    when: { all: [{ input: "revenue", gte: 15 * i }, { not: { input: "arrears", eq: i % 13 } }] },
  }));
  return parseModel({
    format: 1,
    id: `rules${count}`,
    version: "1",
    fields: {
      revenue: { kind: "number", places: 1 },
      arrears: { kind: "number", places: 0 },
      visit: { kind: "date" },
      isSponsor: { kind: "boolean" },
    },
    measures: { daysSince: { kind: "days-since", field: "visit" } },
    dimensions: {
      value: {
        weight: 100,
        bonusCap: 9,
        indicators: {
          revenue: {
            input: "revenue",
            weight: 40,
            missing,
            curve: {
              kind: "linear",
              knots: [
                [0, 0],
                [700, 100],
              ],
            },
          },
          arrears: {
            input: "arrears",
            weight: 30,
            missing,
            curve: { kind: "bands", bands: [{ points: 90 }, { from: 3, points: 20 }] },
          },
          visit: {
            input: "daysSince",
            weight: 20,
            missing,
            curve: {
              kind: "linear",
              knots: [
                [0, 100],
                [900, 0],
              ],
            },
          },
          sponsor: {
            input: "isSponsor",
            weight: 10,
            missing,
            curve: { kind: "flag", points: { true: 100, false: 0 } },
          },
        },
      },
    },
    bonusGroups: { some: { stacking: "max" } },
    bonuses: rules,
  });
}

const totalsOf = (model: Model) => Array.from(scoreColumns(model, columns, { asOf: ASOF }).total);

describe("columns longer than two chunks", () => {
  it.each([
    ["no rule", withRules(0), 0],
    ["as many rules as sets of them are tabled for", withRules(6), 0],
    ["more rules", withRules(7), 0],
    ["a rule that gives a factor", withRules(3, true), 0],
    ["as many rules as a mask has bits", withRules(52), 0],
    ["more rules than a mask has bits: row by row", withRules(53), ROWS],
  ])("are scored as the records are: %s", (_, model, handedBack) => {
    const scored = scoreColumns(model, columns, { asOf: ASOF });
    expect(scored.handedBack).toBe(handedBack);
    accounts.forEach((account, row) => {
      const outcome = safeScore(model, account, { asOf: ASOF });
      expect(rowAt(model, scored, row)).toEqual(outcome.ok && flatRow(outcome.card));
    });
  });

  it("answer the same when two models take turns, whole and part by part", async () => {
    const [one, other] = [withRules(2), withRules(9)];
    const expected = [totalsOf(one), totalsOf(other)];
    expect([totalsOf(one), totalsOf(other)]).toEqual(expected);
    const parts = [one, other].map((model) => scoreChunks(model, [columns, columns], { asOf: ASOF }));
    const taken: number[][] = [];
    for (const part of [parts[0], parts[1], parts[1], parts[0]]) {
      const { value } = (await part?.next()) ?? {};
      taken.push(Array.from(value?.total ?? []));
    }
    expect(taken).toEqual([expected[0], expected[1], expected[1], expected[0]]);
  });
});
