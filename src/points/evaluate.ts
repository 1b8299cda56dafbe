import type { Movement } from "../schema/points-statement.ts";
import { openAccount, type Terms } from "./account.ts";
import { advance } from "./advance.ts";
import { applyEntry } from "./apply-entry.ts";
import { type Posting, sourceOf } from "./posting.ts";
import type { Run } from "./run.ts";

export interface Evaluation {
  /** Postings that may be refused. Default: none. */
  readonly isNew?: (posting: Posting) => boolean;
  /** Postings that are passed over. Default: none. */
  readonly isLeftOut?: (posting: Posting) => boolean;
  /** The last day that is reckoned with. Default: that of the last posting. */
  readonly asOf?: number;
  /** A posting whose takes are remembered, as those of what is reversed are. */
  readonly remembered?: Posting;
  /** Where to tell what happened. */
  readonly movements?: Movement[];
}

/**
 * Reckons with postings one after another.
 *
 * Cost: linear in the postings and in the lots they touch, as long as lots come in the order in which they are spent and
 * expire; else with the logarithm of their number.
 *
 * @param postings in the order of evaluation
 */
export function evaluate(terms: Terms, postings: readonly Posting[], evaluation: Evaluation = {}): Run {
  const { isNew = NONE, isLeftOut = NONE, asOf, movements = null } = evaluation;
  const targets = new Set<Posting>();
  if (evaluation.remembered !== undefined) targets.add(evaluation.remembered);
  let hasSources = false;
  for (const posting of postings) {
    if (posting.target !== undefined) targets.add(posting.target);
    hasSources ||= sourceOf(posting) !== undefined;
  }
  const account = openAccount(terms, hasSources, movements);
  const run: Run = {
    account,
    isNew,
    targets,
    lots: new Map(),
    redemptions: new Map(),
    refusals: new Map(),
    shortfalls: new Map(),
  };
  for (const posting of postings) {
    if (asOf !== undefined && posting.day > asOf) break;
    if (isLeftOut(posting)) continue;
    advance(account, posting.day);
    applyEntry(run, posting);
  }
  if (asOf !== undefined) advance(account, asOf);
  return run;
}

const NONE = (): boolean => false;
