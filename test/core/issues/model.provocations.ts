import { GuanxiError } from "../../../src/core/guanxi-error.ts";
import type { Issue } from "../../../src/core/issue.ts";
import { parseModel, safeParseModel } from "../../../src/model/parse-model.ts";
import { compileScorer } from "../../../src/score/compile-scorer.ts";
import { runCases } from "../../../src/score/run-cases.ts";
import { issuesOf, type Provocation } from "./provocation.ts";
import { type Draft, SMALL_DAY, smallAccount, smallModel } from "./small-model.ts";

const INPUTS = ["revenue", "before", "industry", "city", "since", "sponsor", "growth", "both", "age"];
const INPUTS_TOLD = '"revenue", "before", "industry", "city", "since", "sponsor", "growth", "both" or "age"';
const COLUMNS = [
  "total",
  "coverage",
  "quadrant",
  "quadrantX",
  "quadrantY",
  "tier",
  "tierEarned",
  "tierHeld",
  "tierValidUntil",
];
const VALUE = ["dimensions", "value", "indicators"] as const;
const RELATIONSHIP = ["dimensions", "relationship", "indicators"] as const;

type Row = Omit<Provocation, "provoke"> & { readonly change: (model: Draft) => unknown };

const ROWS: readonly Row[] = [
  {
    code: "model/name-taken",
    mistake: "a measure by the name of a field",
    change: ({ measures }) => {
      measures.before = { kind: "sum", of: ["before"] };
    },
    path: ["measures", "before"],
    expected: "fields.before",
    found: "before",
    sentence: 'measures.before: expected a name that is not taken by fields.before, got "before"',
  },
  {
    code: "model/reserved-name",
    mistake: "a dimension by the name of a column",
    change: (model) => {
      model.dimensions = { value: { ...model.dimensions.value, weight: 60 }, coverage: model.dimensions.relationship };
      model.quadrant.x = "coverage";
    },
    path: ["dimensions", "coverage"],
    expected: ["status", ...COLUMNS],
    found: "coverage",
    sentence:
      'dimensions.coverage: expected a name other than the row\'s own columns ("status", "total", "coverage", ' +
      '"quadrant", "quadrantX", "quadrantY", "tier", "tierEarned", "tierHeld" or "tierValidUntil"), got "coverage"',
  },
  {
    code: "model/duplicate",
    mistake: "two rules of one id",
    change: ({ bonuses }) => {
      bonuses[1].id = "finance";
    },
    path: ["bonuses", 1, "id"],
    expected: "id",
    found: "finance",
    sentence: 'bonuses[1].id: expected each id once, got "finance" again',
  },
  {
    code: "model/duplicate",
    mistake: "a value listed twice",
    change: ({ fields }) => {
      fields.industry.values.push("finance");
    },
    path: ["fields", "industry", "values", 2],
    expected: "value",
    found: "finance",
    sentence: 'fields.industry.values[2]: expected each value once, got "finance" again',
  },
  {
    code: "model/duplicate",
    mistake: "a rung that was formerly what another is",
    change: ({ tier }) => {
      tier.rungs[2].formerly = ["gold"];
    },
    path: ["tier", "rungs", 2, "formerly", 0],
    expected: "rung",
    found: "gold",
    sentence: 'tier.rungs[2].formerly[0]: expected each rung once, got "gold" again',
  },
  {
    code: "model/unknown-input",
    mistake: "an indicator of a misspelt field",
    change: ({ dimensions }) => {
      dimensions.value.indicators.revenue.input = "revenu";
    },
    path: [...VALUE, "revenue", "input"],
    expected: INPUTS,
    found: "revenu",
    suggestion: "revenue",
    sentence: `dimensions.value.indicators.revenue.input: expected a field or measure (${INPUTS_TOLD}), got "revenu", did you mean "revenue"`,
  },
  {
    code: "model/unknown-input",
    mistake: "a condition on nothing that is there",
    change: ({ bonuses }) => {
      bonuses[0].when.input = "colour";
    },
    path: ["bonuses", 0, "when", "input"],
    expected: INPUTS,
    found: "colour",
    sentence: `bonuses[0].when.input: expected a field or measure (${INPUTS_TOLD}), got "colour"`,
  },
  {
    code: "model/unknown-field",
    mistake: "a measure of a misspelt field",
    change: ({ measures }) => {
      measures.growth.from = "befor";
    },
    path: ["measures", "growth", "from"],
    expected: ["revenue", "before"],
    found: "befor",
    suggestion: "before",
    sentence:
      'measures.growth.from: expected a field that fits here ("revenue" or "before"), got "befor", did you mean "before"',
  },
  {
    code: "model/unknown-field",
    mistake: "a measure of a measure",
    change: ({ measures }) => {
      measures.both.of[1] = "growth";
    },
    path: ["measures", "both", "of", 1],
    expected: ["revenue", "before"],
    found: "growth",
    sentence: 'measures.both.of[1]: expected a field that fits here ("revenue" or "before"), got "growth"',
  },
  {
    code: "model/unknown-score",
    mistake: "a bonus to a misspelt dimension",
    change: ({ bonuses }) => {
      bonuses[0].to = "vlaue";
    },
    path: ["bonuses", 0, "to"],
    expected: ["value", "relationship", "total"],
    found: "vlaue",
    suggestion: "value",
    sentence:
      'bonuses[0].to: expected a dimension or the total ("value", "relationship" or "total"), got "vlaue", did you mean "value"',
  },
  {
    code: "model/unknown-score",
    mistake: "a gate on an indicator",
    change: ({ gates }) => {
      gates[0].when.score = "growth";
    },
    path: ["gates", 0, "when", "score"],
    expected: ["value", "relationship", "total"],
    found: "growth",
    sentence:
      'gates[0].when.score: expected a dimension or the total ("value", "relationship" or "total"), got "growth"',
  },
  {
    code: "model/unknown-group",
    mistake: "a bonus of a group that is not there",
    change: ({ bonuses }) => {
      bonuses[1].group = "season";
    },
    path: ["bonuses", 1, "group"],
    expected: ["trade"],
    found: "season",
    sentence: 'bonuses[1].group: expected a bonus group ("trade"), got "season"',
  },
  {
    code: "model/unknown-group",
    mistake: "a bonus of a group where there is none",
    change: (model) => {
      model.bonusGroups = {};
    },
    path: ["bonuses", 0, "group"],
    expected: [],
    found: "trade",
    sentence: 'bonuses[0].group: expected a bonus group (there is none), got "trade"',
  },
  {
    code: "model/unknown-tier",
    mistake: "a gate to a misspelt rung",
    change: ({ gates }) => {
      gates[0].tierAtMost = "sliver";
    },
    path: ["gates", 0, "tierAtMost"],
    expected: ["gold", "silver", "bronze"],
    found: "sliver",
    suggestion: "silver",
    sentence:
      'gates[0].tierAtMost: expected a rung ("gold", "silver" or "bronze"), got "sliver", did you mean "silver"',
  },
  {
    code: "model/unknown-value",
    mistake: "a condition on a value that the field does not list",
    change: ({ bonuses }) => {
      bonuses[0].when.in = ["finance", "steel"];
    },
    path: ["bonuses", 0, "when", "in", 1],
    expected: ["finance", "retail"],
    found: "steel",
    sentence: 'bonuses[0].when.in[1]: expected a value of the field ("finance" or "retail"), got "steel"',
  },
  {
    code: "model/unknown-value",
    mistake: "points of a misspelt value",
    change: ({ dimensions }) => {
      dimensions.relationship.indicators.industry.curve.points.Retial = 1;
    },
    path: [...RELATIONSHIP, "industry", "curve", "points", "Retial"],
    expected: ["finance", "retail"],
    found: "Retial",
    suggestion: "retail",
    sentence:
      "dimensions.relationship.indicators.industry.curve.points.Retial: expected a value of the field " +
      '("finance" or "retail"), got "Retial", did you mean "retail"',
  },
  {
    code: "model/input-kind",
    mistake: "a straight line over words",
    change: ({ dimensions }) => {
      dimensions.value.indicators.revenue.input = "city";
    },
    path: [...VALUE, "revenue", "input"],
    expected: "number",
    found: "category",
    sentence: "dimensions.value.indicators.revenue.input: expected an input of kind number, got one of kind category",
  },
  {
    code: "model/input-kind",
    mistake: "days since a number",
    change: ({ measures }) => {
      measures.age.field = "revenue";
    },
    path: ["measures", "age", "field"],
    expected: "date",
    found: "number",
    sentence: "measures.age.field: expected an input of kind date, got one of kind number",
  },
  {
    code: "model/weights-sum",
    mistake: "weights that sum to 95",
    change: ({ dimensions }) => {
      dimensions.value.indicators.growth.weight = 25;
    },
    path: VALUE,
    expected: [1, 100],
    found: 95,
    sentence: "dimensions.value.indicators: expected weights to sum to 1 or 100, got 95",
  },
  {
    code: "model/weights-sum",
    mistake: "dimensions whose weights sum to 100.1",
    change: ({ dimensions }) => {
      dimensions.value.weight = 60.1;
    },
    path: ["dimensions"],
    expected: [1, 100],
    found: 100.1,
    sentence: "dimensions: expected weights to sum to 1 or 100, got 100.1",
  },
  {
    code: "model/weight-missing",
    mistake: "no weight under a mean",
    change: ({ dimensions }) => {
      delete dimensions.value.indicators.growth.weight;
    },
    path: [...VALUE, "growth", "weight"],
    expected: null,
    found: null,
    sentence: "dimensions.value.indicators.growth.weight: expected a weight, because the parent is a mean, got nothing",
  },
  {
    code: "model/weight-unused",
    mistake: "a weight under a sum",
    change: ({ dimensions }) => {
      dimensions.relationship.indicators.city.weight = 10;
    },
    path: [...RELATIONSHIP, "city", "weight"],
    expected: "sum",
    found: 10,
    sentence:
      "dimensions.relationship.indicators.city.weight: expected no weight, because only a mean has weights and the " +
      "parent is a sum, got 10",
  },
  {
    code: "model/start-unused",
    mistake: "a mean that starts somewhere",
    change: ({ dimensions }) => {
      dimensions.value.start = 5;
    },
    path: ["dimensions", "value", "start"],
    expected: "mean",
    found: 5,
    sentence: "dimensions.value.start: expected no start, because only a sum has one and this is a mean, got 5",
  },
  {
    code: "model/range",
    mistake: "a range of one value",
    change: (model) => {
      for (const key of ["quadrant", "tier", "gates"]) delete model[key];
      model.range = [100, 100];
      model.dimensions = { value: { weight: 1, indicators: { a: flat("sponsor", 100) } } };
      model.bonuses = [];
    },
    path: ["range", 1],
    expected: 100,
    found: 100,
    sentence: "range[1]: expected a range that ends above 100, got 100",
  },
  {
    code: "model/out-of-range",
    mistake: "points above the range",
    change: ({ dimensions }) => {
      dimensions.value.indicators.revenue.curve.knots[1][1] = 120;
    },
    path: [...VALUE, "revenue", "curve", "knots", 1, 1],
    expected: [0, 100],
    found: 120,
    sentence:
      "dimensions.value.indicators.revenue.curve.knots[1][1]: expected points within the range 0 to 100, got 120",
  },
  {
    code: "model/decimals",
    mistake: "points finer than their places",
    change: ({ dimensions }) => {
      dimensions.value.indicators.growth.missing.points = 12.345;
    },
    path: [...VALUE, "growth", "missing", "points"],
    expected: 2,
    found: 12.345,
    sentence: "dimensions.value.indicators.growth.missing.points: expected at most 2 decimals, got 12.345",
  },
  {
    code: "model/decimals",
    mistake: "a bonus finer than scores",
    change: ({ bonuses }) => {
      bonuses[0].points = 2.75;
    },
    path: ["bonuses", 0, "points"],
    expected: 1,
    found: 2.75,
    sentence: "bonuses[0].points: expected at most 1 decimal, got 2.75",
  },
  {
    code: "model/magnitude",
    mistake: "a cut so large that its last digit is lost",
    change: ({ quadrant }) => {
      quadrant.cut.y = 50_000_000_000_000;
    },
    path: ["quadrant", "cut", "y"],
    expected: 50_000_000_000_000,
    found: 50_000_000_000_000,
    sentence: "quadrant.cut.y: expected less than 50000000000000, so that all digits stay exact, got 50000000000000",
  },
  {
    code: "model/order",
    mistake: "knots that do not rise",
    change: ({ dimensions }) => {
      dimensions.value.indicators.revenue.curve.knots[1][0] = 0;
    },
    path: [...VALUE, "revenue", "curve", "knots", 1, 0],
    expected: 0,
    found: 0,
    sentence: "dimensions.value.indicators.revenue.curve.knots[1][0]: expected a value above the one before, 0, got 0",
  },
  {
    code: "model/order",
    mistake: "bands that fall",
    change: ({ dimensions }) => {
      dimensions.value.indicators.growth.curve.bands[2].above = -0.1;
    },
    path: [...VALUE, "growth", "curve", "bands", 2, "above"],
    expected: 0,
    found: -0.1,
    sentence:
      "dimensions.value.indicators.growth.curve.bands[2].above: expected a value above the one before, 0, got -0.1",
  },
  {
    code: "model/first-band",
    mistake: "a first band that begins somewhere",
    change: ({ dimensions }) => {
      dimensions.value.indicators.growth.curve.bands[0].from = -1;
    },
    path: [...VALUE, "growth", "curve", "bands", 0],
    expected: null,
    found: ["from"],
    sentence:
      'dimensions.value.indicators.growth.curve.bands[0]: expected a first band without from or above, got "from"',
  },
  {
    code: "model/band-bound",
    mistake: "a band that begins twice",
    change: ({ dimensions }) => {
      dimensions.value.indicators.growth.curve.bands[1].above = 0;
    },
    path: [...VALUE, "growth", "curve", "bands", 1],
    expected: ["from", "above"],
    found: ["from", "above"],
    sentence:
      'dimensions.value.indicators.growth.curve.bands[1]: expected exactly one of "from" and "above", got "from" and "above"',
  },
  {
    code: "model/band-bound",
    mistake: "a second band that begins nowhere",
    change: ({ dimensions }) => {
      delete dimensions.value.indicators.growth.curve.bands[1].from;
    },
    path: [...VALUE, "growth", "curve", "bands", 1],
    expected: ["from", "above"],
    found: [],
    sentence: 'dimensions.value.indicators.growth.curve.bands[1]: expected exactly one of "from" and "above", got none',
  },
  {
    code: "model/last-rung",
    mistake: "a last rung with a bound below it",
    change: ({ tier }) => {
      tier.rungs[2].from = 10;
    },
    path: ["tier", "rungs", 2, "from"],
    expected: null,
    found: 10,
    sentence: "tier.rungs[2].from: expected no from, because the last rung holds all the rest, got 10",
  },
  {
    code: "model/rung-bound",
    mistake: "a first rung without a bound",
    change: ({ tier }) => {
      delete tier.rungs[0].from;
    },
    path: ["tier", "rungs", 0, "from"],
    expected: null,
    found: null,
    sentence: "tier.rungs[0].from: expected from, because only the last rung has none, got nothing",
  },
  {
    code: "model/rung-order",
    mistake: "a ladder with its best rung below",
    change: ({ tier }) => {
      tier.rungs[1].from = 85;
    },
    path: ["tier", "rungs", 1, "from"],
    expected: 80,
    found: 85,
    sentence: "tier.rungs[1].from: expected a value below that of the rung above, 80, got 85",
  },
  {
    code: "model/monotone",
    mistake: "a rising curve that falls",
    change: ({ dimensions }) => {
      dimensions.value.indicators.revenue.curve.knots.push([2000, 90]);
    },
    path: [...VALUE, "revenue", "monotone"],
    expected: "rising",
    found: [100, 90],
    sentence: "dimensions.value.indicators.revenue.monotone: expected points that are rising, got 100 then 90",
  },
  {
    code: "model/monotone-kind",
    mistake: "a direction where inputs have no order",
    change: ({ dimensions }) => {
      dimensions.relationship.indicators.city.monotone = "rising";
    },
    path: [...RELATIONSHIP, "city", "monotone"],
    expected: "monotone",
    found: "lookup",
    sentence:
      "dimensions.relationship.indicators.city.monotone: expected a curve over an ordered input, because of monotone, " +
      "got one of kind lookup",
  },
  {
    code: "model/lookup-gap",
    mistake: "a value without points",
    change: ({ dimensions }) => {
      delete dimensions.relationship.indicators.industry.curve.points.retail;
    },
    path: [...RELATIONSHIP, "industry", "curve", "points"],
    expected: null,
    found: "retail",
    sentence:
      "dimensions.relationship.indicators.industry.curve.points: expected points for every value of the field, or an " +
      'otherwise, got none for "retail"',
  },
  {
    code: "model/bounds",
    mistake: "a field whose min is above its max",
    change: ({ fields }) => {
      fields.revenue.min = 2000000;
    },
    path: ["fields", "revenue", "min"],
    expected: 1000000,
    found: 2000000,
    sentence: "fields.revenue.min: expected a lower bound of at most 1000000, the upper one, got 2000000",
  },
  {
    code: "model/bounds",
    mistake: "a between the wrong way round",
    change: ({ bonuses }) => {
      bonuses[0].when = { input: "since", between: ["2026-01-01", "2025-01-01"] };
    },
    path: ["bonuses", 0, "when", "between", 0],
    expected: "2025-01-01",
    found: "2026-01-01",
    sentence:
      'bonuses[0].when.between[0]: expected a lower bound of at most 2025-01-01, the upper one, got "2026-01-01"',
  },
  {
    code: "model/dates",
    mistake: "a rule that ends before it begins",
    change: ({ bonuses }) => {
      bonuses[1].until = "2025-12-31";
    },
    path: ["bonuses", 1, "until"],
    expected: "2026-01-01",
    found: "2025-12-31",
    sentence: 'bonuses[1].until: expected until to be on or after 2026-01-01, got "2025-12-31"',
  },
  {
    code: "model/condition-form",
    mistake: "a condition of two forms",
    change: ({ bonuses }) => {
      bonuses[0].when.all = [{ input: "sponsor", eq: true }];
    },
    path: ["bonuses", 0, "when"],
    expected: ["all", "any", "not", "input", "score"],
    found: ["all", "input"],
    sentence:
      'bonuses[0].when: expected exactly one of "all", "any", "not", "input" and "score", got "all" and "input"',
  },
  {
    code: "model/condition-form",
    mistake: "a condition of nothing",
    change: ({ bonuses }) => {
      bonuses[0].when = {};
    },
    path: ["bonuses", 0, "when"],
    expected: ["all", "any", "not", "input", "score"],
    found: [],
    sentence: 'bonuses[0].when: expected exactly one of "all", "any", "not", "input" and "score", got none',
  },
  {
    code: "model/condition-form",
    mistake: "an operator beside a list",
    change: ({ bonuses }) => {
      bonuses[0].when = { any: [{ input: "sponsor", eq: true }], eq: true };
    },
    path: ["bonuses", 0, "when"],
    expected: ["all", "any", "not", "input", "score"],
    found: ["any", "eq"],
    sentence: 'bonuses[0].when: expected exactly one of "all", "any", "not", "input" and "score", got "any" and "eq"',
  },
  {
    code: "model/condition-form",
    mistake: "a test without an operator",
    change: ({ bonuses }) => {
      bonuses[0].when = { input: "sponsor" };
    },
    path: ["bonuses", 0, "when"],
    expected: ["eq", "ne", "lt", "lte", "gt", "gte", "in", "notIn", "between", "exists"],
    found: [],
    sentence:
      'bonuses[0].when: expected exactly one of "eq", "ne", "lt", "lte", "gt", "gte", "in", "notIn", "between" and ' +
      '"exists", got none',
  },
  {
    code: "model/operator",
    mistake: "more than a word",
    change: ({ bonuses }) => {
      bonuses[0].when = { input: "industry", gt: "finance" };
    },
    path: ["bonuses", 0, "when", "gt"],
    expected: ["eq", "ne", "in", "notIn", "exists"],
    found: "gt",
    sentence:
      'bonuses[0].when.gt: expected an operator for such an input ("eq", "ne", "in", "notIn" or "exists"), got "gt"',
  },
  {
    code: "model/operand",
    mistake: "a text that a number is compared with",
    change: ({ bonuses }) => {
      bonuses[0].when = { input: "growth", gt: "0.5" };
    },
    path: ["bonuses", 0, "when", "gt"],
    expected: "a number",
    found: "0.5",
    sentence: 'bonuses[0].when.gt: expected a number, got "0.5"',
  },
  {
    code: "model/operand",
    mistake: "a yes where true is meant",
    change: ({ bonuses }) => {
      bonuses[0].when = { input: "sponsor", eq: "yes" };
    },
    path: ["bonuses", 0, "when", "eq"],
    expected: "true or false",
    found: "yes",
    sentence: 'bonuses[0].when.eq: expected true or false, got "yes"',
  },
  {
    code: "model/operand",
    mistake: "a day in another spelling",
    change: ({ bonuses }) => {
      bonuses[0].when = { input: "since", lt: "31.12.2025" };
    },
    path: ["bonuses", 0, "when", "lt"],
    expected: "a day of the calendar written YYYY-MM-DD",
    found: "31.12.2025",
    sentence: 'bonuses[0].when.lt: expected a day of the calendar written YYYY-MM-DD, got "31.12.2025"',
  },
  {
    code: "model/score-test",
    mistake: "a bonus that looks at a score",
    change: ({ bonuses }) => {
      bonuses[0].when = { score: "value", gt: 50 };
    },
    path: ["bonuses", 0, "when", "score"],
    expected: null,
    found: "value",
    sentence:
      "bonuses[0].when.score: expected a test of an input, because only gates test scores, got a test of the score " +
      '"value"',
  },
  {
    code: "model/effect",
    mistake: "a rule of points and a factor",
    change: ({ bonuses }) => {
      bonuses[1].points = 5;
    },
    path: ["bonuses", 1],
    expected: ["points", "factor"],
    found: ["points", "factor"],
    sentence: 'bonuses[1]: expected exactly one of "points" and "factor", got "points" and "factor"',
  },
  {
    code: "model/effect",
    mistake: "a gate without an effect",
    change: ({ gates }) => {
      delete gates[0].tierAtMost;
    },
    path: ["gates", 0],
    expected: ["tierAtLeast", "tierAtMost", "disqualify"],
    found: [],
    sentence: 'gates[0]: expected exactly one of "tierAtLeast", "tierAtMost" and "disqualify", got none',
  },
  {
    code: "model/zero-points",
    mistake: "a bonus of nothing",
    change: ({ bonuses }) => {
      bonuses[0].points = 0;
    },
    path: ["bonuses", 0, "points"],
    expected: null,
    found: 0,
    sentence: "bonuses[0].points: expected points other than 0, got 0",
  },
  {
    code: "model/cell-missing",
    mistake: "a quadrant of three cells",
    change: ({ quadrant }) => {
      quadrant.cells.pop();
    },
    path: ["quadrant", "cells"],
    expected: "x low, y low",
    found: null,
    sentence: "quadrant.cells: expected a cell for x low, y low, got none",
  },
  {
    code: "model/duplicate",
    mistake: "two cells in one place",
    change: ({ quadrant }) => {
      quadrant.cells.push({ name: "fifth", x: "low", y: "low" });
    },
    path: ["quadrant", "cells", 4],
    expected: "pair of sides",
    found: "x low, y low",
    sentence: 'quadrant.cells[4]: expected each pair of sides once, got "x low, y low" again',
  },
  {
    code: "model/tier-missing",
    mistake: "a gate that moves a tier where there is none",
    change: (model) => {
      delete model.tier;
    },
    path: ["gates", 0, "tierAtMost"],
    expected: null,
    found: "silver",
    sentence: "gates[0].tierAtMost: expected a tier section, because the gate moves a tier, got none",
  },
  {
    code: "model/expect-column",
    mistake: "a case that expects a misspelt column",
    change: ({ cases }) => {
      cases[0].expect = { totla: 87 };
    },
    path: ["cases", 0, "expect", "totla"],
    expected: ["status", "value", "relationship", ...COLUMNS],
    found: "totla",
    suggestion: "total",
    sentence:
      'cases[0].expect.totla: expected a column of the row ("status", "value", "relationship", "total", "coverage", ' +
      '"quadrant", "quadrantX", "quadrantY", "tier", "tierEarned", "tierHeld" or "tierValidUntil"), got "totla", did you ' +
      'mean "total"',
  },
];

/** Issues that show only when a model is used. */
const IN_USE: readonly Provocation[] = [
  {
    code: "model/case",
    mistake: "a case that comes out otherwise",
    provoke: () => {
      const document = smallModel();
      document.cases = [{ id: "acme", asOf: SMALL_DAY, account: smallAccount(), expect: { tier: "bronze" } }];
      return runCases(parseModel(document)).flatMap(({ issues }) => issues);
    },
    path: ["cases", 0, "expect", "tier"],
    expected: '"bronze"',
    found: "gold",
    sentence: 'cases[0].expect.tier: expected "bronze", got "gold"',
  },
  {
    code: "model/unparsed",
    mistake: "a document that was never parsed",
    provoke: () => thrown(() => compileScorer(smallModel())),
    path: [],
    expected: null,
    found: "an object",
    sentence: "expected a model from parseModel or defineModel, got an object",
  },
];

export const provocations: readonly Provocation[] = [
  ...ROWS.map(({ change, ...told }) => ({ ...told, provoke: () => issuesOf(safeParseModel(changed(change))) })),
  ...IN_USE,
];

function changed(change: Row["change"]): unknown {
  const model = smallModel();
  change(model);
  return model;
}

function flat(input: string, points: number): Draft {
  return { input, weight: 1, curve: { kind: "flag", points: { true: points, false: points } } };
}

export function thrown(call: () => unknown): readonly Issue[] {
  try {
    call();
  } catch (error) {
    if (error instanceof GuanxiError) return error.issues;
    throw error;
  }
  return [];
}
