import { type Fraction, times } from "../core/fraction.ts";
import type { BandsCurve, Curve, CurveKind, FlagCurve, LinearCurve, LookupCurve } from "../schema/model-document.ts";
import { numberText, shortDecimal } from "./decimal-text.ts";
import { exactly } from "./read-decimal.ts";
import { compound, simple } from "./write-condition.ts";
import { element, type WrittenElement } from "./write-xml.ts";

/** A condition of an attribute and what it gives: points, or an expression. */
interface Written {
  readonly predicates: readonly WrittenElement[];
  readonly points: number | WrittenElement;
}

/** Points × a coefficient, as text. */
export type Scaled = (points: number) => string;

export function scaledBy(coefficient: Fraction): Scaled {
  return (points) => shortDecimal(times(coefficient, exactly(points)));
}

/**
 * The attributes of a curve over an input.
 *
 * @param guards predicates without which none of them holds
 * @param missing points of a missing input; without them a missing input has no attribute
 */
export function writeAttributes(
  curve: Curve,
  input: string,
  scaled: Scaled,
  guards: readonly WrittenElement[],
  missing: number | null,
): readonly WrittenElement[] {
  const written = (WRITERS[curve.kind] as (curve: Curve, input: string, scaled: Scaled) => readonly Written[])(
    curve,
    input,
    scaled,
  );
  const first: readonly Written[] =
    missing === null ? [] : [{ predicates: [simple(input, "isMissing")], points: missing }];
  return [...first, ...written].map(({ predicates, points }) => {
    const predicate = compound("and", [...guards, ...predicates]);
    return typeof points === "number"
      ? element("Attribute", { partialScore: scaled(points) }, [predicate])
      : element("Attribute", {}, [predicate, element("ComplexPartialScore", {}, [points])]);
  });
}

const WRITERS = {
  bands: writeBands,
  linear: writeLinear,
  lookup: writeLookup,
  flag: writeFlag,
} satisfies { readonly [K in CurveKind]: (curve: never, input: string, scaled: Scaled) => readonly Written[] };

/** Each band with both its bounds, so that attributes read alike in any order. */
function writeBands({ bands }: BandsCurve, input: string): readonly Written[] {
  return bands.map(({ from, above, points }, i) => {
    const next = bands[i + 1];
    const bounds = [
      ...(from === undefined ? [] : [simple(input, "greaterOrEqual", from)]),
      ...(above === undefined ? [] : [simple(input, "greaterThan", above)]),
      ...(next?.from === undefined ? [] : [simple(input, "lessThan", next.from)]),
      ...(next?.above === undefined ? [] : [simple(input, "lessOrEqual", next.above)]),
    ];
    return { predicates: bounds.length === 0 ? [simple(input, "isNotMissing")] : bounds, points };
  });
}

function writeLinear({ knots }: LinearCurve, input: string, scaled: Scaled): readonly Written[] {
  const norms = knots.map(([orig, points]) => element("LinearNorm", { orig: numberText(orig), norm: scaled(points) }));
  const line = element("NormContinuous", { field: input, outliers: "asExtremeValues" }, norms);
  return [{ predicates: [simple(input, "isNotMissing")], points: line }];
}

function writeLookup({ points, otherwise }: LookupCurve, input: string): readonly Written[] {
  const listed = Object.entries(points).map(([value, each]) => ({
    predicates: [simple(input, "equal", value)],
    points: each,
  }));
  return otherwise === undefined
    ? listed
    : [...listed, { predicates: [simple(input, "isNotMissing")], points: otherwise }];
}

function writeFlag({ points }: FlagCurve, input: string): readonly Written[] {
  return [
    { predicates: [simple(input, "equal", true)], points: points.true },
    { predicates: [simple(input, "equal", false)], points: points.false },
  ];
}
