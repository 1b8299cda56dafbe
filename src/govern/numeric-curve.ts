import { decimalOf, type Integer, integerOf, negated, product, quotient, sum, tenTo } from "../core/integer.ts";
import { mostDecimals } from "../core/scaled.ts";
import type { BandsCurve, LinearCurve } from "../schema/model-document.ts";

/** Points before they are rounded: part ÷ whole × 10^−scale, the whole above zero. */
export interface ExactPoints {
  readonly part: Integer;
  readonly whole: Integer;
}

/** A curve over numbers, as its exact values at and between the places where it bends or steps. */
export interface NumericCurve {
  /** Where it bends or steps, rising. */
  readonly breaks: readonly number[];
  readonly at: (input: number) => ExactPoints;
  /** Its values toward the ends of an open interval in which it neither bends nor steps; null is infinity. */
  readonly within: (low: number | null, high: number | null) => readonly [ExactPoints, ExactPoints];
}

const ONE = /* @__PURE__ */ integerOf(1);

/** @param scale decimals that all points are counted in, of this curve and of those it is compared with */
export function numericCurve(curve: BandsCurve | LinearCurve, scale: number): NumericCurve {
  return curve.kind === "bands" ? steps(curve, scale) : lines(curve, scale);
}

export function isSamePoints(a: ExactPoints, b: ExactPoints): boolean {
  const left = product([a.part, b.whole]);
  const right = product([b.part, a.whole]);
  return sum([left, negated(right)]).size.length === 0;
}

/** The points as a card would tell them: rounded half away from zero. */
export function publishedPoints({ part, whole }: ExactPoints, scale: number, places: number): number {
  return decimalOf(quotient(product([part, tenTo(places)]), product([whole, tenTo(scale)]), "half-away"), places);
}

function steps({ bands }: BandsCurve, scale: number): NumericCurve {
  const points = bands.map((band) => ({ part: integerOf(band.points, scale), whole: ONE }));
  const bounds = bands.slice(1).map((band) => (band.from ?? band.above) as number);
  const last = (holds: (bound: number, i: number) => boolean) => {
    let i = bounds.length;
    while (i > 0 && !holds(bounds[i - 1] as number, i)) i--;
    return points[i] as ExactPoints;
  };
  return {
    breaks: bounds,
    at: (input) => last((bound, i) => bound < input || (bound === input && bands[i]?.from !== undefined)),
    within: (low) => {
      const value = low === null ? (points[0] as ExactPoints) : last((bound) => bound <= low);
      return [value, value];
    },
  };
}

function lines({ knots }: LinearCurve, scale: number): NumericCurve {
  const places = mostDecimals(knots.map(([input]) => input));
  const end = (i: number): ExactPoints => ({ part: integerOf((knots[i] as Knot)[1], scale), whole: ONE });
  const last = knots.length - 1;
  const at = (input: number): ExactPoints => {
    if (input <= (knots[0] as Knot)[0]) return end(0);
    if (input >= (knots[last] as Knot)[0]) return end(last);
    let i = 1;
    while (input > (knots[i] as Knot)[0]) i++;
    return between(knots[i - 1] as Knot, knots[i] as Knot, input, Math.max(places, mostDecimals([input])), scale);
  };
  return {
    breaks: knots.map(([input]) => input),
    at,
    within: (low, high) => [low === null ? end(0) : at(low), high === null ? end(last) : at(high)],
  };
}

type Knot = LinearCurve["knots"][number];

/** (y₀ (x₁ − x₀) + (y₁ − y₀)(x − x₀)) ÷ (x₁ − x₀). */
function between([x0, y0]: Knot, [x1, y1]: Knot, x: number, places: number, scale: number): ExactPoints {
  const less = (a: number, b: number, decimals: number) =>
    sum([integerOf(a, decimals), negated(integerOf(b, decimals))]);
  const whole = less(x1, x0, places);
  const rise = product([less(y1, y0, scale), less(x, x0, places)]);
  return { part: sum([product([integerOf(y0, scale), whole]), rise]), whole };
}
