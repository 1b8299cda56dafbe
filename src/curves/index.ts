/** Builders of plain curves: min–max, target-is-best, logistic, logarithm. */
export type { Direction } from "./arguments.ts";
export type { FittedCurve } from "./fit-knots.ts";
export { type LogOptions, logCurve } from "./log-curve.ts";
export { type LogisticOptions, logisticCurve } from "./logistic-curve.ts";
export { type MinMaxOptions, minMaxCurve } from "./min-max-curve.ts";
export { type TargetOptions, targetCurve } from "./target-curve.ts";
