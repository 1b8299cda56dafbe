/** Marks a place that cannot be reached: if it is, the library is wrong, not its input. */
export function unreachable(what: string): never {
  throw new Error(`guanxi has a defect: ${what}`);
}
