import fc from "fast-check";
import type { Band, Curve } from "../../reference/document.ts";
import { picked, type Spot, sometimes, spot, spots, withoutUndefined } from "./choice.ts";
import { constantOn } from "./conditions.ts";
import { numberOfUnits } from "./decimal-units.ts";
import type { Input, NumericDomain } from "./inputs.ts";
import { numberOn } from "./scale.ts";

export interface CurveChoices {
  numeric: NumericCurveChoice;
  points: Spot[];
  listed: number;
  otherwise: Spot | undefined;
}
interface NumericCurveChoice {
  style: "rising" | "falling" | "hump" | "any" | "tie-heavy" | "bands" | "rising-bands";
  places: Spot[];
  isAbove: boolean[];
  isFiner: boolean;
  oddStep: number;
}

/** Where points may lie: the part of the range that suits the parent's way of combining. */
export interface PointsWindow {
  low: number;
  high: number;
  places: number;
}

export function curveChoices(): fc.Arbitrary<CurveChoices> {
  const numeric = fc.record({
    style: fc.constantFrom<NumericCurveChoice["style"]>(
      "rising",
      "falling",
      "bands",
      "hump",
      "any",
      "tie-heavy",
      "tie-heavy",
      "bands",
      "rising-bands",
    ),
    places: spots(2, 5),
    isAbove: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
    isFiner: fc.integer({ min: 0, max: 14 }).map((each) => each === 14),
    oddStep: fc.constantFrom(1, 3, 5, 7),
  });
  return fc.record({
    numeric,
    points: fc.array(spot(), { minLength: 6, maxLength: 6 }),
    listed: fc.integer({ min: 1, max: 7 }),
    otherwise: sometimes(spot(), { oneIn: 2 }),
  });
}

export function buildCurve(input: Input, choices: CurveChoices, window: PointsWindow): Curve {
  const points = choices.points.map((at) => numberOn(window, at, window.places));
  switch (input.kind) {
    case "number":
      return numericCurve(input.domain, choices.numeric, points, window);
    case "category":
      return lookupCurve(input, choices, points, window);
    case "boolean":
      return { kind: "flag", points: { true: points[0] as number, false: points[1] as number } };
    case "date":
      throw new Error("a date has no curve: measure it");
  }
}

function lookupCurve(
  input: Input & { kind: "category" },
  choices: CurveChoices,
  points: number[],
  window: PointsWindow,
): Curve {
  const otherwise = choices.otherwise === undefined ? undefined : numberOn(window, choices.otherwise, window.places);
  // Without `otherwise` the points must cover every declared value; an open field has none declared.
  const mustCover = !input.isOpen && otherwise === undefined;
  const listed = mustCover ? input.values : input.values.slice(0, choices.listed);
  const table = Object.fromEntries(listed.map((value, index) => [value, picked(points, index)]));
  return withoutUndefined({ kind: "lookup" as const, points: table, otherwise }) as Curve;
}

function numericCurve(
  domain: NumericDomain,
  choice: NumericCurveChoice,
  points: number[],
  window: PointsWindow,
): Curve {
  const starts = startsOn(domain, choice);
  const rising = [...points].sort((a, b) => a - b);
  switch (choice.style) {
    case "bands":
      return bandCurve(starts, points, choice);
    case "rising-bands":
      return bandCurve(starts, rising, choice);
    case "rising":
      return linearCurve(starts, rising);
    case "falling":
      return linearCurve(starts, [...rising].reverse());
    case "hump": {
      const middle = Math.floor(starts.length / 2);
      const up = rising.slice(rising.length - middle - 1);
      return linearCurve(starts, [...up, ...[...rising].reverse().slice(1)]);
    }
    case "any":
      return linearCurve(starts, points);
    case "tie-heavy":
      return tieHeavyCurve(domain, choice, points, window) ?? linearCurve(starts, points);
  }
}

/** At least two, strictly rising. */
function startsOn(domain: NumericDomain, choice: NumericCurveChoice): number[] {
  const numbers = choice.places.map((at) => constantOn(domain, at, choice.isFiner));
  const starts = [...new Set(numbers)].sort((a, b) => a - b);
  if (starts.length >= 2) return starts;
  const { low, places } = domain;
  return [numberOfUnits(low, places), numberOfUnits(low + 1, places)];
}

function bandCurve(starts: number[], points: number[], choice: NumericCurveChoice): Curve {
  const bands: Band[] = starts.map((start, index) => {
    const key = choice.isAbove[index] === true ? "above" : "from";
    return { [key]: start, points: picked(points, index + 1) } as unknown as Band;
  });
  return { kind: "bands", bands: [{ points: points[0] as number }, ...bands] };
}

function linearCurve(starts: number[], points: number[]): Curve {
  return { kind: "linear", knots: starts.map((x, index) => [x, picked(points, index)]) };
}

/**
 * A line on which every odd value, or every odd multiple of m, lies exactly on a rounding tie of its points: with slope
 * 1 ÷ 2m where the domain has units enough, else with a slope of an odd number of half point units.
 */
function tieHeavyCurve(
  domain: NumericDomain,
  choice: NumericCurveChoice,
  points: number[],
  window: PointsWindow,
): Curve | null {
  const [from, to] = points.slice(0, 2).map((each) => Math.round(each * 10 ** window.places)) as [number, number];
  const rise = Math.abs(to - from);
  const span = domain.high - domain.low;
  const wide = rise * 2 * choice.oddStep;
  if (wide > 0 && wide <= span) return tieLine(domain, wide, from, to, window.places);

  const narrow = span - (span % 2);
  const halves = Math.floor(rise / (narrow / 2));
  const odd = halves % 2 === 1 ? halves : halves - 1;
  if (narrow === 0 || odd < 1) return null;
  const end = from + Math.sign(to - from) * odd * (narrow / 2);
  return tieLine(domain, narrow, from, end, window.places);
}

function tieLine({ low, places }: NumericDomain, gap: number, from: number, to: number, pointPlaces: number): Curve {
  return linearCurve(
    [numberOfUnits(low, places), numberOfUnits(low + gap, places)],
    [numberOfUnits(from, pointPlaces), numberOfUnits(to, pointPlaces)],
  );
}

/** The direction that may be declared; null where the curve goes both ways or stays. */
export function directionOf(curve: Curve): "rising" | "falling" | null {
  if (curve.kind !== "bands" && curve.kind !== "linear") return null;
  const points = curve.kind === "bands" ? curve.bands.map((band) => band.points) : curve.knots.map(([, y]) => y);
  const steps = points.slice(1).map((each, index) => each - (points[index] as number));
  if (steps.every((step) => step === 0)) return null;
  if (steps.every((step) => step >= 0)) return "rising";
  return steps.every((step) => step <= 0) ? "falling" : null;
}
