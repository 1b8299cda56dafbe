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

/** Of every number of a document: to find them takes most of the time of making an account, so it is done once. */
export function interestingNumbersOf(document: ModelDocument): ReadonlyMap<string, InterestingNumbers> {
  return new Map(
    Object.entries(document.fields).flatMap(([id, field]) =>
      field.kind === "number" ? [[id, interestingNumbers(document, id, field)] as const] : [],
    ),
  );
}

function interestingNumbers(
  document: ModelDocument,
  id: string,
  field: Field & { kind: "number" },
): InterestingNumbers {
  const places = field.places ?? 6;
  const constants = [...numericConstants(document, id), field.min ?? 0, field.max ?? 1];
  const near = constants.flatMap((constant) => neighbours(new SupportDecimal(constant), places));
  const ties = indicatorsReading(document, id).flatMap((each) => tiesOf(each, places, document.places?.points ?? 4));
  const numbers: InterestingNumbers = { within: [], outside: [] };
  for (const text of new Set([...near, ...ties].map((each) => each.toFixed()))) {
    numbers[isPublishedWithin(text, field) ? "within" : "outside"].push(text);
  }
  return numbers;
}

export function isPublishedWithin(text: string, field: Field & { kind: "number" }): boolean {
  if (field.min === undefined && field.max === undefined) return true;
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
