import { isMissing } from "../core/is-missing.ts";
import { factOf, type Issue, issue } from "../core/issue.ts";
import { nearMiss } from "../core/near-miss.ts";
import { readDate } from "../core/plain-date.ts";
import { publish } from "../core/publish.ts";
import type { Slot } from "../core/slots.ts";
import { LONGEST_NAME } from "../schema/limits.ts";
import type {
  BooleanField,
  CategoryField,
  DateField,
  Field,
  FieldKind,
  NumberField,
} from "../schema/model-document.ts";
import { notNumeric, numberIssue } from "./number-issue.ts";

/** Reads the value of one field: the published value, `null` if it is missing, or what is wrong with it. */
export type FieldReader = (value: unknown) => Slot | Issue;

/** Decimals of a number field's published value where the model declares none. */
export const DEFAULT_FIELD_PLACES = 6;

export function isIssue(read: Slot | Issue): read is Issue {
  return typeof read === "object" && read !== null;
}

/** The reader of a field. Missing is the same whatever the kind: each reader asks for itself, which saves a call a value. */
export function compileField(id: string, field: Field): FieldReader {
  return (READERS[field.kind] as (id: string, field: Field) => FieldReader)(id, field);
}

const READERS = {
  number: numberReader,
  category: categoryReader,
  date: dateReader,
  boolean: booleanReader,
} satisfies { readonly [K in FieldKind]: (id: string, field: never) => FieldReader };

function numberReader(id: string, field: NumberField): FieldReader {
  const places = field.places ?? DEFAULT_FIELD_PLACES;
  const least = field.min ?? Number.NEGATIVE_INFINITY;
  const most = field.max ?? Number.POSITIVE_INFINITY;
  return (value) => {
    if (isMissing(value)) return null;
    if (typeof value !== "number" && typeof value !== "string") return notNumeric([id], value);
    const published = publish(value, places);
    if (typeof published === "string") {
      if (published === "precision") return issue("record/precision", [id], places, factOf(value));
      return numberIssue(published, [id], value);
    }
    if (published < least) return issue("record/min", [id], least, published);
    return published > most ? issue("record/max", [id], most, published) : published;
  };
}

function categoryReader(id: string, field: CategoryField): FieldReader {
  const values = field.values;
  const listed = values === undefined ? undefined : new Set(values);
  return (value) => {
    if (isMissing(value)) return null;
    if (typeof value !== "string") return issue("record/type", [id], "a text", factOf(value));
    if (value.length > LONGEST_NAME) return issue("record/text-length", [id], LONGEST_NAME, value.length);
    if (listed === undefined || listed.has(value)) return value;
    return issue(
      "record/value",
      [id],
      values as readonly string[],
      factOf(value),
      nearMiss(value, values as readonly string[]),
    );
  };
}

function dateReader(id: string, _field: DateField): FieldReader {
  return (value) => {
    if (isMissing(value)) return null;
    if (typeof value !== "string") return issue("record/type", [id], "a day as text", factOf(value));
    const day = readDate(value);
    return day === null ? issue("record/date", [id], "YYYY-MM-DD", factOf(value)) : day;
  };
}

function booleanReader(id: string, _field: BooleanField): FieldReader {
  return (value) => {
    if (isMissing(value)) return null;
    return typeof value === "boolean" ? value : issue("record/type", [id], "true or false", factOf(value));
  };
}
