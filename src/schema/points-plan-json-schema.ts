import * as z from "zod/mini";
import { ROUNDINGS } from "./descriptions.ts";
import * as words from "./points-plan-descriptions.ts";
import { pointsPlanShape } from "./points-plan-shape.ts";
import {
  byKind,
  choice,
  entries,
  type JsonSchema,
  object,
  objectOf,
  type Part,
  type Parts,
  withPatternsTold,
} from "./told-schema.ts";

/**
 * The JSON Schema (draft-7) of the points plan, as editors read it; made as that of the model. It says less than
 * `parsePointsPlan`, which also sees references, orders and dates.
 */
export function pointsPlanJsonSchema(): object {
  const root = z.toJSONSchema(pointsPlanShape(), { io: "input", target: "draft-7" }) as unknown as JsonSchema;
  return withPatternsTold({
    ...object(root, words.PLAN, PLAN_PARTS),
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: "urn:guanxi:points-plan:1",
    title: "A guanxi points plan",
    description: "Everything that decides what an activity earns and how long points live.",
  });
}

const selectors: Part = entries(objectOf(words.SELECTOR));
const lines: Part = objectOf(words.LINES, { include: selectors, exclude: selectors });
const caps: Part = objectOf(words.CAPS);

const RULE_PARTS: Parts = {
  rounding: choice(ROUNDINGS),
  caps,
  units: choice(words.UNITS),
  basis: choice(words.BASES),
  lines,
  lineMultipliers: objectOf(words.LINE_MULTIPLIERS, {
    stacking: choice(words.STACKINGS),
    list: entries(objectOf(words.LINE_MULTIPLIER, { lines })),
  }),
  atMost: objectOf(words.AT_MOST),
  bands: entries(objectOf(words.BAND)),
  repeat: choice(words.REPEATS),
};

const PLAN_PARTS: Parts = {
  rules: entries((schema) => byKind(schema, words.RULES, RULE_PARTS)),
  multipliers: objectOf(words.MULTIPLIERS_SECTION, {
    stacking: choice(words.STACKINGS),
    list: entries((schema) => byKind(schema, words.MULTIPLIERS)),
  }),
  caps,
  pending: objectOf(words.PENDING),
  expiry: (schema) => byKind(schema, words.EXPIRIES),
  expiryDay: choice(words.EXPIRY_DAYS),
  consumption: choice(words.CONSUMPTIONS),
  negativeBalance: choice(words.NEGATIVE_BALANCES),
  expiredOnReversal: choice(words.EXPIRED_ON_REVERSAL),
  qualification: objectOf(words.QUALIFICATION, {
    period: choice(words.PERIODS),
    tiers: entries(objectOf(words.QUALIFICATION_TIER)),
  }),
};
