import { factOf, type Issue, issue, type Path } from "../core/issue.ts";
import { unknownKeys } from "../core/unknown-keys.ts";
import { MOST_POINTS } from "../schema/limits.ts";
import type { EntryKind, Ledger, LedgerEntry } from "../schema/points-ledger.ts";
import { inEvaluationOrder } from "./evaluation-order.ts";
import type { Posting } from "./posting.ts";
import { readEntry } from "./read-entry.ts";

/** A ledger as it is reckoned with. */
export interface Book {
  /** As they were told. */
  readonly entries: readonly LedgerEntry[];
  /** In the order of evaluation. */
  readonly postings: readonly Posting[];
  readonly byId: ReadonlyMap<string, Posting>;
  /** All points that ever came in, and those that count toward a tier: what keeps every sum exact. */
  readonly volume: number;
}

/** The most entries of one ledger. */
export const MOST_ENTRIES = 1_000_000;

/** Books of ledgers that were written here: they are frozen, so what was read once stays true. */
const books: WeakMap<Ledger, Book> = /* @__PURE__ */ new WeakMap();

/** The book of an empty ledger. */
export function emptyBook(): Book {
  return { entries: [], postings: [], byId: new Map(), volume: 0 };
}

/** The book of a ledger, read anew unless the ledger was written here; or `null`, and what is wrong with it in `issues`. */
export function openBook(ledger: unknown, issues: Issue[]): Book | null {
  const known = books.get(ledger as Ledger);
  if (known !== undefined) return known;
  const { format, entries } = (ledger ?? {}) as Partial<Ledger>;
  if (format !== 1 || !Array.isArray(entries)) {
    issues.push(issue("ledger/kind", [], null, factOf(ledger)));
    return null;
  }
  issues.push(...unknownKeys(ledger as object, ["format", "entries"]));
  const reading = readInto(emptyBook(), entries, ["entries"], issues, NO_REPEATS);
  return reading === null || issues.length > 0 ? null : reading.book;
}

const NO_REPEATS = false;

/** New entries beside those recorded before; nothing is decided about them yet. */
export interface Reading {
  /** All of them, the new ones included. */
  readonly book: Book;
  /** The new ones as they were told, without those that were there already. */
  readonly added: readonly Posting[];
}

/** Reads entries into a book: `null`, and issues, if anything is wrong with any of them. */
export function readInto(
  book: Book,
  entries: unknown,
  path: Path,
  issues: Issue[],
  mayRepeat: boolean,
): Reading | null {
  if (!Array.isArray(entries)) {
    issues.push(issue("document/type", path, "an array", factOf(entries)));
    return null;
  }
  const size = book.entries.length + entries.length;
  if (size > MOST_ENTRIES) {
    issues.push(issue("ledger/size", path, MOST_ENTRIES, size));
    return null;
  }
  const before = issues.length;
  const byId = new Map(book.byId);
  const added: Posting[] = [];
  const places: number[] = [];
  for (let i = 0; i < entries.length; i++) {
    const posting = readEntry(entries[i], path, i, issues);
    if (posting === null) continue;
    const same = byId.get(posting.entry.id);
    if (same !== undefined) {
      if (mayRepeat && isSame(same.entry, posting.entry)) continue;
      issues.push(issue("ledger/id-taken", [...path, i, "id"], null, factOf(posting.entry.id)));
      continue;
    }
    byId.set(posting.entry.id, posting);
    places.push(i);
    added.push(posting);
  }
  // A target may be among the faulty entries: it is missed only where all could be read.
  if (issues.length === before) {
    for (let i = 0; i < added.length; i++) link(added[i] as Posting, byId, path, places[i] as number, issues);
  }
  const volume = added.reduce((sum, { entry }) => sum + volumeOf(entry), book.volume);
  if (volume > MOST_POINTS) issues.push(issue("ledger/volume", path, MOST_POINTS, volume));
  if (issues.length > before) return null;
  const postings = inEvaluationOrder([...book.postings, ...added]);
  const all = [...book.entries, ...added.map(({ entry }) => entry)];
  return { book: { entries: all, postings, byId, volume }, added };
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

/** Finds what a reversal reverses. */
function link(posting: Posting, byId: ReadonlyMap<string, Posting>, list: Path, place: number, issues: Issue[]): void {
  const { entry } = posting;
  if (entry.kind !== "reverse-accrual" && entry.kind !== "reverse-redemption") return;
  const target = byId.get(entry.of);
  const kind = REVERSES[entry.kind] as EntryKind;
  const path = [...list, place];
  if (target === undefined) issues.push(issue("ledger/unknown-entry", [...path, "of"], kind, factOf(entry.of)));
  else if (target.entry.kind !== kind) {
    issues.push(issue("ledger/reversal-kind", [...path, "of"], kind, target.entry.kind));
  } else if (target.day > posting.day) {
    issues.push(issue("ledger/reversal-date", [...path, "date"], target.entry.date, entry.date));
  } else (posting as { target: Posting }).target = target;
}

function volumeOf(entry: LedgerEntry): number {
  const qualifying = entry.kind === "accrue" || entry.kind === "adjust" ? Math.abs(entry.qualifyingPoints ?? 0) : 0;
  const isIn = entry.kind === "accrue" || entry.kind === "adjust" || entry.kind === "transfer";
  return qualifying + (isIn ? Math.max(0, entry.points) : 0);
}

/** A book without those of the new entries that were refused. */
export function withoutRefused(
  { book, added }: Reading,
  before: Book,
  postings: readonly Posting[],
  refused: ReadonlyMap<Posting, unknown>,
): Book {
  if (refused.size === 0) return book;
  const accepted = added.filter((posting) => !refused.has(posting));
  return {
    entries: [...before.entries, ...accepted.map(({ entry }) => entry)],
    postings,
    byId: new Map([...before.byId, ...accepted.map((posting) => [posting.entry.id, posting] as const)]),
    volume: accepted.reduce((sum, { entry }) => sum + volumeOf(entry), before.volume),
  };
}

/** The ledger of a book: plain JSON, frozen, and known from then on. */
export function writeLedger(book: Book): Ledger {
  for (const entry of book.entries) Object.freeze(entry);
  const ledger: Ledger = Object.freeze({ format: 1, entries: Object.freeze(book.entries) });
  books.set(ledger, book);
  return ledger;
}
