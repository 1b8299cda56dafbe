import type { Movement } from "../schema/points-statement.ts";
import { openAccount, type Terms } from "./account.ts";
import { advance } from "./advance.ts";
import { applyEntry } from "./apply-entry.ts";
import { type Posting, sourceOf } from "./posting.ts";
import { NOTHING, type Run } from "./run.ts";

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
  const targets = targetsOf(postings, evaluation.remembered);
  const hasSources = postings.some((posting) => sourceOf(posting) !== undefined);
  const account = openAccount(terms, hasSources, movements);
  const run: Run = {
    account,
    isNew,
    targets,
    lots: NOTHING,
    redemptions: NOTHING,
    refusals: NOTHING,
    shortfalls: NOTHING,
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

function targetsOf(postings: readonly Posting[], remembered: Posting | undefined): ReadonlySet<Posting> {
  let targets: Set<Posting> | undefined;
  if (remembered !== undefined) targets = new Set([remembered]);
  for (const { target } of postings) {
    if (target === undefined) continue;
    targets ??= new Set();
    targets.add(target);
  }
  return targets ?? NO_TARGETS;
}

const NO_TARGETS: ReadonlySet<Posting> = /* @__PURE__ */ new Set();
