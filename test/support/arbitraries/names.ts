import { picked } from "./choice.ts";

// Kebab and camel, chosen so that listed order, code-unit order and dictionary order all differ.

export const FIELD_NAMES = [
  "revenue",
  "last-year-revenue",
  "headCount",
  "industry",
  "contactLevel",
  "olympicSponsor",
  "arrears-months",
  "lastVisit",
  "signedOn",
  "region",
  "b2b",
  "score1",
] as const;

export const MEASURE_NAMES = ["growth", "netMargin", "net-spend", "daysSinceVisit", "tenure"] as const;

export const DIMENSION_NAMES = ["value", "relationship", "outlook", "zeal", "attitude"] as const;

export const NODE_NAMES = [
  "spend",
  "zone",
  "a-b",
  "aB",
  "ab",
  "visits",
  "contact",
  "loyalty",
  "net-worth",
  "netWorth",
  "margin",
  "breadth",
  "share-of-wallet",
  "shareOfWallet",
  "payment",
  "potential",
  "fit",
  "depth",
  "k9",
  "k-nine",
  "usage",
  "support",
  "advocacy",
  "tenure-years",
  "access",
  "risk",
  "x",
  "y",
  "warmth",
  "pipeline",
] as const;

export const BONUS_NAMES = ["finance", "olympics", "late-payer", "keyCustomer", "stalled", "pilot"] as const;
export const BONUS_GROUP_NAMES = ["industry-group", "key-customer", "conduct"] as const;
export const GATE_NAMES = ["in-arrears", "known", "sanctioned", "promise"] as const;
export const RUNG_NAMES = ["A1", "A2", "B1", "B2", "C", "diamond", "gold", "silver"] as const;
export const FORMER_RUNG_NAMES = ["platinum", "bronze", "grade-a", "old", "tin", "D", "E", "F"] as const;
export const CELL_NAMES = ["partner", "win-over", "maintain", "watch"] as const;

export const CATEGORY_VALUES = ["99", "政府", "finance", "retail", "toString", "a b", "007"] as const;

/** A name by its index; past the end of the list it is numbered, so that no two are equal. */
export function nameAt(names: readonly string[], index: number): string {
  const round = Math.floor(index / names.length);
  return round === 0 ? picked(names, index) : `${picked(names, index)}-x${round}`;
}
