/**
 * Whether an id comes after another, by length and then by code units: 9 stands before 10 and A09 before A10, as most
 * systems count. Of ids that rise, none can be one that came before.
 */
export function comesAfter(id: string, other: string): boolean {
  return id.length > other.length || (id.length === other.length && id > other);
}
