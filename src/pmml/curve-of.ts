import { compareFractions, type Fraction, minus, numberOf, over, plus, wholeOf } from "../core/fraction.ts";
import type { Band, Curve, Field } from "../schema/model-document.ts";
import type { Held } from "./held.ts";
import { isModelNumber } from "./model-number.ts";
import type { PmmlDataType, PmmlField, PmmlValue } from "./pmml-scorecard.ts";
import { exactly } from "./read-decimal.ts";

/** The points of a field's value; `null` where the scorecard refuses it. */
export type PointsOf = (value: Held) => number | null;

/** A curve that gives the same points, and what the field must say so that the same values are refused. */
export interface HeldCurve {
  readonly curve: Curve;
  readonly field: Field;
}

/**
 * The curve of one characteristic over one field, found by asking for the points at every constant and between every two:
 * partial scores change nowhere else. `null` where no curve gives them.
 */
export function curveOf(field: PmmlField, constants: readonly PmmlValue[], pointsOf: PointsOf): HeldCurve | null {
  return FINDERS[field.dataType](field, constants, pointsOf);
}

type Finder = (field: PmmlField, constants: readonly PmmlValue[], pointsOf: PointsOf) => HeldCurve | null;

const FINDERS = {
  number: bandsOf,
  integer: bandsOf,
  string: lookupOf,
  boolean: flagOf,
  // No curve is over days.
  date: () => null,
} satisfies { readonly [K in PmmlDataType]: Finder };

function flagOf(_field: PmmlField, _constants: readonly PmmlValue[], pointsOf: PointsOf): HeldCurve | null {
  const [yes, no] = [pointsOf(true), pointsOf(false)];
  if (yes === null || no === null) return null;
  return { curve: { kind: "flag", points: { true: yes, false: no } }, field: { kind: "boolean" } };
}

function lookupOf(field: PmmlField, constants: readonly PmmlValue[], pointsOf: PointsOf): HeldCurve | null {
  const valid = (field.values ?? []) as readonly string[];
  const asked = new Set([...valid, ...(constants as readonly string[])]);
  // Empty text is missing, and a model's category may not be called as every object's prototype is.
  for (const each of ["", "__proto__"]) if (asked.delete(each) && each !== "") return null;
  const points: { [value: string]: number } = {};
  const refused = [...asked].filter((value) => {
    const given = pointsOf(value);
    if (given !== null) points[value] = given;
    return given === null;
  });
  const otherwise = pointsOf(unlike(asked));
  if (otherwise === null) {
    const isClosed = valid.length > 0 && valid.every((value) => value in points);
    if (Object.keys(points).length === 0) return null;
    const values = Object.keys(points);
    return { curve: { kind: "lookup", points }, field: isClosed ? { kind: "category", values } : { kind: "category" } };
  }
  return refused.length > 0 ? null : { curve: { kind: "lookup", points, otherwise }, field: { kind: "category" } };
}

/** A text that is none of these. */
function unlike(texts: ReadonlySet<string>): string {
  let text = "another";
  while (texts.has(text)) text += " one";
  return text;
}

/** One place among the constants: a constant itself, or the numbers between it and the next. */
interface Place {
  /** The constant at this place, or below it; `null` before the first. */
  readonly bound: number | null;
  readonly isBetween: boolean;
  readonly points: number | null;
}

function bandsOf(field: PmmlField, constants: readonly PmmlValue[], pointsOf: PointsOf): HeldCurve | null {
  const isInteger = field.dataType === "integer";
  const cuts = cutsOf(field, constants);
  if (cuts === null) return null;
  const places = placesOf(isInteger ? wholeAround(cuts) : cuts, isInteger, pointsOf);
  const given = places.map(({ points }) => points !== null);
  const first = given.indexOf(true);
  const last = given.lastIndexOf(true);
  const held = places.slice(first, last + 1);
  const [lowest, highest] = [places[first], places[last]];
  if (lowest === undefined || highest === undefined || given.slice(first, last).includes(false)) return null;
  const hasLeast = first > 0;
  const hasGreatest = last < places.length - 1;
  // What is refused must end at a number that is not.
  if ((hasLeast && lowest.isBetween) || (hasGreatest && highest.isBetween)) return null;
  return {
    curve: { kind: "bands", bands: joined(held) },
    field: {
      kind: "number",
      places: isInteger ? 0 : MOST_PLACES,
      ...(hasLeast ? { min: lowest.bound as number } : {}),
      ...(hasGreatest ? { max: highest.bound as number } : {}),
    },
  };
}

/** No decimal of 15 digits is rounded by it. */
const MOST_PLACES = 15;

/** Every number at which something may change, rising; `null` if one has more digits than a model holds. */
function cutsOf(field: PmmlField, constants: readonly PmmlValue[]): readonly Fraction[] | null {
  const { values, missingValues, invalidValues, intervals, lowValue, highValue } = field;
  const margins = (intervals ?? []).flatMap(({ leftMargin, rightMargin }) => [leftMargin, rightMargin]);
  const told = [...constants, ...(values ?? []), ...missingValues, ...invalidValues, ...margins, lowValue, highValue];
  const cuts = told.flatMap((each) => (each === null ? [] : [exactly(each as number | string)]));
  return cuts.some((cut) => !isModelNumber(cut)) ? null : rising(cuts);
}

function rising(cuts: readonly Fraction[]): readonly Fraction[] {
  const sorted = [...cuts].sort(compareFractions);
  return sorted.filter((cut, i) => i === 0 || compareFractions(sorted[i - 1] as Fraction, cut) < 0);
}

/** The whole numbers on both sides of every cut: among whole numbers, changes are between two of these. */
function wholeAround(cuts: readonly Fraction[]): readonly Fraction[] {
  return rising(
    cuts.flatMap((cut) => {
      const [below, above] = [wholeOf(cut, "floor"), wholeOf(cut, "ceiling")];
      return [minus(below, ONE), below, plus(below, ONE), minus(above, ONE), above, plus(above, ONE)];
    }),
  );
}

const ONE = /* @__PURE__ */ exactly(1);
const TWO = /* @__PURE__ */ exactly(2);

function placesOf(cuts: readonly Fraction[], isInteger: boolean, pointsOf: PointsOf): readonly Place[] {
  const [lowest = ONE] = cuts;
  const places: Place[] = [{ bound: null, isBetween: true, points: pointsOf(minus(lowest, ONE)) }];
  cuts.forEach((cut, i) => {
    const bound = numberOf(cut);
    const next = cuts[i + 1] ?? plus(cut, TWO);
    const between = isInteger ? plus(cut, ONE) : over(plus(cut, next), TWO);
    places.push({ bound, isBetween: false, points: pointsOf(cut) });
    if (compareFractions(between, next) < 0) places.push({ bound, isBetween: true, points: pointsOf(between) });
  });
  return places;
}

/** Neighbours of equal points are one band. */
function joined(places: readonly Place[]): readonly Band[] {
  const bands: Band[] = [];
  for (const { bound, isBetween, points } of places) {
    const before = bands[bands.length - 1];
    if (before === undefined) bands.push({ points: points as number });
    else if (points !== before.points) {
      bands.push({ [isBetween ? "above" : "from"]: bound, points } as unknown as Band);
    }
  }
  return bands;
}
