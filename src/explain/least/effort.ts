import { fromScaled } from "../../core/scaled.ts";
import type { StepsAxis } from "./axis.ts";
import { distanceOf, type Stretch } from "./find-nearest.ts";

/** What changing a field takes, in whatever unit the one who declares it counts in. */
export interface Effort {
  /** Of a number: what it takes to move it by `per`. Of a category or boolean: what it takes to change it at all. */
  readonly weight: number;
  /** Default 1. */
  readonly per?: number | undefined;
}

/** weight × |change| ÷ per, of the nearest value of a stretch. */
export function costOfSteps(axis: StepsAxis, { weight, per = 1 }: Effort, stretch: Stretch): number {
  return (weight * fromScaled(distanceOf(axis, stretch), axis.places)) / per;
}

/** A cost as it is told, at 15 digits. */
export function toldCost(cost: number): number {
  return Number(cost.toPrecision(15));
}
