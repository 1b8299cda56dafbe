import fc from "fast-check";

/** Whole numbers of every size up to a bound of magnitude, its neighbourhood and small ones more often than chance has it. */
export function wholeNumber(most = Number.MAX_SAFE_INTEGER): fc.Arbitrary<number> {
  return fc.oneof(
    { weight: 2, arbitrary: fc.integer({ min: -Math.min(100, most), max: Math.min(100, most) }) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.integer({ min: 0, max: 53 }), fc.maxSafeInteger())
        .map(([bits, n]) => Math.trunc(n / 2 ** bits) % (most + 1)),
    },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: Math.min(1000, most) }).map((n) => most - n) },
  );
}

export function positive(most = Number.MAX_SAFE_INTEGER): fc.Arbitrary<number> {
  return wholeNumber(most - 1).map((n) => Math.abs(n) + 1);
}

/** Decimals of at most 15 digits and so many places, as the doubles that print as them. */
export function decimalAt(places: number, digits = 15): fc.Arbitrary<number> {
  return wholeNumber(10 ** digits - 1).map((n) => Number(`${n}e-${places}`) + 0);
}

/** Decimals of at most 15 digits and up to 15 places. */
export function decimal(): fc.Arbitrary<number> {
  return fc.integer({ min: 0, max: 15 }).chain((places) => decimalAt(places));
}

export function places(): fc.Arbitrary<number> {
  return fc.integer({ min: 0, max: 15 });
}
