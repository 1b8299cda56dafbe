import { parseModel } from "../../../src/model/parse-model.ts";
import { safeScore } from "../../../src/score/score.ts";
import { issuesOf, type Provocation } from "./provocation.ts";
import { type Draft, SMALL_DAY, smallAccount, smallModel } from "./small-model.ts";

type Row = Omit<Provocation, "provoke" | "path"> & {
  readonly path: string | null;
  readonly change: (account: Draft) => unknown;
};

const LONG_NUMBER = "1234567890.1234567890123456789012345";

const ROWS: readonly Row[] = [
  {
    code: "record/kind",
    mistake: "a list for a record",
    change: () => [1000, 800],
    path: null,
    expected: null,
    found: "an array",
    sentence: "expected a record as an object, got an array",
  },
  {
    code: "record/type",
    mistake: "true for a number",
    change: (account) => set(account, "revenue", true),
    path: "revenue",
    expected: "a number or decimal text",
    found: true,
    sentence: "revenue: expected a number or decimal text, got true",
  },
  {
    code: "record/type",
    mistake: "a number for a category",
    change: (account) => set(account, "city", 10),
    path: "city",
    expected: "a text",
    found: 10,
    sentence: "city: expected a text, got 10",
  },
  {
    code: "record/type",
    mistake: "a Date for a day",
    change: (account) => set(account, "since", new Date(0)),
    path: "since",
    expected: "a day as text",
    found: "an object",
    sentence: "since: expected a day as text, got an object",
  },
  {
    code: "record/type",
    mistake: "a word for a boolean",
    change: (account) => set(account, "sponsor", "yes"),
    path: "sponsor",
    expected: "true or false",
    found: "yes",
    sentence: 'sponsor: expected true or false, got "yes"',
  },
  {
    code: "record/number",
    mistake: "thousands marks",
    change: (account) => set(account, "revenue", "1,000"),
    path: "revenue",
    expected: null,
    found: "1,000",
    sentence: 'revenue: expected a decimal number, got "1,000"',
  },
  {
    code: "record/number",
    mistake: "not a number",
    change: (account) => set(account, "revenue", Number.NaN),
    path: "revenue",
    expected: null,
    found: "NaN",
    sentence: "revenue: expected a decimal number, got NaN",
  },
  {
    code: "record/digits",
    mistake: "more digits than anybody means",
    change: (account) => set(account, "revenue", LONG_NUMBER),
    path: "revenue",
    expected: 34,
    found: LONG_NUMBER,
    sentence: `revenue: expected at most 34 significant digits, got "${LONG_NUMBER}"`,
  },
  {
    code: "record/exponent",
    mistake: "an absurd exponent",
    change: (account) => set(account, "revenue", "1e999999999"),
    path: "revenue",
    expected: 30,
    found: "1e999999999",
    sentence: 'revenue: expected a written exponent within ±30, got "1e999999999"',
  },
  {
    code: "record/magnitude",
    mistake: "a number of 65 digits",
    change: (account) => set(account, "revenue", `1${"0".repeat(64)}`),
    path: "revenue",
    expected: 64,
    found: `1${"0".repeat(64)}`,
    sentence: `revenue: expected a magnitude below 10^64, got "1${"0".repeat(64)}"`,
  },
  {
    code: "record/precision",
    mistake: "more digits than a double keeps at the field's places",
    change: (account) => set(account, "before", "12345678901234.56"),
    path: "before",
    expected: 2,
    found: "12345678901234.56",
    sentence:
      'before: expected at most 15 significant digits at 2 places (declare fewer places), got "12345678901234.56"',
  },
  {
    code: "record/precision",
    mistake: "a measure of more digits than a double keeps",
    change: (account) => {
      account.before = 9999999999999.99;
      account.revenue = 0.02;
    },
    path: "both",
    expected: 4,
    found: "a longer number",
    sentence: "both: expected at most 15 significant digits at 4 places (declare fewer places), got a longer number",
  },
  {
    code: "record/min",
    mistake: "less than the field allows",
    change: (account) => set(account, "revenue", -0.01),
    path: "revenue",
    expected: 0,
    found: -0.01,
    sentence: "revenue: expected at least 0, got -0.01",
  },
  {
    code: "record/max",
    mistake: "more than the field allows",
    change: (account) => set(account, "revenue", "1000000.01"),
    path: "revenue",
    expected: 1000000,
    found: 1000000.01,
    sentence: "revenue: expected at most 1000000, got 1000000.01",
  },
  {
    code: "record/value",
    mistake: "a misspelt value",
    change: (account) => set(account, "industry", "Finanse"),
    path: "industry",
    expected: ["finance", "retail"],
    found: "Finanse",
    suggestion: "finance",
    sentence: 'industry: expected "finance" or "retail", got "Finanse", did you mean "finance"',
  },
  {
    code: "record/text-length",
    mistake: "a category of more than 200 characters",
    change: (account) => set(account, "city", "x".repeat(201)),
    path: "city",
    expected: 200,
    found: 201,
    sentence: "city: expected a text of at most 200 characters, got 201",
  },
  {
    code: "record/date",
    mistake: "a day that the calendar does not have",
    change: (account) => set(account, "since", "2025-02-29"),
    path: "since",
    expected: "YYYY-MM-DD",
    found: "2025-02-29",
    sentence: 'since: expected a day of the calendar written YYYY-MM-DD, got "2025-02-29"',
  },
];

/** Issues that depend on what a model asks of its inputs. */
const ASKED: readonly Provocation[] = [
  {
    code: "record/no-points",
    mistake: "a value that an open curve does not know",
    provoke: () => {
      const model = smallModel();
      delete model.dimensions.relationship.indicators.city.curve.otherwise;
      return scored({ ...smallAccount(), city: "Paris" }, model);
    },
    path: ["city"],
    expected: null,
    found: "Paris",
    sentence: 'city: expected a value that the curve lists, because it has no otherwise, got "Paris"',
  },
  {
    code: "record/missing",
    mistake: "an input that must be there",
    provoke: () => scored({ ...smallAccount(), sponsor: null }),
    path: ["sponsor"],
    expected: "dimensions.relationship.indicators.sponsor",
    found: null,
    sentence:
      "sponsor: expected a value, because dimensions.relationship.indicators.sponsor rejects a missing one, got nothing",
  },
];

export const provocations: readonly Provocation[] = [
  ...ROWS.map(({ change, path, ...told }) => ({
    ...told,
    path: path === null ? [] : [path],
    provoke: () => {
      const account = smallAccount();
      return scored(change(account) ?? account);
    },
  })),
  ...ASKED,
];

function scored(account: unknown, model: Draft = smallModel()) {
  return issuesOf(safeScore(parseModel(model), account, { asOf: SMALL_DAY }));
}

function set(account: Draft, key: string, value: unknown): void {
  account[key] = value;
}
