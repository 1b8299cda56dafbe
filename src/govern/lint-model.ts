import { aNumberFrom, anIterable, anything, type OptionChecks, requireOptions } from "../core/check-options.ts";
import { requireParsed } from "../model/require-parsed.ts";
import type { Model } from "../schema/model-document.ts";
import { lintBonuses } from "./lint-bonuses.ts";
import { lintClasses } from "./lint-classes.ts";
import { lintCurves } from "./lint-curves.ts";
import type { LintFinding } from "./lint-finding.ts";
import { lintInputs } from "./lint-inputs.ts";
import type { LintOptions } from "./lint-options.ts";
import { reachOf } from "./reach.ts";

/**
 * What may be wrong with a model that is valid: inputs that decide too much or nothing, pieces of curves and rules that
 * can never matter, classes that no input reaches. An empty list is no proof that there is nothing.
 *
 * @example
 * ```ts
 * const odd = withModel(model, { fields: { ...model.fields, spare: { kind: "number" } } });
 * lintModel(odd).map(({ code, path }) => [code, path[1]]); // [["lint/unused-field", "spare"]]
 * ```
 */
export function lintModel(model: Model, options: LintOptions = {}): readonly LintFinding[] {
  requireParsed(model);
  const given = requireOptions(options, CHECKS);
  const reach = reachOf(model);
  return [
    ...lintInputs(model, given),
    ...lintCurves(model, reach),
    ...lintBonuses(model, reach),
    ...lintClasses(model, reach),
  ];
}

const CHECKS: OptionChecks<LintOptions> = {
  asOf: anything,
  dominance: /* @__PURE__ */ aNumberFrom(0),
  accounts: anIterable,
  correlation: /* @__PURE__ */ aNumberFrom(0),
};
