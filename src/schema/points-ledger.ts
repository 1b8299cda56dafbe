/**
 * The ledger of one account's points: what happened, in the order it was told, as plain JSON. Balances are not kept; they
 * follow from the entries and the plan.
 */

interface EntryBase {
  /** Given by the caller, up to 200 characters. The same entry posted again changes nothing. */
  readonly id: string;
  /** The day it happened, `YYYY-MM-DD`. */
  readonly date: string;
  /** The caller's own words, up to 1,000 characters. */
  readonly note?: string;
}

/** What a lot of points may carry: where it differs from what the plan says of points earned that day. */
export interface LotTerms {
  /** Who funds the points. */
  readonly source?: string;
  /** The first day they can be spent. Default: by the plan's `pending`. */
  readonly usableFrom?: string;
  /** The last day they can be spent, `null` for ever. Default: by the plan's `expiry`. */
  readonly lastUsableDay?: string | null;
}

/** Points earned. Zero points are an activity that earned nothing, which a rolling expiry may count. */
export interface AccrueEntry extends EntryBase, LotTerms {
  readonly kind: "accrue";
  readonly points: number;
  /** Those that count toward a tier. Default: all of them. */
  readonly qualifyingPoints?: number;
}

/** Points spent: of one source where one is given, else of any. */
export interface RedeemEntry extends EntryBase {
  readonly kind: "redeem";
  readonly points: number;
  readonly source?: string;
}

interface Reversal extends EntryBase {
  /** The id of the entry that is reversed. */
  readonly of: string;
  /** How much of it. Default: all that earlier reversals left. */
  readonly points?: number;
}

/** Takes earned points back, as when goods are returned. */
export interface ReverseAccrualEntry extends Reversal {
  readonly kind: "reverse-accrual";
}

/** Gives spent points back, into the lots they were taken from. */
export interface ReverseRedemptionEntry extends Reversal {
  readonly kind: "reverse-redemption";
}

/** A correction: points above 0 are a new lot, usable at once; below 0 they are taken (of one source where one is given). */
export interface AdjustEntry extends EntryBase, LotTerms {
  readonly kind: "adjust";
  readonly points: number;
  /** Added to those that count toward a tier; may be below 0. Default: none. */
  readonly qualifyingPoints?: number;
}

/** Points that go to another account (below 0) or come from one (above 0: one lot, which keeps its age and its last day). */
export interface TransferEntry extends EntryBase, LotTerms {
  readonly kind: "transfer";
  readonly points: number;
  /** The day the points were earned. Default: the day of the entry. */
  readonly earned?: string;
  /** The other account, as the caller calls it. */
  readonly counterparty?: string;
}

export type LedgerEntry =
  | AccrueEntry
  | RedeemEntry
  | ReverseAccrualEntry
  | ReverseRedemptionEntry
  | AdjustEntry
  | TransferEntry;
export type EntryKind = LedgerEntry["kind"];

/** What happened to one account's points, oldest telling first. `post` answers the next one; nothing is ever removed. */
export interface Ledger {
  readonly format: 1;
  readonly entries: readonly LedgerEntry[];
}

/**
 * Why an entry was not taken into the ledger: not so many points are there (`not-enough`); the plan blocks the reversal of
 * points that were spent (`spent`); not so much is left to reverse (`already-reversed`); what it reverses was itself refused
 * (`target-refused`); an entry recorded before would become impossible (`endangers`).
 */
export type RefusalReason = "not-enough" | "spent" | "already-reversed" | "target-refused" | "endangers";

export interface Refusal {
  /** The entry that was refused. */
  readonly id: string;
  readonly reason: RefusalReason;
  /** The points asked for: by the entry itself or, where it endangers another, by that one. */
  readonly asked: number;
  /** The points that are there, or would be. */
  readonly available: number;
  /** The recorded entry that would become impossible. */
  readonly endangered?: string;
}

/** The ledger after a posting, and what did not enter it. */
export interface Posted {
  readonly ledger: Ledger;
  /** In the order of the dates. */
  readonly refused: readonly Refusal[];
}
