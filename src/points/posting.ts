import type { EntryKind, LedgerEntry } from "../schema/points-ledger.ts";

/** An entry as it is reckoned with: checked, its days as numbers, what it reverses at hand. */
export interface Posting {
  readonly entry: LedgerEntry;
  readonly day: number;
  /** The day points that come in were earned. */
  readonly earned: number;
  /** Their first day, where the entry says so. */
  readonly usableFrom: number | undefined;
  /** Their last day, where the entry says so; `NEVER` for ever. */
  readonly lastUsable: number | undefined;
  /** What it reverses. */
  readonly target: Posting | undefined;
}

export type PostingOf<K extends EntryKind> = Posting & { readonly entry: Extract<LedgerEntry, { readonly kind: K }> };

/** Whether points come in, or come back. Credits of a day come before its debits. */
export function isCredit({ entry }: Posting): boolean {
  const { kind } = entry;
  if (kind === "adjust" || kind === "transfer") return entry.points > 0;
  return kind === "accrue" || kind === "reverse-redemption";
}

/** Who funds the points it is about, if it says so. */
export function sourceOf({ entry }: Posting): string | undefined {
  return entry.kind === "reverse-accrual" || entry.kind === "reverse-redemption" ? undefined : entry.source;
}
