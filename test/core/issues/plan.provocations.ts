import { parsePointsPlan, safeParsePointsPlan } from "../../../src/points/parse-points-plan.ts";
import { requirePlan } from "../../../src/points/require-plan.ts";
import { thrown } from "./model.provocations.ts";
import { issuesOf, type Provocation } from "./provocation.ts";
import type { Draft } from "./small-model.ts";
import { smallPlan } from "./small-plan.ts";

type Row = Omit<Provocation, "provoke"> & { readonly change: (plan: Draft) => void };

const TIERS = ["gold", "silver", "bronze"];
const QUADRANTS = ["partner", "win-over", "maintain", "watch"];

const ROWS: readonly Row[] = [
  {
    code: "document/most-entries",
    mistake: "a rule for every product",
    change: (plan) => {
      plan.rules = Array.from({ length: 1001 }, (_, i) => ({
        id: `r${i}`,
        kind: "per-product",
        skus: [`${i}`],
        points: 1,
      }));
      delete plan.multipliers;
    },
    path: ["rules"],
    expected: 1000,
    found: 1001,
    sentence: "rules: expected at most 1000 entries, got 1001",
  },
  {
    code: "plan/duplicate",
    mistake: "two rules of one id",
    change: (plan) => {
      plan.rules[1].id = "spend";
      plan.multipliers.list[0].rules = ["spend"];
    },
    path: ["rules", 1, "id"],
    expected: "id",
    found: "spend",
    sentence: 'rules[1].id: expected each id once, got "spend" again',
  },
  {
    code: "plan/duplicate",
    mistake: "two multipliers of one id",
    change: (plan) => {
      plan.multipliers.list[2].id = "tier";
    },
    path: ["multipliers", "list", 2, "id"],
    expected: "id",
    found: "tier",
    sentence: 'multipliers.list[2].id: expected each id once, got "tier" again',
  },
  {
    code: "plan/duplicate",
    mistake: "a tier that is listed twice",
    change: (plan) => plan.tiers.push("gold"),
    path: ["tiers", 3],
    expected: "tier",
    found: "gold",
    sentence: 'tiers[3]: expected each tier once, got "gold" again',
  },
  {
    code: "plan/duplicate",
    mistake: "a quadrant that is listed twice",
    change: (plan) => plan.quadrants.push("watch"),
    path: ["quadrants", 4],
    expected: "quadrant",
    found: "watch",
    sentence: 'quadrants[4]: expected each quadrant once, got "watch" again',
  },
  {
    code: "plan/duplicate",
    mistake: "a kind of activity that is listed twice",
    change: (plan) => plan.activities.push("visit"),
    path: ["activities", 3],
    expected: "kind of activity",
    found: "visit",
    sentence: 'activities[3]: expected each kind of activity once, got "visit" again',
  },
  {
    code: "plan/duplicate",
    mistake: "a multiplier that names a rule twice",
    change: (plan) => plan.multipliers.list[2].rules.push("spend"),
    path: ["multipliers", "list", 2, "rules", 1],
    expected: "rule",
    found: "spend",
    sentence: 'multipliers.list[2].rules[1]: expected each rule once, got "spend" again',
  },
  {
    code: "plan/unknown-tier",
    mistake: "a factor for a misspelt tier",
    change: (plan) => {
      plan.multipliers.list[0].factors = { gold: 2, sliver: 1.5 };
    },
    path: ["multipliers", "list", 0, "factors", "sliver"],
    expected: TIERS,
    found: "sliver",
    suggestion: "silver",
    sentence:
      'multipliers.list[0].factors.sliver: expected a tier of the plan ("gold", "silver" or "bronze"), got "sliver", did you mean "silver"',
  },
  {
    code: "plan/unknown-tier",
    mistake: "a streak at a tier that is not listed",
    change: (plan) => {
      plan.rules[5].tierAtLeast = "platinum";
    },
    path: ["rules", 5, "tierAtLeast"],
    expected: TIERS,
    found: "platinum",
    sentence: 'rules[5].tierAtLeast: expected a tier of the plan ("gold", "silver" or "bronze"), got "platinum"',
  },
  {
    code: "plan/unknown-tier",
    mistake: "a threshold of a tier that is not listed",
    change: (plan) => {
      plan.qualification.tiers[1].name = "iron";
    },
    path: ["qualification", "tiers", 1, "name"],
    expected: TIERS,
    found: "iron",
    sentence: 'qualification.tiers[1].name: expected a tier of the plan ("gold", "silver" or "bronze"), got "iron"',
  },
  {
    code: "plan/unknown-quadrant",
    mistake: "a factor for a misspelt quadrant",
    change: (plan) => {
      plan.multipliers.list[1].factors = { partners: 1.2 };
    },
    path: ["multipliers", "list", 1, "factors", "partners"],
    expected: QUADRANTS,
    found: "partners",
    suggestion: "partner",
    sentence:
      'multipliers.list[1].factors.partners: expected a quadrant of the plan ("partner", "win-over", "maintain" or "watch"), got "partners", did you mean "partner"',
  },
  {
    code: "plan/unknown-quadrant",
    mistake: "a streak in a quadrant that is not listed",
    change: (plan) => {
      delete plan.rules[5].tierAtLeast;
      plan.rules[5].quadrants = ["partner", "friend"];
    },
    path: ["rules", 5, "quadrants", 1],
    expected: QUADRANTS,
    found: "friend",
    sentence:
      'rules[5].quadrants[1]: expected a quadrant of the plan ("partner", "win-over", "maintain" or "watch"), got "friend"',
  },
  {
    code: "plan/unknown-rule",
    mistake: "a multiplier of a misspelt rule",
    change: (plan) => {
      plan.multipliers.list[2].rules = ["spent"];
    },
    path: ["multipliers", "list", 2, "rules", 0],
    expected: ["spend", "kettle", "visit", "rating", "better", "loyal"],
    found: "spent",
    suggestion: "spend",
    sentence:
      'multipliers.list[2].rules[0]: expected a rule of the plan ("spend", "kettle", "visit", "rating", "better" or "loyal"), got "spent", did you mean "spend"',
  },
  {
    code: "plan/unknown-activity",
    mistake: "a rule for an activity that the plan does not list",
    change: (plan) => {
      plan.rules[2].activity = "visits";
    },
    path: ["rules", 2, "activity"],
    expected: ["purchase", "visit", "review"],
    found: "visits",
    suggestion: "visit",
    sentence:
      'rules[2].activity: expected a kind of activity of the plan ("purchase", "visit" or "review"), got "visits", did you mean "visit"',
  },
  {
    code: "plan/dates",
    mistake: "a rule that ends before it begins",
    change: (plan) => {
      plan.rules[1].until = "2025-12-31";
    },
    path: ["rules", 1, "until"],
    expected: "2026-01-01",
    found: "2025-12-31",
    sentence: 'rules[1].until: expected until to be on or after 2026-01-01, got "2025-12-31"',
  },
  {
    code: "plan/dates",
    mistake: "a campaign that ends before it begins",
    change: (plan) => {
      plan.multipliers.list[2].until = "2026-02-28";
    },
    path: ["multipliers", "list", 2, "until"],
    expected: "2026-03-01",
    found: "2026-02-28",
    sentence: 'multipliers.list[2].until: expected until to be on or after 2026-03-01, got "2026-02-28"',
  },
  {
    code: "plan/one-of",
    mistake: "a streak by tier and by quadrant",
    change: (plan) => {
      plan.rules[5].quadrants = ["partner"];
    },
    path: ["rules", 5],
    expected: ["tierAtLeast", "quadrants"],
    found: ["tierAtLeast", "quadrants"],
    sentence: 'rules[5]: expected exactly one of "tierAtLeast" and "quadrants", got "tierAtLeast" and "quadrants"',
  },
  {
    code: "plan/one-of",
    mistake: "a rolling expiry without a length",
    change: (plan) => {
      plan.expiry = { kind: "rolling" };
    },
    path: ["expiry"],
    expected: ["days", "months"],
    found: [],
    sentence: 'expiry: expected exactly one of "days" and "months", got none',
  },
  {
    code: "plan/any-of",
    mistake: "a choice of lines that chooses nothing",
    change: (plan) => {
      plan.rules[0].lines = {};
    },
    path: ["rules", 0, "lines"],
    expected: ["include", "exclude"],
    found: null,
    sentence: 'rules[0].lines: expected "include" or "exclude", one or more, got none',
  },
  {
    code: "plan/any-of",
    mistake: "a selector that every line fits",
    change: (plan) => {
      plan.rules[0].lineMultipliers.list[0].lines.include[0] = {};
    },
    path: ["rules", 0, "lineMultipliers", "list", 0, "lines", "include", 0],
    expected: ["skus", "categories", "labels", "isDelivery"],
    found: null,
    sentence:
      'rules[0].lineMultipliers.list[0].lines.include[0]: expected "skus", "categories", "labels" or "isDelivery", one or more, got none',
  },
  {
    code: "plan/any-of",
    mistake: "labels without a label",
    change: (plan) => {
      plan.rules[0].lines.exclude[1].labels = {};
    },
    path: ["rules", 0, "lines", "exclude", 1, "labels"],
    expected: "a label",
    found: null,
    sentence: "rules[0].lines.exclude[1].labels: expected a label, one or more, got none",
  },
  {
    code: "plan/first-band",
    mistake: "a first band with a bound",
    change: (plan) => {
      plan.rules[3].bands[0].from = 0;
    },
    path: ["rules", 3, "bands", 0],
    expected: null,
    found: ["from"],
    sentence: 'rules[3].bands[0]: expected a first band without from or above, got "from"',
  },
  {
    code: "plan/band-bound",
    mistake: "a second band without a bound",
    change: (plan) => {
      delete plan.rules[3].bands[1].from;
    },
    path: ["rules", 3, "bands", 1],
    expected: ["from", "above"],
    found: [],
    sentence: 'rules[3].bands[1]: expected exactly one of "from" and "above", got none',
  },
  {
    code: "plan/order",
    mistake: "bands that fall",
    change: (plan) => {
      plan.rules[3].bands[2].above = 50;
    },
    path: ["rules", 3, "bands", 2, "above"],
    expected: 60,
    found: 50,
    sentence: "rules[3].bands[2].above: expected a value above the one before, 60, got 50",
  },
  {
    code: "plan/tier-order",
    mistake: "thresholds in another order than the tiers",
    change: (plan) => {
      plan.qualification.tiers[0].name = "bronze";
    },
    path: ["qualification", "tiers", 1, "name"],
    expected: "bronze",
    found: "silver",
    sentence: 'qualification.tiers[1].name: expected a tier that the plan lists after bronze, got "silver"',
  },
  {
    code: "plan/tier-bound",
    mistake: "a lower tier for as many points",
    change: (plan) => {
      plan.qualification.tiers[1].from = 1000;
    },
    path: ["qualification", "tiers", 1, "from"],
    expected: 1000,
    found: 1000,
    sentence: "qualification.tiers[1].from: expected fewer points than the tier above, 1000, got 1000",
  },
];

const IN_USE: readonly Provocation[] = [
  {
    code: "plan/unparsed",
    mistake: "a copy of a parsed plan",
    provoke: () => thrown(() => requirePlan({ ...parsePointsPlan(smallPlan()) })),
    path: [],
    expected: null,
    found: "an object",
    sentence: "expected a plan from parsePointsPlan, got an object",
  },
];

export const provocations: readonly Provocation[] = [
  ...ROWS.map(({ change, ...told }) => ({ ...told, provoke: () => issuesOf(safeParsePointsPlan(changed(change))) })),
  ...IN_USE,
];

function changed(change: Row["change"]): unknown {
  const plan = smallPlan();
  change(plan);
  return plan;
}
