/** One line of an activity: something bought. */
export interface ActivityLine {
  /** What it cost, 0 or more: a number, or decimal text. */
  readonly amount: number | string;
  readonly sku?: string | null;
  readonly category?: string | null;
  readonly labels?: { readonly [label: string]: string } | null;
  readonly isDelivery?: boolean | null;
  /** How many pieces, a whole number of 1 or more. Default 1. The amount is that of all of them. */
  readonly quantity?: number | null;
}

/** Something that may earn points: a purchase, a visit, a review of the account. */
export interface Activity {
  /** What rules call it by. */
  readonly kind: string;
  /** The day it happened, `YYYY-MM-DD`. */
  readonly date: string;
  /** What it cost, 0 or more. Where there are lines it may be left out; given, it is their sum. */
  readonly amount?: number | string | null;
  readonly lines?: readonly ActivityLine[] | null;
  /** A free object of the user's own. */
  readonly x?: { readonly [key: string]: unknown } | null;
}
