/** The columns of a flat row beside the dimensions' own: before them, and after. */
export const COLUMNS_BEFORE = ["status"] as const;
export const COLUMNS_AFTER = [
  "total",
  "coverage",
  "quadrant",
  "quadrantX",
  "quadrantY",
  "tier",
  "tierEarned",
  "tierHeld",
  "tierValidUntil",
] as const;

/** All columns of the flat row of a model, in order. */
export function rowColumns(dimensionIds: readonly string[]): readonly string[] {
  return [...COLUMNS_BEFORE, ...dimensionIds, ...COLUMNS_AFTER];
}
