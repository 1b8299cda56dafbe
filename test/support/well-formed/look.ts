import { Decimal } from "decimal.js";
import type { ModelDocument } from "../../reference/document.ts";

/** What every check is given: the document, its scale, and where to say what is wrong. */
export interface Look {
  document: ModelDocument;
  require: (isSo: boolean, what: string) => void;
  low: number;
  high: number;
  points: number;
  score: number;
}

export function scaleOf(document: ModelDocument): Pick<Look, "low" | "high" | "points" | "score"> {
  const [low, high] = document.range ?? [0, 100];
  return { low, high, points: document.places?.points ?? 4, score: document.places?.score ?? 2 };
}

export function decimals(value: number): number {
  return new Decimal(String(value)).decimalPlaces();
}

export function isStrictlyRising(numbers: number[]): boolean {
  return numbers.slice(1).every((each, index) => each > (numbers[index] as number));
}

export function sumsToWhole(weights: (number | undefined)[]): boolean {
  if (weights.some((each) => each === undefined || each < 0)) return false;
  const sum = weights.reduce((a: Decimal, b) => a.plus(b as number), new Decimal(0));
  return sum.equals(1) || sum.equals(100);
}
