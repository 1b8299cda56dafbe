import type { EntryKind } from "../schema/points-ledger.ts";
import { balanceOf, shelfOfSource } from "./account.ts";
import { addLot, expireIfLate } from "./add-lot.ts";
import { giveBack } from "./give-back.ts";
import type { Gone, Lot, Take } from "./lot.ts";
import { takeFirst } from "./move-points.ts";
import { before, tellMovement } from "./movement-log.ts";
import { type Posting, type PostingOf, sourceOf } from "./posting.ts";
import { grant, put, type Run } from "./run.ts";
import { takeBack } from "./take-back.ts";

/** Reckons with one posting, on its day. */
export function applyEntry(run: Run, posting: Posting): void {
  (KINDS[posting.entry.kind] as (run: Run, posting: Posting) => void)(run, posting);
}

const KINDS = {
  accrue: (run, posting) => {
    const { pendingDays } = run.account.terms.validity;
    const lot = comeIn(run, posting, posting.entry.points, posting.usableFrom ?? posting.day + pendingDays);
    if (run.targets.has(posting)) run.lots = put(run.lots, posting, lot);
  },
  redeem: (run, posting) => goOut(run, posting, posting.entry.points, "spent"),
  "reverse-accrual": takeBack,
  "reverse-redemption": giveBack,
  adjust: (run, posting) => comeOrGo(run, posting, "adjusted"),
  transfer: (run, posting) => comeOrGo(run, posting, "transferred"),
} satisfies { readonly [K in EntryKind]: (run: Run, posting: PostingOf<K>) => void };

function comeOrGo(run: Run, posting: PostingOf<"adjust" | "transfer">, where: Gone): void {
  const { points } = posting.entry;
  if (points > 0) comeIn(run, posting, points, posting.usableFrom ?? posting.day);
  else if (points < 0) goOut(run, posting, -points, where);
}

function comeIn({ account }: Run, posting: Posting, points: number, usableFrom: number): Lot {
  const start = before(account);
  const lot = addLot(account, posting, points, usableFrom);
  if (start !== null) {
    const takes = lot.slice === null ? [] : [{ slice: lot.slice, points }];
    tellMovement(account, start, { kind: posting.entry.kind, posting, day: posting.day }, takes, 1);
  }
  expireIfLate(account, lot);
  return lot;
}

/** Takes points out of those that can be spent, unless that is refused. */
function goOut(run: Run, posting: Posting, points: number, where: Gone): void {
  const { account } = run;
  const source = sourceOf(posting);
  const shelf = source === undefined ? account.shelf : shelfOfSource(account, source);
  const granted = grant(run, posting, "not-enough", points, Math.min(shelf.usable, balanceOf(account)));
  if (granted === null) return;
  const start = before(account);
  const isTarget = run.targets.has(posting);
  const takes: Take[] = [];
  takeFirst(account, shelf, granted, where, start === null && !isTarget ? null : takes);
  if (start !== null) tellMovement(account, start, { kind: posting.entry.kind, posting, day: posting.day }, takes, -1);
  if (isTarget) {
    run.redemptions = put(run.redemptions, posting, { takes, left: points, uncovered: points - granted });
  }
}
