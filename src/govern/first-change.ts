import type { Assembly } from "../score/assembly.ts";
import type { RatedPortfolio } from "./rated-portfolio.ts";

/** The last step of a way at which nothing changes; the next one, and whom it changes, if it is on the way. */
export interface FirstChange {
  readonly unchangedTo: number;
  readonly changedAt: number | null;
  /** The place of the account in the list. */
  readonly account: number | null;
}

/** Looks for the first change on a way of steps from 1 to `last`, by the assembled models at each of them. */
export type FindChange = (portfolio: RatedPortfolio, last: number, modelAt: (step: number) => Assembly) => FirstChange;
