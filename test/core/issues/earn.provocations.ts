import { safeEarn } from "../../../src/points/earn.ts";
import { parsePointsPlan } from "../../../src/points/parse-points-plan.ts";
import { issuesOf, type Provocation } from "./provocation.ts";
import type { Draft } from "./small-model.ts";
import { smallPlan } from "./small-plan.ts";

type Row = Omit<Provocation, "provoke"> & {
  readonly activity: Draft;
  readonly options?: Draft;
  readonly change?: (plan: Draft) => void;
};

const BILL = { kind: "purchase", date: "2026-03-31", amount: 88.3 };
const REVIEW = { kind: "review", date: "2026-03-31" };
const CARD = { status: "scored", total: 71, dimensions: { relationship: { score: 64.5 } }, tier: { name: "silver" } };
const READY = { standing: { tier: "gold" }, earnedSoFar: {} };

const ROWS: readonly Row[] = [
  {
    code: "earn/negative",
    mistake: "a refund given as an amount",
    activity: { ...BILL, amount: -88.3 },
    options: READY,
    path: ["amount"],
    expected: null,
    found: -88.3,
    sentence: "amount: expected 0 or more, because what is given back reverses the accrual it once was, got -88.3",
  },
  {
    code: "earn/negative",
    mistake: "a line given back",
    activity: { ...BILL, amount: null, lines: [{ amount: 100 }, { amount: "-20.5" }] },
    options: READY,
    path: ["lines", 1, "amount"],
    expected: null,
    found: -20.5,
    sentence:
      "lines[1].amount: expected 0 or more, because what is given back reverses the accrual it once was, got -20.5",
  },
  {
    code: "earn/amount",
    mistake: "an amount that is not the sum of its lines",
    activity: { ...BILL, lines: [{ amount: 80 }, { amount: 8.31 }] },
    options: READY,
    path: ["amount"],
    expected: 88.31,
    found: 88.3,
    sentence: "amount: expected no amount beside lines, or their sum, 88.31, got 88.3",
  },
  {
    code: "earn/option-missing",
    mistake: "no standing, where a multiplier goes by the tier",
    activity: BILL,
    options: { earnedSoFar: {} },
    path: ["standing"],
    expected: "the multiplier tier",
    found: null,
    sentence: "standing: expected it, because of the multiplier tier, got nothing",
  },
  {
    code: "earn/option-missing",
    mistake: "a review without a card",
    activity: REVIEW,
    options: READY,
    path: ["standing", "card"],
    expected: "the rule rating",
    found: null,
    sentence: "standing.card: expected it, because of the rule rating, got nothing",
  },
  {
    code: "earn/option-missing",
    mistake: "nothing about what was earned before, where the plan has caps",
    activity: BILL,
    options: { standing: { tier: "gold" } },
    path: ["earnedSoFar"],
    expected: "the caps of the plan",
    found: null,
    sentence: "earnedSoFar: expected it, because of the caps of the plan, got nothing",
  },
  {
    code: "earn/option-missing",
    mistake: "nothing about what was earned before, where a rule is counted",
    activity: { kind: "visit", date: "2026-03-31" },
    change: (plan) => {
      delete plan.caps;
    },
    path: ["earnedSoFar"],
    expected: "the rule visit",
    found: null,
    sentence: "earnedSoFar: expected it, because of the rule visit, got nothing",
  },
  {
    code: "earn/unknown-score",
    mistake: "the card of another model",
    activity: REVIEW,
    options: { ...READY, standing: { card: { ...CARD, dimensions: { relation: { score: 60 } } }, previousCard: CARD } },
    path: ["standing", "card"],
    expected: "relationship",
    found: ["relation", "total"],
    sentence: 'standing.card: expected a card with a score called relationship, got "relation" and "total"',
  },
  {
    code: "earn/size",
    mistake: "an amount in too small a coin",
    activity: { ...BILL, amount: "1e20" },
    options: READY,
    path: [],
    expected: 999999999999999,
    found: "the rule spend",
    sentence: "expected at most 999999999999999 points, got more from the rule spend",
  },
  {
    code: "plan/unknown-activity",
    mistake: "a kind of activity that the plan does not list",
    activity: { ...BILL, kind: "purchases" },
    options: READY,
    path: ["kind"],
    expected: ["purchase", "visit", "review"],
    found: "purchases",
    suggestion: "purchase",
    sentence:
      'kind: expected a kind of activity of the plan ("purchase", "visit" or "review"), got "purchases", did you mean "purchase"',
  },
  {
    code: "plan/unknown-tier",
    mistake: "the tier of another plan",
    activity: BILL,
    options: { ...READY, standing: { tier: "A1" } },
    path: ["standing", "tier"],
    expected: ["gold", "silver", "bronze"],
    found: "A1",
    sentence: 'standing.tier: expected a tier of the plan ("gold", "silver" or "bronze"), got "A1"',
  },
  {
    code: "plan/unknown-quadrant",
    mistake: "a card of a model with other quadrants",
    activity: BILL,
    options: { ...READY, standing: { card: { ...CARD, quadrant: { name: "friend" } } } },
    path: ["standing", "card", "quadrant", "name"],
    expected: ["partner", "win-over", "maintain", "watch"],
    found: "friend",
    sentence:
      'standing.card.quadrant.name: expected a quadrant of the plan ("partner", "win-over", "maintain" or "watch"), got "friend"',
  },
  {
    code: "document/unknown-key",
    mistake: "a misspelt key of an activity",
    activity: { kind: "purchase", date: "2026-03-31", ammount: 88.3 },
    options: READY,
    path: ["ammount"],
    expected: ["kind", "date", "amount", "lines", "x"],
    found: "ammount",
    suggestion: "amount",
    sentence:
      'ammount: expected a known key ("kind", "date", "amount", "lines" or "x"), got "ammount", did you mean "amount"',
  },
  {
    code: "record/digits",
    mistake: "an amount that was added up in floating point",
    activity: { ...BILL, amount: 0.1 + 0.2 },
    options: READY,
    path: ["amount"],
    expected: 15,
    found: 0.30000000000000004,
    sentence: "amount: expected at most 15 significant digits, got 0.30000000000000004",
  },
  {
    code: "record/date",
    mistake: "an activity on a day that does not exist",
    activity: { ...BILL, date: "2026-02-30" },
    options: READY,
    path: ["date"],
    expected: "YYYY-MM-DD",
    found: "2026-02-30",
    sentence: 'date: expected a day of the calendar written YYYY-MM-DD, got "2026-02-30"',
  },
  {
    code: "record/type",
    mistake: "half a piece of a product",
    activity: { ...BILL, lines: [{ amount: 88.3, quantity: 0.5 }] },
    options: READY,
    path: ["lines", 0, "quantity"],
    expected: "a whole number of 1 or more",
    found: 0.5,
    sentence: "lines[0].quantity: expected a whole number of 1 or more, got 0.5",
  },
  {
    code: "record/type",
    mistake: "points so far that are less than none",
    activity: BILL,
    options: { ...READY, earnedSoFar: { points: { month: -5 } } },
    path: ["earnedSoFar", "points", "month"],
    expected: "a whole number of 0 or more",
    found: -5,
    sentence: "earnedSoFar.points.month: expected a whole number of 0 or more, got -5",
  },
];

export const provocations: readonly Provocation[] = ROWS.map(({ activity, options, change, ...told }) => ({
  ...told,
  provoke: () => {
    const plan = smallPlan();
    change?.(plan);
    return issuesOf(safeEarn(parsePointsPlan(plan), activity, options));
  },
}));
