import type { Slot } from "../core/slots.ts";
import type { BandsCurve, Curve, CurveKind, Indicator, LinearCurve, LookupCurve } from "../schema/model-document.ts";
import type { IndicatorCard } from "../schema/scorecard.ts";
import type { Cause } from "./explanation.ts";

/** What gave an indicator the points on its card: a piece of its curve, or what it says of a missing input. */
export function findCause({ curve, missing }: Indicator, { state, input }: IndicatorCard): Cause {
  if (state === "not-applicable") return { kind: "not-applicable" };
  if (state === "missing") return { kind: "missing", answer: missing?.kind ?? "reject" };
  return (PIECES[curve.kind] as (curve: Curve, input: Slot) => Cause)(curve, input);
}

const PIECES = {
  bands: bandOf,
  linear: spanOf,
  lookup: (curve: LookupCurve, input: string): Cause => ({
    kind: hasOwn.call(curve.points, input) ? "value" : "otherwise",
    value: input,
  }),
  flag: (_curve: Curve, input: boolean): Cause => ({ kind: "flag", value: input }),
} satisfies { readonly [K in CurveKind]: (curve: never, input: never) => Cause };

function bandOf({ bands }: BandsCurve, input: number): Cause {
  let i = bands.length - 1;
  while (i > 0 && !isReached(bands[i] as BandsCurve["bands"][number], input)) i--;
  const [band, next] = [bands[i], bands[i + 1]];
  return {
    kind: "band",
    low: band?.from ?? band?.above ?? null,
    isLowIncluded: band?.from !== undefined,
    high: next?.from ?? next?.above ?? null,
    // What the next band begins above still belongs to this one.
    isHighIncluded: next?.above !== undefined,
  };
}

function isReached({ from, above }: BandsCurve["bands"][number], input: number): boolean {
  return from === undefined ? input > (above as number) : input >= from;
}

function spanOf({ knots }: LinearCurve, input: number): Cause {
  const first = knots[0] as LinearCurve["knots"][number];
  const last = knots[knots.length - 1] as LinearCurve["knots"][number];
  if (input <= first[0]) return { kind: "beyond", side: "low", knot: first };
  if (input >= last[0]) return { kind: "beyond", side: "high", knot: last };
  const i = knots.findIndex(([x]) => input <= x);
  return { kind: "span", from: knots[i - 1] as typeof first, to: knots[i] as typeof first };
}

const hasOwn = Object.prototype.hasOwnProperty;
