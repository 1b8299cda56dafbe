import type { ScoreOptions } from "../schema/options.ts";

/** What is looked at, and from where on it is worth a finding. Our own thresholds, illustrative. */
export interface LintOptions extends Pick<ScoreOptions, "asOf"> {
  /** The share of the total above which one indicator dominates. Default 0.5. */
  readonly dominance?: number;
  /** Accounts to look for inputs that say the same in. */
  readonly accounts?: Iterable<unknown>;
  /** The size of a rank correlation from which two inputs say the same. Default 0.95. */
  readonly correlation?: number;
}
