import { isCredit, type Posting } from "./posting.ts";

/**
 * Postings in the order in which they are reckoned with, whatever the order they were told in: by day; on a day credits,
 * then debits that are given back on that same day, each followed by what gives it back, then the other debits; within
 * each of these by id, code unit by code unit.
 *
 * Debits that are undone at once come first, so that they never stand in the way of one that stays.
 *
 * Cost: linear where the postings come in this order already, else that of a sort.
 */
export function inEvaluationOrder(postings: readonly Posting[]): readonly Posting[] {
  if (doDaysRise(postings)) return postings;
  const undone = new Set<Posting>();
  for (const posting of postings) if (isGivenBackAtOnce(posting)) undone.add(posting.target);
  const compare = (a: Posting, b: Posting): number => {
    if (a.day !== b.day) return a.day - b.day;
    const [rank, otherRank] = [rankOf(a, undone), rankOf(b, undone)];
    if (rank !== otherRank) return rank - otherRank;
    const [subject, other] = [subjectOf(a), subjectOf(b)];
    if (subject !== other) return subject.entry.id < other.entry.id ? -1 : 1;
    if (a === subject || b === subject) return a === subject ? -1 : 1;
    return a.entry.id < b.entry.id ? -1 : 1;
  };
  for (let i = 1; i < postings.length; i++) {
    if (compare(postings[i - 1] as Posting, postings[i] as Posting) > 0) return [...postings].sort(compare);
  }
  return postings;
}

/** Whether each has a later day than the one before: then nothing else decides. */
function doDaysRise(postings: readonly Posting[]): boolean {
  for (let i = 1; i < postings.length; i++) {
    if ((postings[i - 1] as Posting).day >= (postings[i] as Posting).day) return false;
  }
  return true;
}

const CREDIT = 0;
const UNDONE = 1;
const DEBIT = 2;

function rankOf(posting: Posting, undone: ReadonlySet<Posting>): number {
  if (isGivenBackAtOnce(posting) || undone.has(posting)) return UNDONE;
  return isCredit(posting) ? CREDIT : DEBIT;
}

function isGivenBackAtOnce(posting: Posting): posting is Posting & { readonly target: Posting } {
  const { entry, target, day } = posting;
  return entry.kind === "reverse-redemption" && target?.day === day;
}

/** The redemption that a reversal of the same day stands beside. */
function subjectOf(posting: Posting): Posting {
  return isGivenBackAtOnce(posting) ? posting.target : posting;
}
