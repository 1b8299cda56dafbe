import { type ExactDecimal, exactly, ONE, shownQuotient, signOf, subtract, sumOf } from "../core/exact-decimal.ts";
import { isMissing } from "../core/is-missing.ts";
import { factOf, type Issue, issue, type Path } from "../core/issue.ts";
import type { Activity, ActivityLine } from "../schema/activity.ts";
import {
  type Reading,
  readAmount,
  readCount,
  readDay,
  readKeyed,
  readList,
  readObject,
  readText,
} from "./read-object.ts";

/** A line as rules see it. */
export interface ReadLine {
  readonly amount: number;
  readonly sku: string | null;
  readonly category: string | null;
  readonly labels: { readonly [label: string]: unknown };
  readonly isDelivery: boolean;
  readonly quantity: number;
}

/** An activity as rules see it. */
export interface ReadActivity {
  readonly kind: string;
  readonly date: string;
  readonly day: number;
  /** The sum of the lines; `null` where there is neither amount nor line. */
  readonly amount: ExactDecimal | null;
  /** An activity without lines is one line of its amount, of which nothing more is known. */
  readonly lines: readonly ReadLine[];
}

const KEYS = ["kind", "date", "amount", "lines", "x"] as const satisfies readonly (keyof Activity)[];
const LINE_KEYS = [
  "amount",
  "sku",
  "category",
  "labels",
  "isDelivery",
  "quantity",
] as const satisfies readonly (keyof ActivityLine)[];

/** Reads an activity of unknown shape; where `issues` gained any, the answer means nothing. */
export function readActivity(value: unknown, issues: Issue[]): ReadActivity | null {
  const reading: Reading = { issues };
  const activity = readObject(reading, value, [], KEYS);
  if (activity === null) return null;
  const kind = readText(reading, activity.kind, ["kind"]);
  if (kind === null && isMissing(activity.kind)) issues.push(issue("record/type", ["kind"], "a text", null));
  const day = readDay(reading, activity.date, ["date"]);
  const amount = isMissing(activity.amount) ? null : readPaid(reading, activity.amount, ["amount"]);
  const lines = isMissing(activity.lines)
    ? null
    : readList(reading, activity.lines, ["lines"]).map((line, i) => readLine(reading, line, ["lines", i]));
  const sum = lines === null ? null : sumOf(lines.map((line) => exactly(line.amount)));
  if (issues.length === 0 && sum !== null && amount !== null) checkSum(amount, sum, issues);
  return {
    kind: kind ?? "",
    date: activity.date as string,
    day,
    amount: sum ?? (amount === null ? null : exactly(amount)),
    lines: lines ?? (amount === null ? [] : [{ ...PLAIN, amount }]),
  };
}

const PLAIN: ReadLine = { amount: 0, sku: null, category: null, labels: {}, isDelivery: false, quantity: 1 };

function readLine(reading: Reading, value: unknown, path: Path): ReadLine {
  const line = readObject(reading, value, path, LINE_KEYS);
  if (line === null) return PLAIN;
  const { issues } = reading;
  const isDelivery = isMissing(line.isDelivery) ? false : line.isDelivery;
  if (typeof isDelivery !== "boolean") {
    issues.push(issue("record/type", [...path, "isDelivery"], "true or false", factOf(isDelivery)));
  }
  return {
    amount: readPaid(reading, line.amount, [...path, "amount"]),
    sku: readText(reading, line.sku, [...path, "sku"]),
    category: readText(reading, line.category, [...path, "category"]),
    labels: isMissing(line.labels) ? {} : (readKeyed(reading, line.labels, [...path, "labels"]) ?? {}),
    isDelivery: isDelivery === true,
    quantity: readCount(reading, line.quantity, [...path, "quantity"], 1, 1),
  };
}

/** What was paid is 0 or more: what is given back reverses the accrual it once was. */
function readPaid(reading: Reading, value: unknown, path: Path): number {
  const amount = readAmount(reading, value, path) ?? 0;
  if (amount < 0) reading.issues.push(issue("earn/negative", path, null, amount));
  return amount;
}

function checkSum(amount: number, sum: ExactDecimal, issues: Issue[]): void {
  if (signOf(subtract(sum, exactly(amount))) !== 0) {
    issues.push(issue("earn/amount", ["amount"], shownQuotient(sum, ONE), amount));
  }
}
