import { emptyLedger } from "../../../src/points/empty-ledger.ts";
import { liability } from "../../../src/points/liability.ts";
import { parsePointsPlan } from "../../../src/points/parse-points-plan.ts";
import { post, safePost } from "../../../src/points/post.ts";
import { reverse } from "../../../src/points/reverse.ts";
import { statement } from "../../../src/points/statement.ts";
import { transfer } from "../../../src/points/transfer.ts";
import type { LedgerEntry } from "../../../src/schema/points-ledger.ts";
import { thrown } from "./model.provocations.ts";
import { issuesOf, type Provocation } from "./provocation.ts";
import { smallPlan } from "./small-plan.ts";

const plan = () => parsePointsPlan(smallPlan());

/** A bill, a gift and a correction. */
const recorded = () =>
  post(plan(), emptyLedger(), [
    { id: "bill-1", kind: "accrue", date: "2026-01-10", points: 100, usableFrom: "2026-01-10" },
    { id: "gift-1", kind: "redeem", date: "2026-01-20", points: 30 },
    { id: "sorry-1", kind: "adjust", date: "2026-01-21", points: 5 },
  ]).ledger;

/** The issues of one more entry. */
const told = (entry: unknown) => issuesOf(safePost(plan(), recorded(), [entry]));

type Row = Omit<Provocation, "provoke"> & { readonly entry: unknown };

const ENTRIES: readonly Row[] = [
  {
    code: "ledger/points",
    mistake: "points below 0",
    entry: { id: "a", kind: "accrue", date: "2026-02-01", points: -5 },
    path: [0, "points"],
    expected: [0, 999_999_999_999_999],
    found: -5,
    sentence: "[0].points: expected a whole number from 0 to 999999999999999, got -5",
  },
  {
    code: "ledger/points",
    mistake: "half a point",
    entry: { id: "a", kind: "adjust", date: "2026-02-01", points: -0.5 },
    path: [0, "points"],
    expected: [-999_999_999_999_999, 999_999_999_999_999],
    found: -0.5,
    sentence: "[0].points: expected a whole number from -999999999999999 to 999999999999999, got -0.5",
  },
  {
    code: "ledger/points",
    mistake: "a redemption of nothing",
    entry: { id: "a", kind: "redeem", date: "2026-02-01", points: 0 },
    path: [0, "points"],
    expected: [1, 999_999_999_999_999],
    found: 0,
    sentence: "[0].points: expected a whole number from 1 to 999999999999999, got 0",
  },
  {
    code: "ledger/points",
    mistake: "points of sixteen digits",
    entry: { id: "a", kind: "accrue", date: "2026-02-01", points: 1_000_000_000_000_000 },
    path: [0, "points"],
    expected: [0, 999_999_999_999_999],
    found: 1_000_000_000_000_000,
    sentence: "[0].points: expected a whole number from 0 to 999999999999999, got 1000000000000000",
  },
  {
    code: "ledger/points",
    mistake: "points as text",
    entry: { id: "a", kind: "accrue", date: "2026-02-01", points: "5" },
    path: [0, "points"],
    expected: [0, 999_999_999_999_999],
    found: "5",
    sentence: '[0].points: expected a whole number from 0 to 999999999999999, got "5"',
  },
  {
    code: "document/date",
    mistake: "an entry on a day that does not exist",
    entry: { id: "a", kind: "accrue", date: "2026-02-30", points: 5 },
    path: [0, "date"],
    expected: null,
    found: "2026-02-30",
    sentence: '[0].date: expected a day of the calendar written YYYY-MM-DD, got "2026-02-30"',
  },
  {
    code: "document/choice",
    mistake: "an entry of no kind that there is",
    entry: { id: "a", kind: "acrue", date: "2026-02-01", points: 5 },
    path: [0, "kind"],
    expected: ["accrue", "redeem", "reverse-accrual", "reverse-redemption", "adjust", "transfer"],
    found: "acrue",
    suggestion: "accrue",
    sentence:
      '[0].kind: expected "accrue", "redeem", "reverse-accrual", "reverse-redemption", "adjust" or "transfer", got "acrue", did you mean "accrue"',
  },
  {
    code: "document/missing-key",
    mistake: "an entry without a kind",
    entry: { id: "a", date: "2026-02-01", points: 5 },
    path: [0, "kind"],
    expected: ["accrue", "redeem", "reverse-accrual", "reverse-redemption", "adjust", "transfer"],
    found: null,
    sentence:
      '[0].kind: expected "accrue", "redeem", "reverse-accrual", "reverse-redemption", "adjust" or "transfer", got nothing',
  },
  {
    code: "document/missing-key",
    mistake: "an accrual without points",
    entry: { id: "a", kind: "accrue", date: "2026-02-01" },
    path: [0, "points"],
    expected: "a whole number",
    found: null,
    sentence: "[0].points: expected a whole number, got nothing",
  },
  {
    code: "document/missing-key",
    mistake: "a reversal of nothing",
    entry: { id: "a", kind: "reverse-accrual", date: "2026-02-01" },
    path: [0, "of"],
    expected: "a text",
    found: null,
    sentence: "[0].of: expected a text, got nothing",
  },
  {
    code: "document/unknown-key",
    mistake: "a redemption with a last day",
    entry: { id: "a", kind: "redeem", date: "2026-02-01", points: 5, lastUsableDay: "2026-12-31" },
    path: [0, "lastUsableDay"],
    expected: ["id", "kind", "date", "points", "source", "note"],
    found: "lastUsableDay",
    sentence:
      '[0].lastUsableDay: expected a known key ("id", "kind", "date", "points", "source" or "note"), got "lastUsableDay"',
  },
  {
    code: "document/type",
    mistake: "an entry that is none",
    entry: "bill-2",
    path: [0],
    expected: "an object",
    found: "bill-2",
    sentence: '[0]: expected an object, got "bill-2"',
  },
  {
    code: "document/type",
    mistake: "a number as an id",
    entry: { id: 7, kind: "accrue", date: "2026-02-01", points: 5 },
    path: [0, "id"],
    expected: "a text",
    found: 7,
    sentence: "[0].id: expected a text, got 7",
  },
  {
    code: "document/type",
    mistake: "a number as a date",
    entry: { id: "a", kind: "accrue", date: 20260201, points: 5 },
    path: [0, "date"],
    expected: "a text",
    found: 20260201,
    sentence: "[0].date: expected a text, got 20260201",
  },
  {
    code: "document/empty",
    mistake: "an empty id",
    entry: { id: "", kind: "accrue", date: "2026-02-01", points: 5 },
    path: [0, "id"],
    expected: null,
    found: "",
    sentence: "[0].id: expected a text of 1 character or more, got an empty one",
  },
  {
    code: "document/text-length",
    mistake: "an id of 201 characters",
    entry: { id: "x".repeat(201), kind: "accrue", date: "2026-02-01", points: 5 },
    path: [0, "id"],
    expected: 200,
    found: 201,
    sentence: "[0].id: expected a text of at most 200 characters, got 201",
  },
  {
    code: "document/text-length",
    mistake: "a note of 1,001 characters",
    entry: { id: "a", kind: "accrue", date: "2026-02-01", points: 5, note: "x".repeat(1001) },
    path: [0, "note"],
    expected: 1000,
    found: 1001,
    sentence: "[0].note: expected a text of at most 1000 characters, got 1001",
  },
  {
    code: "ledger/lot-unused",
    mistake: "a correction down with a last day",
    entry: { id: "a", kind: "adjust", date: "2026-02-01", points: -5, lastUsableDay: null },
    path: [0, "lastUsableDay"],
    expected: null,
    found: "null",
    sentence: "[0].lastUsableDay: expected nothing, because only points that come in have days of their own, got null",
  },
  {
    code: "ledger/earned",
    mistake: "points that were earned after they came",
    entry: { id: "a", kind: "transfer", date: "2026-02-01", points: 5, earned: "2026-02-02" },
    path: [0, "earned"],
    expected: "2026-02-01",
    found: "2026-02-02",
    sentence: '[0].earned: expected a day up to 2026-02-01, the day of the entry, got "2026-02-02"',
  },
  {
    code: "ledger/id-taken",
    mistake: "an id that has other content",
    entry: { id: "gift-1", kind: "redeem", date: "2026-01-20", points: 31 },
    path: [0, "id"],
    expected: null,
    found: "gift-1",
    sentence: '[0].id: expected an id of its own, or the same entry again, got "gift-1" with other content',
  },
  {
    code: "ledger/unknown-entry",
    mistake: "the reversal of an unknown entry",
    entry: { id: "a", kind: "reverse-redemption", date: "2026-02-01", of: "gift-2" },
    path: [0, "of"],
    expected: "redeem",
    found: "gift-2",
    sentence: '[0].of: expected the id of an entry of kind redeem, got "gift-2", which is no entry of the ledger',
  },
  {
    code: "ledger/reversal-kind",
    mistake: "the reversal of a redemption as if it were an accrual",
    entry: { id: "a", kind: "reverse-accrual", date: "2026-02-01", of: "gift-1" },
    path: [0, "of"],
    expected: "accrue",
    found: "redeem",
    sentence: "[0].of: expected the id of an entry of kind accrue, got one of kind redeem",
  },
  {
    code: "ledger/reversal-date",
    mistake: "a reversal before what it reverses",
    entry: { id: "a", kind: "reverse-redemption", date: "2026-01-19", of: "gift-1" },
    path: [0, "date"],
    expected: "2026-01-20",
    found: "2026-01-19",
    sentence: '[0].date: expected a day on or after 2026-01-20, that of what it reverses, got "2026-01-19"',
  },
  {
    code: "ledger/volume",
    mistake: "more points than fifteen digits hold",
    entry: { id: "a", kind: "accrue", date: "2026-02-01", points: 999_999_999_999_999 },
    path: [],
    expected: 999_999_999_999_999,
    found: 1_000_000_000_000_104,
    sentence:
      "expected at most 999999999999999 points in one ledger, so that all digits stay exact, got 1000000000000104",
  },
];

export const provocations: readonly Provocation[] = [
  ...ENTRIES.map(({ entry, ...row }) => ({ ...row, provoke: () => told(entry) })),
  {
    code: "ledger/kind",
    mistake: "a ledger that is none",
    provoke: () => issuesOf(safePost(plan(), [], [])),
    path: [],
    expected: null,
    found: "an array",
    sentence: "expected a ledger from emptyLedger or post, got an array",
  },
  {
    code: "ledger/id-taken",
    mistake: "a ledger that holds an id twice",
    provoke: () => {
      const [first] = recorded().entries as [LedgerEntry];
      return thrown(() => statement(plan(), { format: 1, entries: [first, first] }, "2026-02-01"));
    },
    path: ["entries", 1, "id"],
    expected: null,
    found: "bill-1",
    sentence: 'entries[1].id: expected an id of its own, or the same entry again, got "bill-1" with other content',
  },
  {
    code: "document/unknown-key",
    mistake: "a ledger with a key of another",
    provoke: () => issuesOf(safePost(plan(), { ...recorded(), account: "acme" }, [])),
    path: ["account"],
    expected: ["format", "entries"],
    found: "account",
    sentence: 'account: expected a known key ("format" or "entries"), got "account"',
  },
  {
    code: "document/type",
    mistake: "one entry where there should be a list",
    provoke: () => issuesOf(safePost(plan(), recorded(), { id: "a" })),
    path: [],
    expected: "an array",
    found: "an object",
    sentence: "expected an array, got an object",
  },
  {
    code: "ledger/size",
    mistake: "ten million entries",
    provoke: () => issuesOf(safePost(plan(), recorded(), new Array(10_000_000))),
    path: [],
    expected: 1_000_000,
    found: 10_000_003,
    sentence: "expected at most 1000000 entries in one ledger, got 10000003",
  },
  {
    code: "ledger/reversal-kind",
    mistake: "the reversal of a correction",
    provoke: () => thrown(() => reverse(plan(), recorded(), { id: "a", date: "2026-02-01", of: "sorry-1" })),
    path: ["of"],
    expected: ["accrue", "redeem"],
    found: "adjust",
    sentence: 'of: expected the id of an entry of kind "accrue" or "redeem", got one of kind adjust',
  },
  {
    code: "ledger/unknown-entry",
    mistake: "the reversal of nothing that is there",
    provoke: () => thrown(() => reverse(plan(), recorded(), { id: "a", date: "2026-02-01", of: "bill-9" })),
    path: ["of"],
    expected: ["accrue", "redeem"],
    found: "bill-9",
    sentence:
      'of: expected the id of an entry of kind "accrue" or "redeem", got "bill-9", which is no entry of the ledger',
  },
  {
    code: "ledger/points",
    mistake: "a transfer the other way",
    provoke: () =>
      thrown(() => transfer(plan(), recorded(), emptyLedger(), { id: "a", date: "2026-02-01", points: -5 })),
    path: ["points"],
    expected: [1, 999_999_999_999_999],
    found: -5,
    sentence: "points: expected a whole number from 1 to 999999999999999, got -5",
  },
  {
    code: "options/date",
    mistake: "a statement of a day that does not exist",
    provoke: () => thrown(() => statement(plan(), recorded(), "2026-02-30")),
    path: ["asOf"],
    expected: null,
    found: "2026-02-30",
    sentence: 'asOf: expected a day of the calendar written YYYY-MM-DD, got "2026-02-30"',
  },
  {
    code: "options/whole",
    mistake: "half a day ahead",
    provoke: () => thrown(() => statement(plan(), recorded(), "2026-02-28", { expiringWithin: 0.5 })),
    path: ["expiringWithin"],
    expected: [0, 3_652_059],
    found: 0.5,
    sentence: "expiringWithin: expected a whole number from 0 to 3652059, got 0.5",
  },
  {
    code: "document/missing-key",
    mistake: "a liability by a plan that does not say what a point is worth",
    provoke: () =>
      thrown(() => {
        const { pointValue: _, ...rest } = smallPlan();
        return liability(parsePointsPlan(rest), { sales: 100, expectedRedeemed: 1 });
      }),
    path: ["pointValue"],
    expected: "a number",
    found: null,
    sentence: "pointValue: expected a number, got nothing",
  },
];
