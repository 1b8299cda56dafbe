import { powerOfTen } from "./power-of-ten.ts";

/**
 * Scaled integers: a published decimal of p places is the integer value × 10ᵖ, kept in a double.
 *
 * A double nearest to a decimal of at most 15 significant digits prints as that decimal, so value and integer can be
 * had from each other: the integer by rounding value × 10ᵖ, the value by dividing by 10ᵖ (one correctly rounded
 * operation on two exact doubles).
 */

/** The significant digits of which every decimal survives a double. */
export const MOST_DIGITS = 15;
/** Published integers stay below this: 15 digits. */
export const PUBLISHED_LIMIT = 1e15;
/** Below this, rounding value × 10ᵖ finds the exact integer: the two roundings err by less than a quarter. */
export const SCALED_LIMIT = 1125899906842624;

/** value × 10^places as an exact integer, or NaN if it is too large to be sure. The value has at most so many places. */
export function toScaled(value: number, places: number): number {
  const scaled = Math.round(value * powerOfTen(places));
  return Math.abs(scaled) < SCALED_LIMIT ? scaled : Number.NaN;
}

/** The decimal scaled × 10^−places, never minus zero. */
export function fromScaled(scaled: number, places: number): number {
  return scaled / powerOfTen(places) + 0;
}

/** How many decimals the shortest text of a finite number has. */
export function decimalsOf(value: number): number {
  const text = String(value);
  const e = text.indexOf("e");
  const mantissa = e < 0 ? text : text.slice(0, e);
  const point = mantissa.indexOf(".");
  const fraction = point < 0 ? 0 : mantissa.length - point - 1;
  return Math.max(0, fraction - (e < 0 ? 0 : Number(text.slice(e + 1))));
}

/** The decimals of the value that has most of them. */
export function mostDecimals(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, decimalsOf(value)), 0);
}

/** How many significant digits the shortest text of a finite number has, outer zeros not counted. */
export function digitsOf(value: number): number {
  const mantissa = String(Math.abs(value)).split("e")[0] ?? "";
  return mantissa.replace(".", "").replace(/^0+|0+$/g, "").length;
}
