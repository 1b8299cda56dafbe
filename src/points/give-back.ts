import type { ExpiredOnReversal } from "../schema/points-plan-document.ts";
import type { Account } from "./account.ts";
import { reinstate } from "./add-lot.ts";
import { expire } from "./advance.ts";
import { lastUsableOf, type Slice, type Take } from "./lot.ts";
import { shelve } from "./move-points.ts";
import { before, tellMovement } from "./movement-log.ts";
import { repay } from "./owe.ts";
import type { Posting, PostingOf } from "./posting.ts";
import { grant, type Redemption, type Run } from "./run.ts";

/**
 * Reverses a redemption: its points go back into the lots they came from. What was taken last goes back first, so that
 * what is left of the redemption is what a smaller one would have taken.
 */
export function giveBack(run: Run, posting: PostingOf<"reverse-redemption">): void {
  const { account } = run;
  const redemption = run.redemptions.get(posting.target as Posting);
  const asked = posting.entry.points;
  if (redemption === undefined) {
    grant(run, posting, "target-refused", asked ?? 1, 0);
    return;
  }
  const granted = grant(run, posting, "already-reversed", asked ?? Math.max(redemption.left, 1), redemption.left);
  if (granted === null) return;
  const start = before(account);
  const given = undo(account, redemption, granted);
  if (start !== null) tellMovement(account, start, { kind: "reverse-redemption", posting, day: posting.day }, given, 1);
  // Points that came back too late, and are not reinstated, were there for no time at all.
  for (const { slice } of given) if (isLate(account, slice)) expire(account, slice, posting.day);
}

/** Takes back the last takes of a redemption; what nothing had covered goes first. */
function undo(account: Account, redemption: Redemption, points: number): readonly Take[] {
  const given: Take[] = [];
  const uncovered = Math.min(points, redemption.uncovered);
  redemption.uncovered -= uncovered;
  redemption.left -= points;
  for (let rest = points - uncovered; rest > 0; ) {
    const last = redemption.takes[redemption.takes.length - 1] as Take;
    const back = Math.min(rest, last.points);
    last.points -= back;
    if (last.points === 0) redemption.takes.pop();
    rest -= back;
    const { lot } = last.slice;
    lot.spent -= back;
    const kept = back - repay(account, lot, lot.debts, back);
    const come = isLate(account, last.slice) ? COME_LATE[account.terms.expiredOnReversal] : shelve;
    if (kept > 0) come(account, last.slice, kept);
    given.push({ slice: last.slice, points: back });
  }
  return given;
}

function isLate(account: Account, slice: Slice): boolean {
  return lastUsableOf(slice) < account.day;
}

const COME_LATE = {
  lost: shelve,
  reinstate: (account, { lot }, points) => reinstate(account, lot, points),
} satisfies { readonly [K in ExpiredOnReversal]: typeof shelve };
