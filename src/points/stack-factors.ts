import { add, type ExactDecimal, exactly, multiply, ONE, signOf, subtract, ZERO } from "../core/exact-decimal.ts";
import type { MultiplierStacking } from "../schema/points-plan-document.ts";

/** What factors make together; 1 where there are none. */
export function stackFactors(factors: readonly number[], stacking: MultiplierStacking): ExactDecimal {
  const only = factors.length === 1 ? factors[0] : undefined;
  if (only !== undefined) return exactly(only);
  return factors.length === 0 ? ONE : STACKINGS[stacking](factors);
}

const STACKINGS = {
  multiply: (factors) => factors.reduce((product, factor) => multiply(product, exactly(factor)), ONE),
  add: (factors) => {
    const sum = factors.reduce((whole, factor) => add(whole, subtract(exactly(factor), ONE)), ONE);
    return signOf(sum) < 0 ? ZERO : sum;
  },
  highest: (factors) => exactly(factors.reduce((greatest, factor) => Math.max(greatest, factor))),
} satisfies { readonly [K in MultiplierStacking]: (factors: readonly number[]) => ExactDecimal };
