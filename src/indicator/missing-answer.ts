import { toScaled } from "../core/scaled.ts";
import type { Indicator, Missing, MissingKind } from "../schema/model-document.ts";
import { attainablePoints } from "./attainable.ts";

/** What a missing input means for an indicator. */
export interface MissingAnswer {
  /** Whether it refuses the account. */
  readonly isRejected: boolean;
  /** The points it is answered with, × 10^−places.points; NaN where it is not. */
  readonly points: number;
}

export function missingAnswer({ missing = { kind: "reject" }, curve }: Indicator, pointsPlaces: number): MissingAnswer {
  const points = (ANSWERS[missing.kind] as (missing: Missing, curve: Indicator["curve"]) => number)(missing, curve);
  return { isRejected: missing.kind === "reject", points: toScaled(points, pointsPlaces) };
}

const ANSWERS = {
  reject: () => Number.NaN,
  exclude: () => Number.NaN,
  points: (missing: Missing & { kind: "points" }) => missing.points,
  worst: (_missing: Missing, curve: Indicator["curve"]) => attainablePoints(curve).worst,
  best: (_missing: Missing, curve: Indicator["curve"]) => attainablePoints(curve).best,
} satisfies { readonly [K in MissingKind]: (missing: never, curve: Indicator["curve"]) => number };
