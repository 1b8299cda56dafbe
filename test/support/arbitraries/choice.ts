import fc from "fast-check";

// Models are built from raw choices by pure functions ("pick the 7th input there is"), never by filtering: whatever
// fast-check shrinks a choice to, the document built from it is valid.

/** A place on a scale: 0 is its low end, 1,000,000 its high end. Coarse places recur, so that values meet cuts. */
export type Spot = number;
const WHOLE = 1_000_000;

export function spot(): fc.Arbitrary<Spot> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 20 }).map((k) => (k * WHOLE) / 20) },
    { weight: 2, arbitrary: fc.integer({ min: 0, max: WHOLE }) },
  );
}

export function spots(minLength: number, maxLength: number): fc.Arbitrary<Spot[]> {
  return fc.uniqueArray(spot(), { minLength, maxLength });
}

/** The whole number of units at a spot between two whole numbers of units. */
export function unitsAt(at: Spot, low: number, high: number): number {
  const span = high - low;
  const isExact = span * WHOLE < Number.MAX_SAFE_INTEGER;
  return low + (isExact ? Math.floor((span * at) / WHOLE) : Math.floor((span / WHOLE) * at));
}

/** Of several alternatives the first is the simplest: failures shrink to it, from whichever they came. */
export const TOWARDS_FIRST = { withCrossShrink: true };

export function sometimes<Value>(
  arbitrary: fc.Arbitrary<Value>,
  { oneIn }: { oneIn: number },
): fc.Arbitrary<Value | undefined> {
  return fc.oneof(TOWARDS_FIRST, { weight: oneIn - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
}

export function often<Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> {
  return fc.oneof(TOWARDS_FIRST, { weight: 1, arbitrary: fc.constant(undefined) }, { weight: 3, arbitrary });
}

export function picked<Value>(list: readonly Value[], index: number): Value {
  return list[index % list.length] as Value;
}

/** The object without its undefined keys: an optional key of a document is absent, not undefined. */
export function withoutUndefined<Shape extends object>(
  shape: Shape,
): { [Key in keyof Shape]: Exclude<Shape[Key], undefined> } {
  return Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as never;
}
