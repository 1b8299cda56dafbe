import * as z from "zod/mini";
import { bands } from "./indicator-shape.ts";
import { MOST_PLAN_PARTS, MOST_POINTS } from "./limits.ts";
import type { EarningRuleKind, ExpiryKind, MultiplierKind, PointsPlanDocument } from "./points-plan-document.ts";
import { atLeastZero, closed, count, date, id, type Loose, name, named, number, rounding } from "./words.ts";

/** The format this version writes; lower ones are upgraded before they come here. */
export const PLAN_FORMAT = 1;

const positive = () => number().check(z.positive());
const points = () => z.int().check(z.minimum(0), z.maximum(MOST_POINTS));
const cap = () => z.optional(z.int().check(z.minimum(1), z.maximum(MOST_POINTS)));
const names = () => z.array(name()).check(z.minLength(1));
/** A list of at most a thousand; an empty one only where it is the whole section. */
const parts = <T extends z.core.$ZodType>(part: T, least = 1) =>
  z.array(part).check(z.minLength(least), z.maxLength(MOST_PLAN_PARTS));

const selector = () =>
  closed({
    skus: z.optional(names()),
    categories: z.optional(names()),
    labels: z.optional(z.record(name(), z.string())),
    isDelivery: z.optional(z.boolean()),
  });

const lineChoice = () =>
  closed({
    include: z.optional(parts(selector())),
    exclude: z.optional(parts(selector())),
  });

const stacking = () => z.enum(["multiply", "add", "highest"]);
const dates = () => ({ from: z.optional(date()), until: z.optional(date()) });

const multiplierBase = () => ({ id: id(), ...dates(), rules: z.optional(parts(id())) });
const byName = () => ({ factors: z.record(name(), atLeastZero()), otherwise: z.optional(atLeastZero()) });

const MULTIPLIERS = {
  tier: () => closed({ kind: z.literal("tier"), ...multiplierBase(), ...byName(), ...named() }),
  quadrant: () => closed({ kind: z.literal("quadrant"), ...multiplierBase(), ...byName(), ...named() }),
  campaign: () => closed({ kind: z.literal("campaign"), ...multiplierBase(), factor: atLeastZero(), ...named() }),
} satisfies { readonly [K in MultiplierKind]: () => unknown };

const caps = () => closed({ event: cap(), day: cap(), month: cap(), year: cap(), lifetime: cap() });

const ruleBase = () => ({
  id: id(),
  ...dates(),
  rounding: z.optional(rounding()),
  caps: z.optional(caps()),
  qualifying: z.optional(z.boolean()),
  ...named(),
});
const spending = () => ({ ...ruleBase(), activity: z.optional(name()), minimumAmount: z.optional(positive()) });
const review = () => ({ ...ruleBase(), activity: name() });

const RULES = {
  "per-amount": () =>
    closed({
      kind: z.literal("per-amount"),
      ...spending(),
      rate: positive(),
      per: z.optional(positive()),
      units: z.optional(z.enum(["exact", "whole"])),
      basis: z.optional(z.enum(["bill", "line"])),
      lines: z.optional(lineChoice()),
      lineMultipliers: z.optional(
        closed({
          stacking: z.optional(stacking()),
          list: parts(closed({ lines: lineChoice(), factor: atLeastZero() })),
        }),
      ),
    }),
  "per-product": () => closed({ kind: z.literal("per-product"), ...spending(), skus: names(), points: points() }),
  "per-event": () =>
    closed({
      kind: z.literal("per-event"),
      ...review(),
      points: points(),
      atMost: z.optional(closed({ times: count(1), per: z.enum(["day", "month", "year", "lifetime"]) })),
    }),
  "per-score": () => closed({ kind: z.literal("per-score"), ...review(), on: id(), bands: bands(points) }),
  improvement: () => closed({ kind: z.literal("improvement"), ...review(), on: id(), rate: positive() }),
  streak: () =>
    closed({
      kind: z.literal("streak"),
      ...review(),
      reviews: count(1),
      tierAtLeast: z.optional(name()),
      quadrants: z.optional(names()),
      points: points(),
      repeat: z.optional(z.enum(["each-streak", "each-review", "once"])),
    }),
} satisfies { readonly [K in EarningRuleKind]: () => unknown };

const rule = () =>
  z.discriminatedUnion("kind", [
    RULES["per-amount"](),
    RULES["per-product"](),
    RULES["per-event"](),
    RULES["per-score"](),
    RULES.improvement(),
    RULES.streak(),
  ]);

const EXPIRIES = {
  none: () => closed({ kind: z.literal("none") }),
  days: () => closed({ kind: z.literal("days"), days: count(1) }),
  months: () => closed({ kind: z.literal("months"), months: count(1) }),
  "end-of-month": () => closed({ kind: z.literal("end-of-month"), months: count(1) }),
  "end-of-year": () => closed({ kind: z.literal("end-of-year"), years: count(1) }),
  rolling: () =>
    closed({
      kind: z.literal("rolling"),
      days: z.optional(count(1)),
      months: z.optional(count(1)),
      zeroPointsExtend: z.optional(z.boolean()),
    }),
} satisfies { readonly [K in ExpiryKind]: () => unknown };

const expiry = () =>
  z.discriminatedUnion("kind", [
    EXPIRIES.none(),
    EXPIRIES.days(),
    EXPIRIES.months(),
    EXPIRIES["end-of-month"](),
    EXPIRIES["end-of-year"](),
    EXPIRIES.rolling(),
  ]);

/** The shape of the whole document. */
export const pointsPlanShape = () =>
  closed({
    $schema: z.optional(z.string()),
    format: z.literal(PLAN_FORMAT),
    id: id(),
    version: name(),
    ...named(),
    currency: z.optional(name()),
    tiers: z.optional(parts(name())),
    quadrants: z.optional(parts(name())),
    activities: z.optional(parts(name())),
    rules: parts(rule(), 0),
    multipliers: z.optional(
      closed({
        stacking: z.optional(stacking()),
        list: parts(
          z.discriminatedUnion("kind", [MULTIPLIERS.tier(), MULTIPLIERS.quadrant(), MULTIPLIERS.campaign()]),
          0,
        ),
      }),
    ),
    caps: z.optional(caps()),
    pending: z.optional(closed({ days: count(1) })),
    expiry: z.optional(expiry()),
    expiryDay: z.optional(z.enum(["usable", "expired"])),
    consumption: z.optional(z.enum(["earliest-expiry", "first-in-first-out"])),
    negativeBalance: z.optional(z.enum(["block", "owe", "take-other-lots"])),
    expiredOnReversal: z.optional(z.enum(["reinstate", "lost"])),
    qualification: z.optional(
      closed({
        period: z.enum(["calendar-year", "rolling-12-months", "anniversary-year"]),
        tiers: z.optional(parts(closed({ name: name(), from: points() }))),
      }),
    ),
    pointValue: z.optional(positive()),
  });

/** Fails to compile when the schema accepts something that the public interface does not describe. */
export type PlanShapeFitsInterface =
  z.core.output<ReturnType<typeof pointsPlanShape>> extends Loose<PointsPlanDocument> ? true : never;
const fits: PlanShapeFitsInterface = true;
void fits;
