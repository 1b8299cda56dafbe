import { exactly, multiply, signOf, subtract } from "../core/exact-decimal.ts";
import { compileCurve } from "../indicator/compile-curve.ts";
import type { ImprovementRule, PerScoreRule, PointsPlanDocument, StreakRule } from "../schema/points-plan-document.ts";
import type { Placing } from "./compile-multipliers.ts";
import { type ReadCard, scoreOn } from "./read-standing.ts";
import { plainly, type Reckon } from "./reckoning.ts";

/** Points by bands of a score. */
export function perScore({ on, bands }: PerScoreRule): Reckon {
  const pointsOf = compileCurve({ kind: "bands", bands }, 0, 0);
  return ({ standing, issues }) => {
    const score = scoreOn(standing.card as ReadCard, on, issues);
    return score === null ? "no-score" : plainly(exactly(pointsOf(score)));
  };
}

/** Points for what a score gained. */
export function improvement({ on, rate }: ImprovementRule): Reckon {
  return ({ standing, issues }) => {
    const now = scoreOn(standing.card as ReadCard, on, issues);
    const before = standing.previousCard === null ? null : scoreOn(standing.previousCard, on, issues);
    if (now === null || before === null) return "no-score";
    const gain = subtract(exactly(now), exactly(before));
    return signOf(gain) > 0 ? plainly(multiply(gain, exactly(rate))) : "no-gain";
  };
}

/** Points for a run of good reviews, this one being its last. */
export function streak(rule: StreakRule, plan: PointsPlanDocument): Reckon {
  const isGood = goodReview(rule, plan);
  const earns = REPEATS[rule.repeat ?? "each-streak"];
  return ({ standing }) => {
    if (!isGood(standing)) return "no-streak";
    const { reviews } = standing;
    let length = 1;
    for (let i = reviews.length - 1; i >= 0 && isGood(reviews[i] as Placing); i--) length++;
    return earns(length, rule.reviews) ? plainly(exactly(rule.points)) : "no-streak";
  };
}

function goodReview({ tierAtLeast, quadrants }: StreakRule, plan: PointsPlanDocument): (placing: Placing) => boolean {
  const tiers = plan.tiers ?? [];
  const good = new Set<string | null>(
    tierAtLeast === undefined ? quadrants : tiers.slice(0, tiers.indexOf(tierAtLeast) + 1),
  );
  return tierAtLeast === undefined ? ({ quadrant }) => good.has(quadrant) : ({ tier }) => good.has(tier);
}

/** Whether a run of a length earns, where so many reviews are asked for. */
const REPEATS = {
  "each-streak": (length, reviews) => length % reviews === 0,
  "each-review": (length, reviews) => length >= reviews,
  once: (length, reviews) => length === reviews,
} satisfies { readonly [K in NonNullable<StreakRule["repeat"]>]: (length: number, reviews: number) => boolean };
