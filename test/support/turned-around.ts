/** The same JSON value with the keys of every object in reverse order; arrays keep theirs. */
export function turnedAround<T>(value: T): T {
  if (Array.isArray(value)) return value.map(turnedAround) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, turnedAround(inner)]),
  ) as T;
}
