import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { curveDifference, type SpanChange } from "../../src/govern/curve-difference.ts";
import { compileCurve } from "../../src/indicator/compile-curve.ts";
import type { BandsCurve, Curve, LinearCurve, LookupCurve } from "../../src/schema/model-document.ts";
import { runs } from "../support/runs.ts";

const POINTS_PLACES = 10;
const HALF = 0.5;

const inputs = fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { minLength: 2, maxLength: 5 });
const points = fc.constantFrom(0, 20, 40, 100);
const bands: fc.Arbitrary<BandsCurve> = fc
  .record({
    starts: inputs,
    points: fc.array(points, { minLength: 6, maxLength: 6 }),
    above: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
  })
  .map(({ starts, points: each, above }) => ({
    kind: "bands",
    bands: [
      { points: each[5] as number },
      ...rising(starts).map((start, i) => ({ [above[i] ? "above" : "from"]: start, points: each[i] as number })),
    ],
  }));
const linear: fc.Arbitrary<LinearCurve> = fc
  .record({ starts: inputs, points: fc.array(points, { minLength: 5, maxLength: 5 }) })
  .map(({ starts, points: each }) => ({ kind: "linear", knots: rising(starts).map((x, i) => [x, each[i] as number]) }));
const numeric: fc.Arbitrary<BandsCurve | LinearCurve> = fc.oneof(bands, linear);

/** Two curves, often alike but for a little. */
const pairs = fc.oneof(
  fc.tuple(numeric, numeric),
  numeric.chain((curve) =>
    fc.tuple(
      fc.constant(curve),
      fc.nat(9).map((dice) => nudged(curve, dice)),
    ),
  ),
);

describe("the difference of two curves", () => {
  it("agrees with the curves at every half: the same outside of its spans, other within but where lines cross", () => {
    let [inside, outside, crossings] = [0, 0, 0];
    fc.assert(
      fc.property(pairs, ([from, to]) => {
        const spans = curveDifference(from, to, POINTS_PLACES) as readonly SpanChange[];
        const [before, after] = [from, to].map((curve) => compileCurve(curve, 1, POINTS_PLACES)) as [Of, Of];
        const agreed = new Map<SpanChange, number>();
        for (let input = -1; input <= 13; input += HALF) {
          const span = spans.find((each) => holds(each, input));
          const isSame = before(input) === after(input);
          if (span === undefined) {
            outside++;
            expect([input, isSame]).toEqual([input, true]);
          } else if (isSame) agreed.set(span, (agreed.get(span) ?? 0) + 1);
          else inside++;
        }
        for (const [span, times] of agreed) {
          crossings++;
          expect(times).toBe(1);
          expect(Math.sign(span.to[0] - span.from[0])).toBe(-Math.sign(span.to[1] - span.from[1]));
        }
      }),
      { numRuns: runs(500) },
    );
    expect(Math.min(inside, outside)).toBeGreaterThan(500);
    expect(crossings).toBeGreaterThan(5);
  });

  it("tells the points at the ends it includes", () => {
    fc.assert(
      fc.property(pairs, ([from, to]) => {
        for (const span of curveDifference(from, to, POINTS_PLACES) as readonly SpanChange[]) {
          for (const [curve, told] of [
            [from, span.from],
            [to, span.to],
          ] as const) {
            const pointsOf = compileCurve(curve, 1, POINTS_PLACES);
            if (span.includesLow) expect(pointsOf(span.low) / 1e10).toBe(told[0]);
            if (span.includesHigh) expect(pointsOf(span.high) / 1e10).toBe(told[1]);
          }
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it("is empty where a knot on the line, or a band like the one below, was added", () => {
    const line = (knots: LinearCurve["knots"]): Curve => ({ kind: "linear", knots });
    expect(
      curveDifference(
        line([
          [0, 0],
          [3, 1],
        ]),
        line([
          [0, 0],
          [1.5, 0.5],
          [3, 1],
        ]),
        4,
      ),
    ).toEqual([]);
    const step = (...starts: number[]): Curve => ({
      kind: "bands",
      bands: [{ points: 1 }, ...starts.map((from) => ({ from, points: 2 }))],
    });
    expect(curveDifference(step(1), step(1, 2), 4)).toEqual([]);
  });

  it("tells thirds that no decimal holds apart from what they round to", () => {
    const line = (knots: LinearCurve["knots"]): Curve => ({ kind: "linear", knots });
    const changed = curveDifference(
      line([
        [0, 0],
        [3, 1],
      ]),
      line([
        [0, 0],
        [1, 0.3333],
        [3, 1],
      ]),
      4,
    );
    expect(changed).toEqual([
      { kind: "span", low: 0, includesLow: false, high: 1, includesHigh: true, from: [0, 0.3333], to: [0, 0.3333] },
      { kind: "span", low: 1, includesLow: false, high: 3, includesHigh: false, from: [0.3333, 1], to: [0.3333, 1] },
    ]);
  });

  it("of lookups tells each value whose points differ, listed or not", () => {
    const lookup = (each: LookupCurve["points"], otherwise?: number): LookupCurve => ({
      kind: "lookup",
      points: each,
      ...(otherwise === undefined ? {} : { otherwise }),
    });
    expect(curveDifference(lookup({ a: 1, b: 2 }, 5), lookup({ a: 1, c: 5 }), 4)).toEqual([
      { kind: "value", value: "b", from: 2, to: null },
      { kind: "otherwise", from: 5, to: null },
    ]);
    const flag = (yes: number): Curve => ({ kind: "flag", points: { true: yes, false: 0 } });
    expect(curveDifference(flag(1), flag(2), 4)).toEqual([{ kind: "value", value: true, from: 1, to: 2 }]);
    expect(curveDifference(flag(1), lookup({ a: 1 }), 4)).toBeNull();
  });
});

type Of = (input: number) => number;

function rising(starts: readonly number[]): number[] {
  return [...starts].sort((a, b) => a - b);
}

function holds({ low, includesLow, high, includesHigh }: SpanChange, input: number): boolean {
  const isAbove = low === null || input > low || (includesLow && input === low);
  return isAbove && (high === null || input < high || (includesHigh && input === high));
}

function nudged(curve: BandsCurve | LinearCurve, dice: number): BandsCurve | LinearCurve {
  if (curve.kind === "bands") {
    return {
      kind: "bands",
      bands: curve.bands.map((band, i) => (i === dice % curve.bands.length ? { ...band, points: 60 } : band)),
    };
  }
  return {
    kind: "linear",
    knots: curve.knots.map(([x, y], i) => (i === dice % curve.knots.length ? [x, 60] : [x, y])),
  };
}
