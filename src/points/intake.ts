import { factOf, type Issue, issue, type Path } from "../core/issue.ts";
import { MOST_POINTS } from "../schema/limits.ts";
import type { EntryKind, LedgerEntry } from "../schema/points-ledger.ts";
import { type Book, volumeOf } from "./book.ts";
import { inEvaluationOrder } from "./evaluation-order.ts";
import type { Posting } from "./posting.ts";
import { copyRoll, findOn, putOnRoll, type Roll } from "./roll.ts";

/** New entries beside those recorded before; nothing is decided about them yet. */
export interface Reading {
  /** All of them, the new ones included. */
  readonly book: Book;
  /** The new ones as they were told, without those that were there already. */
  readonly added: readonly Posting[];
}

/** Entries on their way into a book: each was read by itself, now they meet. */
export interface Intake {
  readonly book: Book;
  /** Of the list of new entries. */
  readonly path: Path;
  /** To which those are added that come up; with one that was not there at the beginning, nothing comes of it. */
  readonly issues: Issue[];
  readonly issuesBefore: number;
  /** Whether an entry that was told before may be told again. */
  readonly mayRepeat: boolean;
  readonly roll: Roll;
  readonly added: Posting[];
  /** Of each of them its place in the list. */
  readonly places: number[];
}

export function openIntake(book: Book, path: Path, issues: Issue[], mayRepeat: boolean): Intake {
  const roll = copyRoll(book.roll);
  return { book, path, issues, issuesBefore: issues.length, mayRepeat, roll, added: [], places: [] };
}

/** @param place in the list of the new ones */
export function takeIn(
  { roll, added, places, issues, path, mayRepeat }: Intake,
  posting: Posting,
  place: number,
): void {
  const { id } = posting.entry;
  const same = findOn(roll, id);
  if (same === undefined) {
    putOnRoll(roll, posting);
    places.push(place);
    added.push(posting);
  } else if (!mayRepeat || !isSame(same.entry, posting.entry)) {
    issues.push(issue("ledger/id-taken", [...path, place, "id"], null, factOf(id)));
  }
}

/** `null`, and issues, if anything is wrong with any of them. */
export function endIntake(intake: Intake): Reading | null {
  const { book, path, issues, issuesBefore, roll, added } = intake;
  // A target may be among the faulty entries: it is missed only where all could be read.
  if (issues.length === issuesBefore) linkAll(intake);
  let { volume } = book;
  for (const { entry } of added) volume += volumeOf(entry);
  if (volume > MOST_POINTS) issues.push(issue("ledger/volume", path, MOST_POINTS, volume));
  if (issues.length > issuesBefore) return null;
  const told = joined(book.told, added);
  const postings = inEvaluationOrder(joined(book.postings, added));
  return { book: { told, postings, roll, volume }, added };
}

function joined<T>(first: readonly T[], second: readonly T[]): readonly T[] {
  return first.length === 0 ? second : [...first, ...second];
}

/** Entries hold nothing but texts and numbers, in an order of ours. */
function isSame(a: LedgerEntry, b: LedgerEntry): boolean {
  const [first, second] = [Object.entries(a), Object.entries(b)];
  return first.length === second.length && first.every(([key, value], i) => isPair(second[i], key, value));
}

function isPair(pair: readonly [string, unknown] | undefined, key: string, value: unknown): boolean {
  return pair !== undefined && pair[0] === key && pair[1] === value;
}

/** What each kind of reversal reverses. */
const REVERSES: { readonly [K in EntryKind]?: EntryKind } = {
  "reverse-accrual": "accrue",
  "reverse-redemption": "redeem",
};

/** Finds what reversals reverse. */
function linkAll({ roll, added, places, path, issues }: Intake): void {
  for (let i = 0; i < added.length; i++) {
    const posting = added[i] as Posting;
    const { entry } = posting;
    if (entry.kind !== "reverse-accrual" && entry.kind !== "reverse-redemption") continue;
    const target = findOn(roll, entry.of);
    const kind = REVERSES[entry.kind] as EntryKind;
    const at = [...path, places[i] as number];
    if (target === undefined) issues.push(issue("ledger/unknown-entry", [...at, "of"], kind, factOf(entry.of)));
    else if (target.entry.kind !== kind) {
      issues.push(issue("ledger/reversal-kind", [...at, "of"], kind, target.entry.kind));
    } else if (target.day > posting.day) {
      issues.push(issue("ledger/reversal-date", [...at, "date"], target.entry.date, entry.date));
    } else (posting as { target: Posting }).target = target;
  }
}
