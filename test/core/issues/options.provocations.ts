import { parseModel } from "../../../src/model/parse-model.ts";
import { classifyQuadrant, classifyTier } from "../../../src/score/classify-scores.ts";
import { safeScore } from "../../../src/score/score.ts";
import { thrown } from "./model.provocations.ts";
import { issuesOf, type Provocation } from "./provocation.ts";
import { type Draft, SMALL_DAY, smallAccount, smallModel } from "./small-model.ts";

const RUNGS = ["gold", "silver", "bronze"];

export const provocations: readonly Provocation[] = [
  {
    code: "options/as-of-missing",
    mistake: "no day for a model with a date measure",
    provoke: () => rated({ asOf: undefined }),
    path: ["asOf"],
    expected: "measures.age",
    found: null,
    sentence: "asOf: expected the day of the rating, because of measures.age, got nothing",
  },
  {
    code: "options/date",
    mistake: "a day in another spelling",
    provoke: () => rated({ asOf: "31/03/2026" }),
    path: ["asOf"],
    expected: null,
    found: "31/03/2026",
    sentence: 'asOf: expected a day of the calendar written YYYY-MM-DD, got "31/03/2026"',
  },
  {
    code: "options/date",
    mistake: "a previous validity that is no day",
    provoke: () => rated({ previous: { tier: "gold", validUntil: "never" } }),
    path: ["previous", "validUntil"],
    expected: null,
    found: "never",
    sentence: 'previous.validUntil: expected a day of the calendar written YYYY-MM-DD, got "never"',
  },
  {
    code: "options/date-range",
    mistake: "a validity that ends after the calendar",
    provoke: () => rated({ asOf: "9999-06-30" }),
    path: ["asOf"],
    expected: "9999-12-31",
    found: "9999-06-30",
    sentence: 'asOf: expected a validity that ends by 9999-12-31, got "9999-06-30"',
  },
  {
    code: "options/side",
    mistake: "a side that is none",
    provoke: () => rated({ previous: { sides: { x: "left", y: "low" } } }),
    path: ["previous", "sides", "x"],
    expected: ["high", "low"],
    found: "left",
    sentence: 'previous.sides.x: expected "high" or "low", got "left"',
  },
  {
    code: "options/unknown-tier",
    mistake: "a previous tier that the model does not know",
    provoke: () => rated({ previous: { tier: "sliver" } }),
    path: ["previous", "tier"],
    expected: RUNGS,
    found: "sliver",
    suggestion: "silver",
    sentence: 'previous.tier: expected a rung ("gold", "silver" or "bronze"), got "sliver", did you mean "silver"',
  },
  {
    code: "options/unknown-tier",
    mistake: "an override to no tier",
    provoke: () => rated({ override: { reason: "board" } }),
    path: ["override", "tier"],
    expected: RUNGS,
    found: null,
    sentence: 'override.tier: expected a rung ("gold", "silver" or "bronze"), got nothing',
  },
  {
    code: "options/reason",
    mistake: "an override without a reason",
    provoke: () => rated({ override: { tier: "gold" } }),
    path: ["override", "reason"],
    expected: null,
    found: null,
    sentence: "override.reason: expected a reason for the override, got nothing",
  },
  {
    code: "options/score",
    mistake: "a score that is a word",
    provoke: () => thrown(() => classifyQuadrant(small(), { x: "high", y: 50 })),
    path: ["x"],
    expected: null,
    found: "high",
    sentence: 'x: expected a score as a number or decimal text, got "high"',
  },
  {
    code: "options/section-missing",
    mistake: "a tier asked of a model without one",
    provoke: () => thrown(() => classifyTier(small({ tier: undefined, gates: [] }), 50)),
    path: [],
    expected: "tier",
    found: null,
    sentence: "expected a model with a tier section, got none",
  },
];

function rated(options: Draft) {
  return issuesOf(safeScore(small(), smallAccount(), { asOf: SMALL_DAY, ...options }));
}

function small(changes: Draft = {}) {
  return parseModel({ ...smallModel(), cases: [], ...changes });
}
