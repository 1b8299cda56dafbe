import type {
  Band,
  BonusGroup,
  BonusRule,
  Caps,
  Case,
  Combine,
  Condition,
  Curve,
  Dimension,
  Field,
  Gate,
  Hold,
  Indicator,
  IndicatorGroup,
  InputTest,
  Measure,
  Missing,
  ModelDocument,
  Named,
  Operator,
  Quadrant,
  QuadrantCell,
  Rounding,
  Rung,
  ScoreTest,
  Side,
  Stacking,
  Tier,
} from "./model-document.ts";

/**
 * What an editor says about each key of a model document, for `json-schema.ts` alone: no bundle that parses or scores
 * holds a word of it. Every table is complete, or this file does not compile.
 */

export type Words<T, Without extends PropertyKey = keyof Named> = {
  readonly [K in Exclude<keyof T, Without>]-?: string;
};
export type Choices<T extends string> = { readonly [K in T]: string };

/** A union by `kind`: what each kind is, and what its own keys are. */
export type KindWords<U extends { readonly kind: string }> = {
  readonly [K in U["kind"]]: {
    readonly about: string;
    readonly keys: Words<Extract<U, { readonly kind: K }>, "kind" | keyof Named>;
  };
};

export const NAMED = {
  title: 'What people read: a text, or texts by language ({ "en": "Revenue", "zh-CN": "收入" }).',
  note: "A remark for whoever maintains the model. It changes no score.",
  x: "A free object of your own. It changes no score.",
} satisfies { readonly [K in keyof Named]-?: string };

export const MODEL = {
  $schema: "Where this schema is, so that editors check the model while it is written.",
  format: "The format of the document. This version of guanxi writes 1.",
  id: "The name of the model, in camelCase or kebab-case. It stands on every card.",
  version: "The version of the model, any text. It stands on every card.",
  effective: "The days the model is meant for. Scoring outside them is allowed.",
  range: "The least and greatest points and scores. Default [0, 100].",
  places: "How many decimals points and scores are published with.",
  fields: "The inputs of an account: each becomes a column of the sheet and a key of the record.",
  measures: "Inputs computed from fields. Fields and measures share one namespace.",
  dimensions: "The scores of an account, each a tree of indicators. Their weights sum to exactly 1 or exactly 100.",
  bonusGroups: "Groups of bonus rules that stack in one way and share a cap.",
  bonuses: "Rules that add points to a dimension or to the total (or take them away).",
  total: "Caps of the bonuses that go to the total.",
  quadrant: "Two scores, each high or low: four cells.",
  tier: "One score as a ladder of rungs.",
  gates: "Conditions that lift or lower the tier, or disqualify the account.",
  minimumCoverage: "A card whose coverage is below this is insufficient-data: 0 to 1, default 0.",
  cases: "Worked examples that the model must reproduce; `guanxi validate` tries them.",
} satisfies Words<ModelDocument>;

export const EFFECTIVE = {
  from: "The first day, YYYY-MM-DD.",
  until: "The last day, YYYY-MM-DD.",
} satisfies Words<NonNullable<ModelDocument["effective"]>>;

export const PLACES = {
  points: "Decimals of indicator points and group scores. Default 4.",
  score: "Decimals of bases, bonuses, dimension scores and the total. Default 2.",
} satisfies Words<NonNullable<ModelDocument["places"]>>;

const CHANGEABLE =
  "Whether the account can change it (default true): advice on the next tier looks at changeable inputs.";

export const FIELDS = {
  number: {
    about: "A decimal number, rounded half away from zero to its places before anything else looks at it.",
    keys: {
      unit: "What it is counted in, for people: CNY, days, orders.",
      places: "Decimals it is published with, 0 to 15. Default 6.",
      min: "The least published value an account may have.",
      max: "The greatest published value an account may have.",
      changeable: CHANGEABLE,
    },
  },
  category: {
    about: "A text out of a list, or any text where there is no list.",
    keys: { values: "The values an account may have. Without it any text is accepted.", changeable: CHANGEABLE },
  },
  date: { about: "A day, YYYY-MM-DD.", keys: { changeable: CHANGEABLE } },
  boolean: { about: "True or false.", keys: { changeable: CHANGEABLE } },
} satisfies KindWords<Field>;

const MEASURE_PLACES = "Decimals it is published with, 0 to 15. Default 4.";
const ROUNDING = "How the exact result becomes a published one. Default half-away.";

export const MEASURES = {
  ratio: {
    about: "of ÷ to; missing where to is 0.",
    keys: {
      of: "The number field that is divided.",
      to: "The number field it is divided by.",
      places: MEASURE_PLACES,
      rounding: ROUNDING,
    },
  },
  change: {
    about: "(to − from) ÷ from: growth since before; missing where from is 0.",
    keys: {
      from: "The number field of before.",
      to: "The number field of after.",
      places: MEASURE_PLACES,
      rounding: ROUNDING,
    },
  },
  difference: {
    about: "of − minus.",
    keys: {
      of: "The number field to subtract from.",
      minus: "The number field that is subtracted.",
      places: MEASURE_PLACES,
      rounding: ROUNDING,
    },
  },
  sum: {
    about: "The sum of number fields.",
    keys: { of: "The number fields that are added.", places: MEASURE_PLACES, rounding: ROUNDING },
  },
  "days-since": { about: "Days from a date to the day of the rating.", keys: { field: "The date field." } },
  "months-since": { about: "Whole months from a date to the day of the rating.", keys: { field: "The date field." } },
} satisfies KindWords<Measure>;

export const ROUNDINGS = {
  "half-away": "To the nearest; halves away from zero, as spreadsheets round.",
  floor: "Down, toward −∞.",
  ceiling: "Up, toward +∞.",
} satisfies Choices<Rounding>;

export const CURVES = {
  bands: {
    about: "Steps of a number: each band gives its points.",
    keys: { bands: "The bands, rising: the first has neither from nor above, every other has one of them." },
  },
  linear: {
    about: "Straight lines between knots of a number, flat beyond the first and last.",
    keys: { knots: "Pairs [input, points], inputs rising." },
  },
  lookup: {
    about: "Points by the value of a category.",
    keys: { points: "Points of each value.", otherwise: "Points of a value that is not listed." },
  },
  flag: { about: "Points of true and of false.", keys: { points: "Points of true and of false." } },
} satisfies KindWords<Curve>;

export const BAND = {
  from: "The band begins at this value, which is in it.",
  above: "The band begins after this value, which is not in it.",
  points: "The points of the band.",
} satisfies Words<Band>;

export const FLAG_POINTS = { true: "Points of true.", false: "Points of false." };

export const MISSING = {
  reject: { about: "An account without the value is rejected. This is the default.", keys: {} },
  exclude: { about: "The indicator is left out; its siblings share its weight.", keys: {} },
  points: { about: "Given points, though the indicator counts as not answered.", keys: { points: "The points." } },
  worst: { about: "The least points the curve can give.", keys: {} },
  best: { about: "The greatest points the curve can give.", keys: {} },
} satisfies KindWords<Missing>;

const WEIGHT = "Its part of the parent: under a mean, siblings sum to exactly 1 or exactly 100; 0 only monitors.";
const COMBINE = "How the children become one number. Default mean.";
const START = "Where a sum starts. Default 0.";
const CHILDREN = "The children: indicators, or groups of them.";
const APPLIES_WHEN = "Where this is false the node is not applicable, as if it were not there.";
const REASON = "A code that explanations name.";

export const INDICATOR = {
  input: "The field or measure it looks at.",
  weight: WEIGHT,
  curve: "How the input becomes points.",
  missing: "What happens where the input is missing. Default: the account is rejected.",
  monotone: "A promise about the curve, checked when the model is parsed.",
  appliesWhen: APPLIES_WHEN,
  reason: REASON,
} satisfies Words<Indicator>;

export const MONOTONES = {
  rising: "More of the input never gives fewer points.",
  falling: "More of the input never gives more points.",
} satisfies Choices<NonNullable<Indicator["monotone"]>>;

export const GROUP = {
  weight: WEIGHT,
  combine: COMBINE,
  start: START,
  indicators: CHILDREN,
  appliesWhen: APPLIES_WHEN,
  reason: REASON,
} satisfies Words<IndicatorGroup>;

export const COMBINES = {
  mean: "The mean of the children, by their weights.",
  sum: "The sum of the children's points; no weights.",
  product: "The product of the children's points; no weights.",
  min: "The least of the children's points; no weights.",
  max: "The greatest of the children's points; no weights.",
} satisfies Choices<Combine>;

const BONUS_CAP = "The most that bonuses may add together.";
const DEDUCTION_CAP = "The most that deductions may take away together.";

export const CAPS = {
  bonusCap: BONUS_CAP,
  deductionCap: DEDUCTION_CAP,
} satisfies Words<Caps>;

export const DIMENSION = {
  weight: "Its part of the total: dimensions sum to exactly 1 or exactly 100.",
  combine: COMBINE,
  start: START,
  indicators: CHILDREN,
  bonusCap: BONUS_CAP,
  deductionCap: DEDUCTION_CAP,
} satisfies Words<Dimension>;

export const BONUS_GROUP = {
  stacking: "Which of the rules that fired count. Default sum.",
  cap: "The most that the group may give (or take) at one target.",
} satisfies Words<BonusGroup>;

export const STACKINGS = {
  sum: "All of them.",
  max: "The one of the largest magnitude.",
  first: "The first listed.",
} satisfies Choices<Stacking>;

export const BONUS = {
  id: "The name of the rule. It stands on every card.",
  to: "The dimension it adds to, or total.",
  points: "The points it adds; negative is a deduction. Either this or factor.",
  factor: "Adds base × (factor − 1): 1.1 is a tenth more. Either this or points.",
  group: "The bonus group it belongs to. Without one it stands alone.",
  when: "When it fires. Without it, always.",
  from: "The first day it is in force, YYYY-MM-DD.",
  until: "The last day it is in force, YYYY-MM-DD.",
  reason: REASON,
} satisfies Words<BonusRule>;

export const QUADRANT = {
  x: "The dimension of the horizontal axis, or total.",
  y: "The dimension of the vertical axis, or total.",
  cut: "From these scores on a side is high.",
  deadBand: "An axis keeps its previous side while |score − cut| is below this. Default 0.",
  cells: "The four cells, one for each pair of sides.",
} satisfies Words<Quadrant, "title" | "note">;

export const CUT = { x: "The least high score on x.", y: "The least high score on y." } satisfies Words<
  Quadrant["cut"],
  never
>;

export const CELL = {
  name: "What the cell is called on cards.",
  x: "Its side of the horizontal axis.",
  y: "Its side of the vertical axis.",
} satisfies Words<QuadrantCell, "title" | "note">;

export const SIDES = { high: "At or above the cut.", low: "Below the cut." } satisfies Choices<Side>;

export const TIER = {
  on: "The dimension that decides, or total.",
  rungs: "The ladder, best first; from falls from rung to rung, and the last has none.",
  hold: "What keeps an account from falling at once.",
} satisfies Words<Tier>;

export const RUNG = {
  name: "What the tier is called on cards.",
  from: "The least score of the rung. The last rung has none.",
  formerly: "Names the rung had in earlier versions, so that previous ratings are still understood.",
} satisfies Words<Rung>;

export const HOLD = {
  margin: "A fallen score keeps its rung while it is at least from − margin.",
  maxStepsDown: "The most rungs one rating may fall.",
  validMonths: "A rung is kept this many months from when it was earned.",
} satisfies Words<Hold>;

export const GATE = {
  id: "The name of the gate. It stands on every card.",
  when: "When it fires. Gates may also test scores.",
  tierAtLeast: "Lifts the tier to this rung. One of this, tierAtMost and disqualify.",
  tierAtMost: "Lowers the tier to this rung; it comes after every tierAtLeast.",
  disqualify: "Disqualifies the account: no quadrant and no tier.",
  reason: REASON,
} satisfies Words<Gate>;

export const CASE = {
  id: "The name of the case.",
  asOf: "The day of the rating, YYYY-MM-DD.",
  account: "The record that is scored.",
  previous: "The rating the account had before.",
  override: "A grade given by hand.",
  expect: "Cells of the row that must come out: a dimension's id, total, quadrant, tier, status …",
} satisfies Words<Case>;

export const PREVIOUS = {
  tier: "The tier earned then.",
  validUntil: "How long it was valid, YYYY-MM-DD.",
  sides: "The sides of the quadrant then.",
} satisfies Words<NonNullable<Case["previous"]>>;

export const PREVIOUS_SIDES = { x: "The side of the horizontal axis.", y: "The side of the vertical axis." };

export const OVERRIDE = {
  tier: "The tier given.",
  reason: "Why it was given.",
  until: "The last day it holds, YYYY-MM-DD. Without it, until further notice.",
} satisfies Words<NonNullable<Case["override"]>>;

/** The forms of a condition: the keys of which each has one. */
export const FORMS = {
  all: "True if all of these are.",
  any: "True if any of these is.",
  not: "True if this is false.",
  input: "Tests a field or measure, by one operator beside it.",
  score: "Tests the score of a dimension, or the total, by one operator beside it.",
} satisfies { readonly [K in Exclude<KeysOf<Condition>, Operator>]: string };

type KeysOf<U> = U extends unknown ? keyof U : never;

export const OPERATORS = {
  eq: "Is equal to.",
  ne: "Is there, and not equal to.",
  lt: "Is less than (dates: before).",
  lte: "Is at most (dates: on or before).",
  gt: "Is more than (dates: after).",
  gte: "Is at least (dates: on or after).",
  in: "Is one of.",
  notIn: "Is there, and none of.",
  between: "Lies between the two, both included.",
  exists: "Is there (true), or is missing (false).",
} satisfies Words<InputTest & ScoreTest, "input" | "score">;
