import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseModel } from "../../src/model/parse-model.ts";
import type { Model, ModelDocument } from "../../src/schema/model-document.ts";
import type { ScoreOptions } from "../../src/schema/options.ts";
import { rowColumns } from "../../src/schema/row-columns.ts";
import { flatRow } from "../../src/score/flat-row.ts";
import { safeScore } from "../../src/score/score.ts";
import { referenceScore } from "../reference/card.ts";
import { flatRow as referenceRow } from "../reference/flat-row.ts";
import { root } from "../support/root.ts";

/**
 * The golden vectors: accounts and the flat rows they must give, on every runtime and in every back-end. The first seven
 * are published cards; the others were answered by the reference interpreter. A rejected account gives the row a table
 * holds for it: `rejected`, no scores, and the earlier rating carried forward.
 */
interface Vector {
  readonly id: string;
  readonly account: { [field: string]: unknown };
  readonly asOf: string | null;
  readonly previous: ScoreOptions["previous"];
  readonly override?: ScoreOptions["override"];
  readonly expect: Row;
}
type Row = { readonly [column: string]: unknown };

const golden: readonly { model: ModelDocument; cards: readonly Vector[] }[] = JSON.parse(
  readFileSync(`${root}test/golden/cards.json`, "utf8"),
);

describe.each(golden)("the golden vectors of $model.id", ({ model: document, cards }) => {
  const model = parseModel(document);

  it.each(cards)("$id", ({ account, asOf, previous, override, expect: expected }) => {
    const options = { asOf, previous, override };
    const outcome = safeScore(model, account, options);
    const reference = referenceScore(document, account, options as Parameters<typeof referenceScore>[2]);
    expect(outcome.ok ? flatRow(outcome.card) : rejectedRow(model, previous)).toEqual(expected);
    expect(reference.ok ? referenceRow(document, reference.card) : rejectedRow(model, previous)).toEqual(expected);
  });
});

describe("the golden vectors together", () => {
  const every = golden.flatMap(({ model: document, cards }) => {
    const model = parseModel(document);
    return cards.map(({ account, asOf, previous, override }) =>
      safeScore(model, account, { asOf, previous, override }),
    );
  });
  const cards = every.flatMap((outcome) => (outcome.ok ? [outcome.card] : []));
  const text = JSON.stringify(golden.map(({ model }) => model));

  it("have an id of their own within their model", () => {
    for (const { cards } of golden) expect(new Set(cards.map(({ id }) => id)).size).toBe(cards.length);
  });

  it("meet every status, also a rejected account", () => {
    expect(cards.length).toBeLessThan(every.length);
    expect(new Set(cards.map(({ status }) => status))).toEqual(
      new Set(["scored", "insufficient-data", "disqualified"]),
    );
  });

  it("meet every way to hold a tier, and the dead band on both axes", () => {
    expect(new Set(cards.map(({ tier }) => tier?.held ?? null))).toEqual(new Set([null, "validity", "margin", "step"]));
    expect(cards.some(({ quadrant }) => quadrant?.held.x)).toBe(true);
    expect(cards.some(({ quadrant }) => quadrant?.held.y)).toBe(true);
  });

  it("meet every status of a bonus and of a gate", () => {
    expect(new Set(cards.flatMap(({ bonuses }) => bonuses.map(({ status }) => status)))).toEqual(
      new Set(["applied", "capped", "superseded", "not-in-force", "condition-false", "condition-unknown", "no-score"]),
    );
    expect(new Set(cards.flatMap(({ gates }) => gates.map(({ status }) => status)))).toEqual(
      new Set(["fired", "not-fired", "unknown"]),
    );
  });

  it("use every kind of curve, measure, missing value, combination and operator", () => {
    for (const word of WORDS) expect(text, word).toContain(`"${word}"`);
  });
});

// biome-ignore format: a table of words
const WORDS = [
  "bands", "linear", "lookup", "flag", "otherwise", "above",
  "ratio", "change", "difference", "sum", "days-since", "months-since", "floor", "ceiling",
  "exclude", "points", "worst", "best", "reject",
  "mean", "product", "min", "max", "start", "appliesWhen",
  "eq", "ne", "lt", "lte", "gt", "gte", "in", "notIn", "between", "exists", "all", "any", "not", "score",
  "first", "factor", "bonusCap", "deductionCap", "from", "until", "formerly",
  "deadBand", "margin", "maxStepsDown", "validMonths", "tierAtLeast", "tierAtMost", "disqualify", "minimumCoverage",
];

function rejectedRow(model: Model, previous: ScoreOptions["previous"]): Row {
  const row: { [column: string]: unknown } = {};
  for (const column of rowColumns(Object.keys(model.dimensions))) row[column] = null;
  return {
    ...row,
    status: "rejected",
    quadrantX: (model.quadrant && previous?.sides?.x) ?? null,
    quadrantY: (model.quadrant && previous?.sides?.y) ?? null,
    tierEarned: (model.tier && previous?.tier) ?? null,
    tierValidUntil: (model.tier && previous?.validUntil) ?? null,
  };
}
