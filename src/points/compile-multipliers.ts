import type { ExactDecimal } from "../core/exact-decimal.ts";
import { type InForce, inForce } from "../core/in-force.ts";
import type { Multiplier, MultiplierKind, PointsPlanDocument } from "../schema/points-plan-document.ts";
import { stackFactors } from "./stack-factors.ts";

/** What multipliers read of an account. */
export interface Placing {
  readonly tier: string | null;
  readonly quadrant: string | null;
}

interface CompiledMultiplier {
  readonly id: string;
  readonly isInForce: InForce;
  /** Whether it reads the standing. */
  readonly reads: boolean;
  readonly factorOf: (placing: Placing) => number;
}

/** The multipliers of one rule. */
export interface RuleMultipliers {
  /** The first multiplier in force that reads a tier or quadrant, if there is one: why the standing is needed. */
  readonly reads: (day: number) => string | null;
  /** Those in force, in the order of the plan, and what they make together. */
  readonly on: (
    day: number,
    placing: Placing,
  ) => {
    readonly applied: readonly { readonly id: string; readonly factor: number }[];
    readonly factor: ExactDecimal;
  };
}

/** The multipliers of a plan, rule by rule. */
export function compileMultipliers(plan: PointsPlanDocument): (rule: string) => RuleMultipliers {
  const { stacking = "multiply", list = [] } = plan.multipliers ?? {};
  const compiled = list.map((multiplier) => ({ ...compile(multiplier), rules: multiplier.rules }));
  return (rule) => {
    const own: readonly CompiledMultiplier[] = compiled.filter(({ rules }) => rules?.includes(rule) ?? true);
    return {
      reads: (day) => own.find(({ isInForce, reads }) => reads && isInForce(day))?.id ?? null,
      on: (day, placing) => {
        const applied = own
          .filter(({ isInForce }) => isInForce(day))
          .map(({ id, factorOf }) => ({ id, factor: factorOf(placing) }));
        return {
          applied,
          factor: stackFactors(
            applied.map(({ factor }) => factor),
            stacking,
          ),
        };
      },
    };
  };
}

function compile(multiplier: Multiplier): CompiledMultiplier {
  const { reads, factorOf } = (FACTORS[multiplier.kind] as (multiplier: Multiplier) => FactorSource)(multiplier);
  return { id: multiplier.id, isInForce: inForce(multiplier), reads, factorOf };
}

type FactorSource = Pick<CompiledMultiplier, "reads" | "factorOf">;
type NameFactors = { readonly factors: { readonly [name: string]: number }; readonly otherwise?: number };

const FACTORS = {
  tier: (multiplier: NameFactors) => byName(multiplier, "tier"),
  quadrant: (multiplier: NameFactors) => byName(multiplier, "quadrant"),
  campaign: ({ factor }: { readonly factor: number }) => ({ reads: false, factorOf: () => factor }),
} satisfies { readonly [K in MultiplierKind]: (multiplier: never) => FactorSource };

function byName({ factors, otherwise = 1 }: NameFactors, key: keyof Placing): FactorSource {
  const known = new Map<string | null, number>(Object.entries(factors));
  return { reads: true, factorOf: (placing) => known.get(placing[key]) ?? otherwise };
}
