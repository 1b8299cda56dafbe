import type { Decimal } from "decimal.js";
import type { Field, ModelDocument } from "../../reference/document.ts";
import { publishedAt, SupportDecimal, unitOf } from "./decimal-units.ts";
import { indicatorsReading, numericConstants } from "./document-constants.ts";
import { tiesOf } from "./rounding-ties.ts";

/** The texts of numbers at which something turns: read off the finished document, so that any document will do. */
export interface InterestingNumbers {
  /** Published within `min` and `max`. */
  within: string[];
  /** Published outside them: an issue. */
  outside: string[];
}

export function interestingNumbers(
  document: ModelDocument,
  id: string,
  field: Field & { kind: "number" },
): InterestingNumbers {
  const places = field.places ?? 6;
  const constants = [...numericConstants(document, id), field.min ?? 0, field.max ?? 1];
  const near = constants.flatMap((constant) => neighbours(new SupportDecimal(constant), places));
  const ties = indicatorsReading(document, id).flatMap((each) => tiesOf(each, places, document.places?.points ?? 4));
  const texts = [...new Set([...near, ...ties].map((each) => each.toFixed()))];
  const isWithin = (text: string): boolean => isPublishedWithin(text, field);
  return { within: texts.filter(isWithin), outside: texts.filter((text) => !isWithin(text)) };
}

export function isPublishedWithin(text: string, field: Field & { kind: "number" }): boolean {
  const value = publishedAt(new SupportDecimal(text), field.places ?? 6);
  if (field.min !== undefined && value.lessThan(field.min)) return false;
  return field.max === undefined || value.lessThanOrEqualTo(field.max);
}

/** The constant, one unit of `places` either side, the halves that round to it or away, and the last digit before them. */
function neighbours(constant: Decimal, places: number): Decimal[] {
  const unit = unitOf(places);
  const half = unit.dividedBy(2);
  const hair = unit.times("1e-8");
  return [
    constant,
    constant.plus(unit),
    constant.minus(unit),
    constant.plus(half),
    constant.minus(half),
    constant.plus(half).minus(hair),
    constant.minus(half).minus(hair),
  ];
}
