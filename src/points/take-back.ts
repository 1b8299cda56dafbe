import type { NegativeBalance } from "../schema/points-plan-document.ts";
import { type Account, shelfOfSource } from "./account.ts";
import { type Lot, remainingOf, type Slice, type Take } from "./lot.ts";
import { takeFirst, takeFrom } from "./move-points.ts";
import { before, tellMovement } from "./movement-log.ts";
import { owe } from "./owe.ts";
import { type Posting, type PostingOf, sourceOf } from "./posting.ts";
import { grant, type Run } from "./run.ts";

/**
 * Reverses an accrual. Its points are taken where they still are, then from those that expired unused; what was spent,
 * corrected away or transferred is a matter of the plan.
 */
export function takeBack(run: Run, posting: PostingOf<"reverse-accrual">): void {
  const { account } = run;
  const asked = posting.entry.points;
  const lot = run.lots.get(posting.target as Posting);
  if (lot === undefined) {
    grant(run, posting, "target-refused", asked ?? 1, 0);
    return;
  }
  const left = lot.points - lot.takenBack;
  const granted = grant(run, posting, "already-reversed", asked ?? Math.max(left, 1), left);
  if (granted === null) return;
  const there = remainingOf(lot) + lot.expired;
  const policy = POLICIES[account.terms.negativeBalance];
  const covered = granted <= there ? granted : policy.cover(run, posting, lot, granted, there);
  if (covered === null) return;
  const start = before(account);
  const takes = takeFromLot(account, lot, Math.min(covered, there));
  if (covered > there) policy.take(account, lot, covered - there, takes);
  lot.takenBack += granted;
  if (start !== null) tellMovement(account, start, { kind: "reverse-accrual", posting, day: posting.day }, takes, -1);
}

function takeFromLot(account: Account, lot: Lot, points: number): Take[] {
  const takes: Take[] = [];
  let rest = points;
  for (let slice: Slice | null = lot.slice; slice !== null && rest > 0; slice = slice.before) {
    const taken = Math.min(rest, slice.remaining);
    if (taken > 0) takeFrom(account, slice, taken, "reversed", takes);
    rest -= taken;
  }
  lot.expired -= rest;
  lot.reversed += rest;
  return takes;
}

interface Policy {
  /** How many of the points asked for can be taken, if so many are in the lot itself; `null` if that refuses the entry. */
  readonly cover: (
    run: Run,
    posting: PostingOf<"reverse-accrual">,
    lot: Lot,
    asked: number,
    there: number,
  ) => number | null;
  /** Takes what is not in the lot itself. */
  readonly take: (account: Account, lot: Lot, points: number, takes: Take[]) => void;
}

const POLICIES = {
  block: {
    cover: (run, posting, _lot, asked, there) => grant(run, posting, "spent", asked, there),
    take: () => {},
  },
  owe: {
    cover: (_run, _posting, _lot, asked) => asked,
    take: (account, lot, points) => owe(account, lot, points),
  },
  "take-other-lots": {
    cover: (run, posting, lot, asked, there) => {
      const others = shelfOfSource(run.account, sourceOf(lot.posting)).usable - usableOf(lot);
      return grant(run, posting, "not-enough", asked, there + others);
    },
    // The lot's own points are gone by now.
    take: (account, lot, points, takes) =>
      takeFirst(account, shelfOfSource(account, sourceOf(lot.posting)), points, "reversed", takes),
  },
} satisfies { readonly [K in NegativeBalance]: Policy };

function usableOf(lot: Lot): number {
  return lot.slice?.isPending ? 0 : remainingOf(lot);
}
