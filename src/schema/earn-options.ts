import type { CapSpan } from "./points-plan-document.ts";

/** As much of a scorecard as earning rules read; a scorecard is one. Only a card that is `scored` gives scores. */
export interface CardScores {
  readonly status?: string;
  readonly total?: number | null;
  readonly dimensions?: { readonly [id: string]: { readonly score: number | null } };
  readonly tier?: { readonly name: string | null } | null;
  readonly quadrant?: { readonly name: string | null } | null;
}

/** What an earlier review said of the account. */
export interface Review {
  /** For people. */
  readonly date?: string | null;
  readonly tier?: string | null;
  readonly quadrant?: string | null;
}

/** How the account stands on the day of the activity. */
export interface Standing {
  /** Default: the tier of the card, if one is given. `null` is no tier. */
  readonly tier?: string | null;
  /** Default: the quadrant of the card, if one is given. `null` is no quadrant. */
  readonly quadrant?: string | null;
  /** The scorecard of this day, for rules that read scores. */
  readonly card?: CardScores | null;
  /** The scorecard of the review before, for rules that reward improvement. */
  readonly previousCard?: CardScores | null;
  /** The reviews before this one, oldest first, for rules that reward streaks. */
  readonly reviews?: readonly Review[] | null;
}

/** A count for each calendar span that the day of the activity lies in; what is absent is 0. */
export type SpanCounts = { readonly [K in Exclude<CapSpan, "event">]?: number };

/** What caps need to know of the account: its points before this activity. `earnedSoFar` counts them. */
export interface EarnedSoFar {
  /** Points of all rules together. */
  readonly points?: SpanCounts;
  /** By rule: its points, and how many activities it gave points for. */
  readonly rules?: { readonly [rule: string]: { readonly points?: SpanCounts; readonly times?: SpanCounts } };
}

export interface EarnOptions {
  /** Needed where a rule or multiplier that answers to the activity reads it. */
  readonly standing?: Standing | null;
  /** Needed where caps of more than one activity, or `atMost`, are in the way; `{}` is a new account. */
  readonly earnedSoFar?: EarnedSoFar | null;
}
