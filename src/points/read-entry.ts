import { factOf, type Issue, issue, type Path } from "../core/issue.ts";
import { nearMiss } from "../core/near-miss.ts";
import { readDate } from "../core/plain-date.ts";
import type { LedgerEntry } from "../schema/points-ledger.ts";
import { KEYS_OF, type Key, KINDS, NAMES, type Name, STRANGE_PLACES } from "./entry-keys.ts";
import type { Posting } from "./posting.ts";
import { NEVER } from "./validity.ts";

type Given = { readonly [K in Name]?: unknown };
const KIND = NAMES.indexOf("kind");

/** What only points that come in can have. */
const OF_A_LOT = ["earned", "usableFrom", "lastUsableDay"] as const;

/**
 * Reads one entry of unknown shape: a copy with its keys in order; or `null`, with everything that is wrong in `issues`. What it reverses is found later, when all entries are read.
 */
export function readEntry(value: unknown, path: PathOf, issues: Issue[]): Posting | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    issues.push(issue("document/type", path(), "an object", factOf(value)));
    return null;
  }
  const given: Given = value;
  const values = valuesOf(given);
  const kind = values[KIND];
  const keys = KEYS_OF.get(kind);
  if (keys === undefined) {
    issues.push(kindIssue(kind, path("kind")));
    return null;
  }
  let isGood = true;
  let count = 0;
  for (const { name, place, check, isRequired } of keys) {
    const value = values[place];
    if (value === undefined) {
      if (!isRequired) continue;
      issues.push(issue("document/missing-key", path(name), name === "points" ? "a whole number" : "a text", null));
      isGood = false;
      continue;
    }
    count++;
    const fault = check(value);
    if (fault === undefined) continue;
    issues.push(issue(fault[0], path(name), fault[1], fault[2] ?? factOf(value)));
    isGood = false;
  }
  if (Object.keys(given).length > count) isGood = onlyKnownKeys(given, keys, path, issues) && isGood;
  if (!isGood) return null;
  for (const place of STRANGE_PLACES.get(kind) as readonly number[]) values[place] = undefined;
  const posting = postingOf(copyOf(values));
  return isLotConsistent(posting, path, issues) ? posting : null;
}

/** The path of a key of the entry, or of the entry itself. */
export type PathOf = (...keys: string[]) => Path;

/** The values of all keys that an entry may have. Asked for by a name that stands here, each costs next to nothing. */
function valuesOf({
  id,
  kind,
  date,
  of,
  points,
  qualifyingPoints,
  counterparty,
  earned,
  source,
  usableFrom,
  lastUsableDay,
  note,
}: Given): unknown[] {
  return [id, kind, date, of, points, qualifyingPoints, counterparty, earned, source, usableFrom, lastUsableDay, note];
}

/** An entry of values that were checked. */
function copyOf(values: readonly unknown[]): LedgerEntry {
  const [id, kind, date, of, points, qualifyingPoints, counterparty, earned, source, usableFrom, lastUsableDay, note] =
    values;
  const copy: { [K in Name]?: unknown } = { id, kind, date };
  if (of !== undefined) copy.of = of;
  if (points !== undefined) copy.points = withoutSign(points);
  if (qualifyingPoints !== undefined) copy.qualifyingPoints = withoutSign(qualifyingPoints);
  if (counterparty !== undefined) copy.counterparty = counterparty;
  if (earned !== undefined) copy.earned = earned;
  if (source !== undefined) copy.source = source;
  if (usableFrom !== undefined) copy.usableFrom = usableFrom;
  if (lastUsableDay !== undefined) copy.lastUsableDay = lastUsableDay;
  if (note !== undefined) copy.note = note;
  return copy as unknown as LedgerEntry;
}

/** −0 is 0. */
function withoutSign(points: unknown): unknown {
  return points === 0 ? 0 : points;
}

function kindIssue(found: unknown, path: Path): Issue {
  if (found === undefined) return issue("document/missing-key", path, KINDS, null);
  const suggestion = typeof found === "string" ? nearMiss(found, KINDS) : undefined;
  return issue("document/choice", path, KINDS, factOf(found), suggestion);
}

function onlyKnownKeys(given: object, keys: readonly Key[], path: PathOf, issues: Issue[]): boolean {
  const known: readonly string[] = keys.map(({ name }) => name);
  const strange = Object.entries(given).filter(([key, value]) => value !== undefined && !known.includes(key));
  for (const [key] of strange) {
    issues.push(issue("document/unknown-key", path(key), known, factOf(key), nearMiss(key, known)));
  }
  return strange.length === 0;
}

/** What every kind of entry may have, so far as the days go. */
interface Dated {
  readonly date: string;
  readonly earned?: string;
  readonly usableFrom?: string;
  readonly lastUsableDay?: string | null;
}

function postingOf(entry: LedgerEntry): Posting {
  const { date, earned, usableFrom, lastUsableDay }: Dated = entry;
  const day = dayOf(date);
  return {
    entry,
    day,
    earned: earned === undefined ? day : dayOf(earned),
    usableFrom: usableFrom === undefined ? undefined : dayOf(usableFrom),
    lastUsable: lastUsableDay === undefined ? undefined : lastUsableDay === null ? NEVER : dayOf(lastUsableDay),
    target: undefined,
  };
}

/** Of a text that was checked. */
function dayOf(date: string): number {
  return readDate(date) as number;
}

/** Points that go out have no days of their own, and none were earned after they came. */
function isLotConsistent({ entry, day, earned }: Posting, path: PathOf, issues: Issue[]): boolean {
  if (entry.kind !== "adjust" && entry.kind !== "transfer") return true;
  const dates: Dated = entry;
  const strange = entry.points > 0 ? [] : OF_A_LOT.filter((key) => dates[key] !== undefined);
  for (const key of strange) issues.push(issue("ledger/lot-unused", path(key), null, String(dates[key])));
  if (earned > day) issues.push(issue("ledger/earned", path("earned"), entry.date, dates.earned ?? null));
  return strange.length === 0 && earned <= day;
}
