import { isDay } from "./calendar.ts";
import type { Field, ModelDocument } from "./document.ts";
import { type Exact, exact, fraction, round, significantDigits } from "./exact.ts";
import type { Issue, PlainValue } from "./scorecard.ts";
import { happened } from "./trace.ts";

/** Published values: numbers exact, dates as ISO text, null when missing. */
export type Value = Exact | string | boolean | null;
export type Values = Map<string, Value>;

export function readRecord(model: ModelDocument, account: Record<string, unknown>, issues: Issue[]): Values {
  const values: Values = new Map();
  for (const [id, field] of Object.entries(model.fields)) {
    const isOwn = Object.hasOwn(account, id);
    const raw = isOwn ? account[id] : undefined;
    const isMissing = raw === null || raw === undefined || raw === "";
    const reading = isMissing ? { value: null } : readField(field, raw);
    if ("why" in reading) issues.push({ path: `account.${id}`, why: reading.why });
    else values.set(id, reading.value);
  }
  return values;
}

type Reading = { value: Value } | { why: string };

function readField(field: Field, raw: unknown): Reading {
  switch (field.kind) {
    case "number":
      return readNumberField(field, raw);
    case "category":
      if (typeof raw !== "string" || raw.length > 200) return { why: "not a text of 1 to 200" };
      if (field.values && !field.values.includes(raw)) return { why: "not one of the values" };
      return { value: raw };
    case "boolean":
      return typeof raw === "boolean" ? { value: raw } : { why: "not true or false" };
    case "date":
      return isDay(raw) ? { value: raw } : { why: "not a calendar day" };
  }
}

function readNumberField(field: Field & { kind: "number" }, raw: unknown): Reading {
  const read = readNumber(raw);
  if (typeof read === "string") return { why: read };
  const value = round(fraction(read), field.places ?? 6, "field");
  if (significantDigits(value) > 15) return { why: "more than 15 significant digits" };
  if (field.min !== undefined && value.lessThan(exact(field.min))) return { why: "below min" };
  if (field.max !== undefined && value.greaterThan(exact(field.max))) return { why: "above max" };
  if (field.min !== undefined && value.equals(exact(field.min))) happened("boundary min");
  if (field.max !== undefined && value.equals(exact(field.max))) happened("boundary max");
  return { value };
}

const JSON_NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE]([+-]?[0-9]+))?$/;

/** The exact number, or why it is none. Everything is judged on the text before a Decimal is made of it. */
function readNumber(raw: unknown): Exact | string {
  if (typeof raw !== "number" && typeof raw !== "string") return "not a number";
  const text = String(raw);
  // Only text is held to the grammar: the shortest text of a JS number meets it, or is NaN or ±Infinity.
  const match = JSON_NUMBER.exec(text);
  if (!match) return "not a number";
  const exponent = match[1] ?? "0";
  if (Math.abs(Number(exponent)) > 30) return "exponent beyond 30";
  const digits = text.replace(/[eE].*$/, "").replace(/[-.]/g, "");
  const significant = digits.replace(/^0+/, "").replace(/0+$/, "");
  if (significant.length > 34) return "more than 34 significant digits";
  const value = exact(text);
  if (value.abs().greaterThanOrEqualTo(exact(10).pow(64))) return "10 to the 64 or more";
  return value;
}

export function plainValue(value: Value): PlainValue {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  return Number(value.toFixed());
}
