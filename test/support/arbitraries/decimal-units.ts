import { Decimal } from "decimal.js";

// A model's constants are made as whole numbers of units (10⁻ᵖ) below 10¹⁵: such a decimal is the shortest text of a double.

export const SupportDecimal = Decimal.clone({ precision: 60, toExpNeg: -99, toExpPos: 99 });

export function numberOfUnits(units: number, places: number): number {
  return Number(new SupportDecimal(`${units}e-${places}`).toFixed());
}

/** Rounds half away from zero, as a field is published. */
export function publishedAt(value: Decimal, places: number): Decimal {
  return value.toDecimalPlaces(places, Decimal.ROUND_HALF_UP);
}

export function unitOf(places: number): Decimal {
  return new SupportDecimal(10).pow(-places);
}
