import type { Issue, IssueCode } from "../core/issue.ts";
import { readDate } from "../core/plain-date.ts";
import { LONGEST_NAME, MOST_POINTS } from "../schema/limits.ts";
import type { EntryKind } from "../schema/points-ledger.ts";

/** The longest note of an entry. */
const LONGEST_NOTE = 1000;

/** What is wrong with a value, or `undefined`. */
type Check = (value: unknown) => readonly [code: IssueCode, expected: Issue["expected"], found?: number] | undefined;

/** A key that a kind of entry may have. */
export interface Key {
  readonly name: Name;
  /** Its place among all of them. */
  readonly place: number;
  readonly check: Check;
  readonly isRequired: boolean;
}

/** All keys that an entry may have, in the order in which a ledger writes them. */
export const NAMES = [
  "id",
  "kind",
  "date",
  "of",
  "points",
  "qualifyingPoints",
  "counterparty",
  "earned",
  "source",
  "usableFrom",
  "lastUsableDay",
  "note",
] as const;
export type Name = (typeof NAMES)[number];

const keyOf = (name: Name, check: Check, isRequired: boolean): Key => ({
  name,
  place: NAMES.indexOf(name),
  check,
  isRequired,
});
const required = (name: Name, check: Check): Key => keyOf(name, check, true);
const optional = (name: Name, check: Check): Key => keyOf(name, check, false);

const kind: Check = () => undefined;
const text =
  (longest: number): Check =>
  (value) => {
    if (typeof value !== "string") return ["document/type", "a text"];
    if (value === "") return ["document/empty", null];
    return value.length > longest ? ["document/text-length", longest, value.length] : undefined;
  };
const name = text(LONGEST_NAME);
const date: Check = (value) => {
  if (typeof value !== "string") return ["document/type", "a text"];
  return readDate(value) === null ? ["document/date", null] : undefined;
};
const dateOrNull: Check = (value) => (value === null ? undefined : date(value));
const whole =
  (least: number): Check =>
  (value) =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= MOST_POINTS
      ? undefined
      : ["ledger/points", [least, MOST_POINTS]];

/** The least points of an entry of a kind. */
export const LEAST_POINTS = {
  accrue: 0,
  redeem: 1,
  "reverse-accrual": 1,
  "reverse-redemption": 1,
  adjust: -MOST_POINTS,
  transfer: -MOST_POINTS,
} satisfies { readonly [K in EntryKind]: number };

const base = [required("id", name), required("kind", kind), required("date", date)];
const lotTerms = [optional("source", name), optional("usableFrom", date), optional("lastUsableDay", dateOrNull)];
const note = optional("note", text(LONGEST_NOTE));
const reversal = [...base, required("of", name), optional("points", whole(LEAST_POINTS["reverse-accrual"])), note];

/** The keys of every kind of entry. */
const KEYS = {
  accrue: [
    ...base,
    required("points", whole(LEAST_POINTS.accrue)),
    optional("qualifyingPoints", whole(0)),
    ...lotTerms,
    note,
  ],
  redeem: [...base, required("points", whole(LEAST_POINTS.redeem)), optional("source", name), note],
  "reverse-accrual": reversal,
  "reverse-redemption": reversal,
  adjust: [
    ...base,
    required("points", whole(LEAST_POINTS.adjust)),
    optional("qualifyingPoints", whole(-MOST_POINTS)),
    ...lotTerms,
    note,
  ],
  transfer: [
    ...base,
    required("points", whole(LEAST_POINTS.transfer)),
    optional("counterparty", name),
    optional("earned", date),
    ...lotTerms,
    note,
  ],
} satisfies { readonly [K in EntryKind]: readonly Key[] };

export const KINDS = Object.keys(KEYS) as readonly EntryKind[];
/** The keys of a kind. */
export const KEYS_OF: ReadonlyMap<unknown, readonly Key[]> = /* @__PURE__ */ new Map(Object.entries(KEYS));

/** The places of the keys that a kind has not: a value there may be inherited, and is none of the entry's. */
export const STRANGE_PLACES: ReadonlyMap<unknown, readonly number[]> = /* @__PURE__ */ new Map(
  KINDS.map((kind) => [
    kind,
    NAMES.flatMap((name, place) => (KEYS[kind].some((key) => key.name === name) ? [] : [place])),
  ]),
);
