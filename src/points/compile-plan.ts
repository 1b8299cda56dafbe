import { exactly } from "../core/exact-decimal.ts";
import { type InForce, inForce } from "../core/in-force.ts";
import type { RoundingMode } from "../core/rounding.ts";
import type { EarningRule, EarningRuleKind, PointsPlan, PointsPlanDocument } from "../schema/points-plan-document.ts";
import { compileMultipliers, type RuleMultipliers } from "./compile-multipliers.ts";
import { SPANS } from "./fill-caps.ts";
import { perAmount, perProduct } from "./reckon-amount.ts";
import { improvement, perScore, streak } from "./reckon-review.ts";
import { plainly, type Reckon } from "./reckoning.ts";

/** What a rule cannot do without: an amount, or what it reads of the standing. */
export type Need = "amount" | "card" | "reviews" | null;

/** A rule made ready. */
export interface CompiledRule {
  readonly rule: EarningRule;
  readonly isInForce: InForce;
  readonly rounding: RoundingMode;
  readonly needs: Need;
  readonly multipliers: RuleMultipliers;
  readonly reckon: Reckon;
  /** Whether a cap of the rule counts more than one activity. */
  readonly needsSoFar: boolean;
}

export interface CompiledPlan {
  readonly plan: PointsPlan;
  readonly rules: readonly CompiledRule[];
  readonly activities: ReadonlySet<string> | undefined;
  /** Whether a cap of the plan counts more than one activity. */
  readonly needsSoFar: boolean;
}

/** Compiled plans: a plan never changes, so neither does what it compiles to. */
const plans: WeakMap<PointsPlan, CompiledPlan> = /* @__PURE__ */ new WeakMap();

/** A parsed plan made ready to earn by, once. */
export function compiledPlan(plan: PointsPlan): CompiledPlan {
  const known = plans.get(plan);
  if (known !== undefined) return known;
  const compiled = compile(plan);
  plans.set(plan, compiled);
  return compiled;
}

function compile(plan: PointsPlan): CompiledPlan {
  const multipliersOf = compileMultipliers(plan);
  return {
    plan,
    activities: plan.activities && new Set(plan.activities),
    needsSoFar: countsBeyondEvent(plan.caps),
    rules: plan.rules.map((rule) => ({
      rule,
      isInForce: inForce(rule),
      rounding: rule.rounding ?? "floor",
      needs: NEEDS[rule.kind],
      multipliers: multipliersOf(rule.id),
      reckon: (RECKONS[rule.kind] as (rule: EarningRule, plan: PointsPlanDocument) => Reckon)(rule, plan),
      needsSoFar: countsBeyondEvent(rule.caps) || (rule.kind === "per-event" && rule.atMost !== undefined),
    })),
  };
}

function countsBeyondEvent(caps: PointsPlanDocument["caps"]): boolean {
  return SPANS.some((span) => span !== "event" && caps?.[span] !== undefined);
}

const NEEDS = {
  "per-amount": "amount",
  "per-product": "amount",
  "per-event": null,
  "per-score": "card",
  improvement: "card",
  streak: "reviews",
} satisfies { readonly [K in EarningRuleKind]: Need };

const RECKONS = {
  "per-amount": perAmount,
  "per-product": perProduct,
  "per-event": ({ points }: { readonly points: number }) => {
    const reckoning = plainly(exactly(points));
    return () => reckoning;
  },
  "per-score": perScore,
  improvement,
  streak,
} satisfies { readonly [K in EarningRuleKind]: (rule: never, plan: PointsPlanDocument) => Reckon };
