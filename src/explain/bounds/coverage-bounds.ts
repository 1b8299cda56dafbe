import { powerOfTen } from "../../core/power-of-ten.ts";
import type { Assembly } from "../../score/assembly.ts";
import { ANSWERED, COVERAGE_PLACES, coverage, NOT_APPLICABLE } from "../../weight/coverage.ts";
import { MIXED } from "./node-bounds.ts";

/** The least and the greatest coverage of the accounts of a region, × 10^−4, by the states of their indicators. */
export type CoverageBounds = (states: readonly number[]) => readonly [low: number, high: number];

const WHOLE = powerOfTen(COVERAGE_PLACES);
/** What the rounding of moved weights can do to a coverage. */
const WEIGHT_ERROR = 1e-7;

/**
 * The coverage is the share of the answered weight, so between two sets of weights of one parent it only rises or only
 * falls. Where accounts differ in what they answer, it may be any.
 */
export function compileCoverageBounds(assembly: Assembly, other: Assembly): CoverageBounds {
  const isMoved = assembly.leafWeights.some((weight, i) => weight !== other.leafWeights[i]);
  return (states) => {
    if (states.includes(MIXED)) return [0, WHOLE];
    const own = coverage(assembly.leafWeights, states, 0);
    if (!isMoved || own === WHOLE) return [own, own];
    const ends = [assembly, other].map(({ leafWeights }) => share(leafWeights, states));
    return [
      Math.round((Math.min(...ends) - WEIGHT_ERROR) * WHOLE),
      Math.round((Math.max(...ends) + WEIGHT_ERROR) * WHOLE),
    ];
  };
}

function share(weights: Assembly["leafWeights"], states: readonly number[]): number {
  let [answered, applicable] = [0, 0];
  weights.forEach((weight: number | string, i: number) => {
    if (states[i] === NOT_APPLICABLE) return;
    applicable += Number(weight);
    if (states[i] === ANSWERED) answered += Number(weight);
  });
  return applicable === 0 ? 0 : answered / applicable;
}
