import type { Issue } from "../core/issue.ts";
import { names } from "../core/reporter.ts";
import { decimalsOf } from "../core/scaled.ts";
import type { Field, Measure, MeasureKind, ModelDocument } from "../schema/model-document.ts";
import { rowColumns } from "../schema/row-columns.ts";
import { checkBonuses, checkDates } from "./check-bonuses.ts";
import { checkClasses } from "./check-classes.ts";
import { checkMagnitude } from "./check-magnitude.ts";
import { checkNames } from "./check-names.ts";
import { checkTree } from "./check-tree.ts";
import { beginCheck, type Check } from "./report.ts";

/** Cross-checks a document of the right shape; all issues at once, in the order of the document's parts. */
export function checkModel(model: ModelDocument): readonly Issue[] {
  const issues: Issue[] = [];
  const check = beginCheck(model, issues);
  checkRange(check);
  checkDates(check, ["effective"], model.effective ?? {});
  checkNames(check);
  checkFields(check);
  checkMeasures(check);
  checkTree(check);
  checkBonuses(check);
  checkClasses(check);
  if (model.minimumCoverage !== undefined && decimalsOf(model.minimumCoverage) > 4) {
    check.report("model/decimals", ["minimumCoverage"], 4, model.minimumCoverage);
  }
  checkCases(check);
  return issues;
}

function checkRange(check: Check): void {
  const [least, greatest] = check.range;
  if (least >= greatest) check.report("model/range", ["range", 1], least, greatest);
  const coarsest = Math.min(check.pointsPlaces, check.scorePlaces);
  check.range.forEach((bound, i) => {
    if (decimalsOf(bound) > coarsest) check.report("model/decimals", ["range", i], coarsest, bound);
    checkMagnitude(check, ["range", i], bound, Math.max(check.pointsPlaces, check.scorePlaces));
  });
}

function checkFields(check: Check): void {
  for (const [id, field] of Object.entries(check.model.fields)) {
    if (field.kind === "number" && field.min !== undefined && field.max !== undefined && field.min > field.max) {
      check.report("model/bounds", ["fields", id, "min"], field.max, field.min);
    }
  }
}

/** The keys of a measure that name fields, and the kind of field they name. */
const READS = {
  ratio: { keys: ["of", "to"], kind: "number" },
  change: { keys: ["from", "to"], kind: "number" },
  difference: { keys: ["of", "minus"], kind: "number" },
  sum: { keys: ["of"], kind: "number" },
  "days-since": { keys: ["field"], kind: "date" },
  "months-since": { keys: ["field"], kind: "date" },
} satisfies { readonly [K in MeasureKind]: { readonly keys: readonly string[]; readonly kind: Field["kind"] } };

function checkMeasures(check: Check): void {
  for (const [id, measure] of Object.entries(check.model.measures ?? {})) {
    const { keys, kind } = READS[measure.kind];
    for (const key of keys) {
      const named = (measure as Measure & { readonly [key: string]: unknown })[key];
      const list = Array.isArray(named) ? (named as readonly string[]) : [named as string];
      list.forEach((name, i) => {
        const path = ["measures", id, key, ...(Array.isArray(named) ? [i] : [])];
        const field = check.field(name);
        if (field === undefined) check.unknown("model/unknown-field", path, check.fieldsOf(kind), name);
        else if (field.kind !== kind) check.report("model/input-kind", path, kind, field.kind);
      });
    }
  }
}

/** The columns a case expects are columns of the row; what it gives is tried by `guanxi validate`. */
function checkCases(check: Check): void {
  const columns = names(rowColumns(check.dimensionIds));
  (check.model.cases ?? []).forEach(({ expect }, i) => {
    for (const column of Object.keys(expect)) {
      if (!columns.has(column)) {
        check.unknown("model/expect-column", ["cases", i, "expect", column], columns, column);
      }
    }
  });
}
