import type { SourceBalance } from "../schema/points-statement.ts";
import { type Lot, remainingOf } from "./lot.ts";
import { sourceOf } from "./posting.ts";

/** The points of every source, in the order of their first lot. */
export function sourcesOf(lots: readonly Lot[]): readonly SourceBalance[] {
  const sources = new Map<string | null, { usable: number; pending: number }>();
  for (const lot of lots) {
    const source = sourceOf(lot.posting) ?? null;
    const sums = sources.get(source) ?? { usable: 0, pending: 0 };
    sums[lot.slice?.isPending ? "pending" : "usable"] += remainingOf(lot);
    sources.set(source, sums);
  }
  return [...sources].map(([source, sums]) => ({ source, ...sums }));
}
