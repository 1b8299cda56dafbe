import fc from "fast-check";
import { picked } from "./choice.ts";
import { numberOfUnits } from "./decimal-units.ts";

export interface WeightChoices {
  sum: 1 | 100;
  decimals: number;
  parts: number[];
}

/** Parts of 0 are frequent enough that weights of 0 occur, and equal parts that thirds do. */
export function weightChoices(): fc.Arbitrary<WeightChoices> {
  const part = fc.oneof(
    { weight: 1, arbitrary: fc.constant(0) },
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 3 }) },
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 100 }) },
  );
  return fc.record({
    sum: fc.constantFrom<(1 | 100)[]>(100, 1),
    decimals: fc.integer({ min: 0, max: 4 }),
    parts: fc.array(part, { minLength: 4, maxLength: 4 }),
  });
}

/** So many weights that sum to exactly 1 or exactly 100; the remainder goes to the first that is not 0. */
export function buildWeights(count: number, choices: WeightChoices): number[] {
  const places = choices.sum === 1 ? choices.decimals + 1 : choices.decimals;
  const whole = choices.sum * 10 ** places;
  const parts = Array.from({ length: count }, (_, index) => picked(choices.parts, index));
  const sum = parts.reduce((a, b) => a + b, 0);
  const units = parts.map((part) => (sum === 0 ? 0 : Math.floor((whole * part) / sum)));
  const rest = whole - units.reduce((a, b) => a + b, 0);
  const taker = Math.max(
    0,
    parts.findIndex((part) => part > 0),
  );
  return units.map((each, index) => numberOfUnits(index === taker ? each + rest : each, places));
}
