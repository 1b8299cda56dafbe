import type { Parent } from "./document.ts";
import { type Exact, exact, type Fraction, fraction, plus, round, sumOf, times, ZERO } from "./exact.ts";

/** An indicator as coverage sees it, with its effective weight inside the node that lists it. */
export interface Leaf {
  weight: Fraction;
  isApplicable: boolean;
  isAnswered: boolean;
}

/** The leaves of a child, weighted by the child's share of its declared siblings. */
export function leavesWithin(parent: Parent, id: string, leaves: Leaf[]): Leaf[] {
  return weighted(leaves, declaredShare(parent, id));
}

export function weighted(leaves: Leaf[], share: Fraction): Leaf[] {
  return leaves.map((leaf) => ({ ...leaf, weight: times(leaf.weight, share) }));
}

/** Declared weight ÷ the siblings' sum; equal shares where there are no weights. */
function declaredShare(parent: Parent, id: string): Fraction {
  const siblings = Object.entries(parent.indicators);
  if ((parent.combine ?? "mean") !== "mean") return fraction(exact(1), exact(siblings.length));
  const weights = new Map(siblings.map(([name, child]) => [name, exact(child.weight as number)]));
  return fraction(weights.get(id) as Exact, sumOf([...weights.values()]));
}

export function isApplicableWithWeight(leaf: Leaf): boolean {
  return leaf.isApplicable && leaf.weight.num.greaterThan(0);
}

/** Published at 4 places; 0 when no weighted leaf is applicable. */
export function coverageOf(leaves: Leaf[]): Exact {
  const applicable = leaves.filter(isApplicableWithWeight);
  if (applicable.length === 0) return ZERO;
  const whole = total(applicable);
  const answered = total(applicable.filter((leaf) => leaf.isAnswered));
  const share = fraction(answered.num.times(whole.den), answered.den.times(whole.num));
  return round(share, 4, "coverage");
}

function total(leaves: Leaf[]): Fraction {
  return leaves.reduce((sum, leaf) => plus(sum, leaf.weight), fraction(ZERO));
}
