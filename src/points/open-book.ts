import { factOf, type Issue, issue, type Path } from "../core/issue.ts";
import { unknownKeys } from "../core/unknown-keys.ts";
import type { Ledger } from "../schema/points-ledger.ts";
import { type Book, EMPTY_BOOK, MOST_ENTRIES, volumeOf } from "./book.ts";
import { endIntake, openIntake, type Reading, takeIn } from "./intake.ts";
import type { Posting } from "./posting.ts";
import { type PathOf, readEntry } from "./read-entry.ts";
import { copyRoll, putOnRoll } from "./roll.ts";

/** Books of ledgers that were written here: they are frozen, so what was read once stays true. */
const books: WeakMap<Ledger, Book> = /* @__PURE__ */ new WeakMap();

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
  const reading = readInto(EMPTY_BOOK, entries, ["entries"], issues, NO_REPEATS);
  return reading === null || issues.length > 0 ? null : reading.book;
}

const NO_REPEATS = false;

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
  const size = book.told.length + entries.length;
  if (size > MOST_ENTRIES) {
    issues.push(issue("ledger/size", path, MOST_ENTRIES, size));
    return null;
  }
  const intake = openIntake(book, path, issues, mayRepeat);
  let place = 0;
  const pathOf: PathOf = (...keys) => [...path, place, ...keys];
  for (; place < entries.length; place++) {
    const posting = readEntry(entries[place], pathOf, issues);
    if (posting !== null) takeIn(intake, posting, place);
  }
  return endIntake(intake);
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
  const roll = copyRoll(before.roll);
  for (const posting of accepted) putOnRoll(roll, posting);
  return {
    told: [...before.told, ...accepted],
    postings,
    roll,
    volume: accepted.reduce((sum, { entry }) => sum + volumeOf(entry), before.volume),
  };
}

/** The ledger of a book: plain JSON, frozen, and known from then on. */
export function writeLedger(book: Book): Ledger {
  const entries = book.told.map(({ entry }) => Object.freeze(entry));
  const ledger: Ledger = Object.freeze({ format: 1, entries: Object.freeze(entries) });
  books.set(ledger, book);
  return ledger;
}
