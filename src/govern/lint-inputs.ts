import { fieldsRead } from "../model/fields-read.ts";
import { partsOf } from "../model/model-parts.ts";
import type { Model } from "../schema/model-document.ts";
import { safeScore } from "../score/score.ts";
import { correlation } from "../stats/correlation.ts";
import { midRanks } from "../stats/mid-ranks.ts";
import { effectiveWeightsAcross } from "../weight/coverage.ts";
import { finding, type LintFinding } from "./lint-finding.ts";
import type { LintOptions } from "./lint-options.ts";
import { type PlacedIndicator, placedIndicators } from "./placed-indicators.ts";

const DOMINANCE = 0.5;
const CORRELATION = 0.95;
/** With fewer accounts, chance puts inputs in the same order. */
const FEWEST_ACCOUNTS = 20;

/** Inputs that decide too much, nothing, or the same twice. */
export function lintInputs(model: Model, options: LintOptions): readonly LintFinding[] {
  return [
    ...lintUnused(model),
    ...lintShares(model, options),
    ...lintTwins(model),
    ...lintCorrelations(model, options),
  ];
}

function lintUnused(model: Model): readonly LintFinding[] {
  const read = new Set(fieldsRead(model));
  const { indicators, tests } = partsOf(model);
  const inputs = new Set([...indicators, ...tests].map((each) => ("input" in each ? each.input : null)));
  return [
    ...Object.keys(model.fields).flatMap((id) => (read.has(id) ? [] : [finding("lint/unused-field", ["fields", id])])),
    ...Object.keys(model.measures ?? {}).flatMap((id) =>
      inputs.has(id) ? [] : [finding("lint/unused-measure", ["measures", id])],
    ),
  ];
}

/** Shares of the total by declared weights, equal ones where there are none. */
function lintShares(model: Model, { dominance = DOMINANCE }: LintOptions): readonly LintFinding[] {
  const weights = effectiveWeightsAcross(Object.values(model.dimensions)).map(Number);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (weights.filter((weight) => weight > 0).length < 2) return [];
  return placedIndicators(model).flatMap(({ path }, i) => {
    const share = (weights[i] as number) / whole;
    return share <= dominance ? [] : [finding("lint/dominating", path, { percent: Number((share * 100).toFixed(2)) })];
  });
}

function counting(model: Model): readonly PlacedIndicator[] {
  return placedIndicators(model).filter(({ indicator }) => indicator.weight !== 0);
}

function lintTwins(model: Model): readonly LintFinding[] {
  const first = new Map<string, PlacedIndicator>();
  return counting(model).flatMap((placed) => {
    const { input } = placed.indicator;
    const other = first.get(input);
    if (other === undefined) first.set(input, placed);
    return other === undefined
      ? []
      : [finding("lint/duplicate-input", placed.path, { input, other: other.path.join(".") })];
  });
}

/** Over the accounts that have both inputs, by Spearman's rank correlation. */
function lintCorrelations(model: Model, options: LintOptions): readonly LintFinding[] {
  const { accounts, asOf, correlation: least = CORRELATION } = options;
  if (accounts === undefined) return [];
  const byInput = new Map(counting(model).map((placed) => [placed.indicator.input, placed]));
  const placed = [...byInput.values()];
  const columns = placed.map((): (number | null)[] => []);
  for (const account of accounts) {
    const outcome = safeScore(model, account, { asOf });
    if (!outcome.ok) continue;
    const values = { ...outcome.card.inputs, ...outcome.card.measures };
    placed.forEach(({ indicator }, i) => {
      const value = new Map(Object.entries(values)).get(indicator.input);
      columns[i]?.push(typeof value === "number" ? value : null);
    });
  }
  return placed.flatMap(({ path, indicator }, i) =>
    placed.slice(0, i).flatMap((other, j) => {
      const found = likeness(columns[i] as Values, columns[j] as Values);
      if (found === null || Math.abs(found.correlation) < least) return [];
      const facts = {
        input: indicator.input,
        otherInput: other.indicator.input,
        other: other.path.join("."),
        ...found,
      };
      return [finding("lint/correlated-inputs", path, facts)];
    }),
  );
}

type Values = readonly (number | null)[];

function likeness(xs: Values, ys: Values): { readonly accounts: number; readonly correlation: number } | null {
  const both = xs.flatMap((x, i) => (x === null || ys[i] === null ? [] : [i]));
  if (both.length < FEWEST_ACCOUNTS) return null;
  const ranks = (values: Values) => midRanks(both.map((i) => values[i] as number));
  const found = correlation(ranks(xs), ranks(ys));
  return found === null ? null : { accounts: both.length, correlation: Number(found.toFixed(4)) };
}
