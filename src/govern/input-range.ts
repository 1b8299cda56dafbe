import { fromScaled, mostDecimals, toScaled } from "../core/scaled.ts";
import { measurePlaces } from "../measure/measure-form.ts";
import type { Measure, MeasureKind, Model } from "../schema/model-document.ts";

/** Ends that no published value of an input passes, infinite where none is known; nothing says that they are reached. */
export interface InputRange {
  readonly least: number;
  readonly greatest: number;
}

const ANY: InputRange = { least: Number.NEGATIVE_INFINITY, greatest: Number.POSITIVE_INFINITY };

/** The range of a field by its min and max, of a measure by those of its fields. */
export function inputRange(model: Model, input: string): InputRange {
  const measure = Object.entries(model.measures ?? {}).find(([id]) => id === input)?.[1];
  if (measure === undefined) return fieldRange(model, input);
  return (RANGES[measure.kind] as RangeOf)(measure, (field) => fieldRange(model, field));
}

function fieldRange({ fields }: Model, id: string): InputRange {
  const field = Object.entries(fields).find(([each]) => each === id)?.[1];
  return field?.kind === "number" ? { least: field.min ?? ANY.least, greatest: field.max ?? ANY.greatest } : ANY;
}

type RangeOf = (measure: Measure, range: (field: string) => InputRange) => InputRange;
type Of<K extends MeasureKind> = Measure & { readonly kind: K };

const RANGES = {
  sum: (measure: Of<"sum">, range) => sum(measure.of.map(range), measure),
  difference: (measure: Of<"difference">, range) => {
    const { least, greatest } = range(measure.minus);
    return sum([range(measure.of), { least: 0 - greatest, greatest: 0 - least }], measure);
  },
  ratio: (measure: Of<"ratio">, range) => quotient(range(measure.of), range(measure.to), measure),
  change: (measure: Of<"change">, range) => {
    const { least, greatest } = quotient(range(measure.to), range(measure.from), measure);
    return { least: least - 1, greatest: greatest - 1 };
  },
  "days-since": () => ANY,
  "months-since": () => ANY,
} satisfies {
  readonly [K in MeasureKind]: (measure: never, range: (field: string) => InputRange) => InputRange;
};

function sum(ranges: readonly InputRange[], measure: Measure): InputRange {
  const total = (ends: readonly number[]) => {
    if (!ends.every(Number.isFinite)) return null;
    const places = mostDecimals(ends);
    const exact = fromScaled(
      ends.reduce((all, end) => all + toScaled(end, places), 0),
      places,
    );
    return places <= measurePlaces(measure) ? { exact, off: 0 } : { exact, off: step(measure) };
  };
  const [low, high] = [total(ranges.map(({ least }) => least)), total(ranges.map(({ greatest }) => greatest))];
  return {
    least: low === null ? ANY.least : low.exact - low.off,
    greatest: high === null ? ANY.greatest : high.exact + high.off,
  };
}

/** Known only of a divisor that is never below zero; at zero there is no quotient. A step is allowed for rounding. */
function quotient(of: InputRange, to: InputRange, measure: Measure): InputRange {
  if (to.least < 0) return ANY;
  const by = (end: number, divisor: number) => (end === 0 || divisor === Number.POSITIVE_INFINITY ? 0 : end / divisor);
  const least = by(of.least, of.least < 0 ? to.least : to.greatest);
  const greatest = by(of.greatest, of.greatest > 0 ? to.least : to.greatest);
  return {
    least: least === 0 ? 0 : least - step(measure),
    greatest: greatest === 0 ? 0 : greatest + step(measure),
  };
}

/** One unit of the last place of a published measure. */
function step(measure: Measure): number {
  return fromScaled(1, measurePlaces(measure));
}
