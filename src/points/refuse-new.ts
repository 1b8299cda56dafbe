import type { Refusal } from "../schema/points-ledger.ts";
import type { Terms } from "./account.ts";
import { evaluate } from "./evaluate.ts";
import { inEvaluationOrder } from "./evaluation-order.ts";
import type { Reading } from "./intake.ts";
import { isCredit, type Posting } from "./posting.ts";
import { lackOf, NOTHING, put, type Run, type Shortfall } from "./run.ts";

export interface Decision {
  /** What remains, recorded and new, in the order of evaluation. */
  readonly postings: readonly Posting[];
  readonly refusals: ReadonlyMap<Posting, Refusal>;
  /** The reckoning of what remains. */
  readonly run: Run;
}

/** Decides which of the new entries cannot be: of those that cannot all be, the later ones in the order of evaluation. */
export function refuseNew(terms: Terms, { book, added }: Reading): Decision {
  let refusals: ReadonlyMap<Posting, Refusal> = NOTHING;
  const isNew = membership(added);
  for (let postings = book.postings; ; ) {
    const { refused, run } = refuseInOrder(terms, postings, isNew);
    if (refused.size === 0) return { postings, refusals, run };
    for (const [posting, refusal] of refused) refusals = put(refusals, posting, refusal);
    const rest = postings.filter((posting) => !refused.has(posting));
    // Where what would have given a redemption back at once is refused, the redemption has another place.
    postings = inEvaluationOrder(rest);
    if (postings === rest) return { postings, refusals, run };
  }
}

/** Whether something is in a list; the list is not looked at before anybody asks. */
function membership<T>(list: readonly T[]): (item: T) => boolean {
  let set: ReadonlySet<T> | undefined;
  return (item) => {
    set ??= new Set(list);
    return set.has(item);
  };
}

interface Trial {
  readonly refused: ReadonlyMap<Posting, Refusal>;
  readonly run: Run;
}

function refuseInOrder(terms: Terms, postings: readonly Posting[], isNew: (posting: Posting) => boolean): Trial {
  const first = evaluate(terms, postings, { isNew });
  if (first.shortfalls.size === 0) return { refused: first.refusals, run: first };
  // By another plan than the one it was posted by, a recorded entry may be short without any new ones.
  const known = evaluate(terms, postings, { isLeftOut: isNew }).shortfalls;
  // Points that come in often help, and seldom do harm: the others are tried with all of them.
  const added = postings.filter(isNew);
  const suspects = [...added.filter(bringsPoints), ...added.filter((posting) => !bringsPoints(posting))];
  const places = new Map(suspects.map((posting, place) => [posting, place]));
  const refused = new Map<Posting, Refusal>();
  const tryFirst: TryFirst = (count) => {
    const end = count < suspects.length ? placeOf(suspects[count]) : Number.POSITIVE_INFINITY;
    const isLeftOut = (posting: Posting) => refused.has(posting) || placeOf(posting) >= end;
    const run = evaluate(terms, postings, { isNew, isLeftOut });
    return { run, endangered: endangered(run.shortfalls, known) };
  };
  const placeOf = (posting: Posting | undefined) => places.get(posting as Posting) ?? -1;
  const trialOf = (run: Run): Trial => ({ refused: new Map([...run.refusals, ...refused]), run });
  const all = tryFirst(suspects.length);
  if (all.endangered === null) return trialOf(all.run);
  for (let safe = 0; ; ) {
    const least = leastEndangering(tryFirst, safe, suspects.length);
    if (least === null) return trialOf(tryFirst(suspects.length).run);
    safe = least.count - 1;
    const [suspect] = suspects.splice(safe, 1) as [Posting];
    refused.set(suspect, refusalOf(suspect, least.found));
  }
}

type Endangered = readonly [posting: Posting, shortfall: Shortfall];

type TryFirst = (count: number) => {
  readonly run: Run;
  readonly endangered: Endangered | null;
};

/**
 * The least number of suspects, first ones first, with which a recorded entry is short: more than `safe`, at most `all`; or
 * `null` if it never is. It is looked for in strides that double, because where one is refused the next often is too.
 */
function leastEndangering(
  tryFirst: TryFirst,
  safe: number,
  all: number,
): { readonly count: number; readonly found: Endangered } | null {
  let low = safe;
  let high = all;
  let found: Endangered | null = null;
  for (let stride = 1; low < high && (found === null || high - low > 1); stride *= 2) {
    const count: number = found === null ? Math.min(low + stride, all) : Math.floor((low + high) / 2);
    const { endangered } = tryFirst(count);
    if (endangered === null) low = count;
    else [high, found] = [count, endangered];
  }
  return found === null ? null : { count: high, found };
}

function bringsPoints(posting: Posting): boolean {
  return posting.target === undefined && isCredit(posting);
}

/** The first recorded entry that is shorter than it is without the new ones. */
function endangered(
  shortfalls: ReadonlyMap<Posting, Shortfall>,
  known: ReadonlyMap<Posting, Shortfall>,
): Endangered | null {
  for (const short of shortfalls) if (lackOf(short[1]) > lackOf(known.get(short[0]))) return short;
  return null;
}

function refusalOf({ entry }: Posting, [other, { asked, available }]: Endangered): Refusal {
  return { id: entry.id, reason: "endangers", asked, available, endangered: other.entry.id };
}
