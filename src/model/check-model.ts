import type { Issue } from "../core/issue.ts";
import { powerOfTen } from "../core/power-of-ten.ts";
import { decimalsOf } from "../core/scaled.ts";
import type { Field, Measure, MeasureKind, ModelDocument } from "../schema/model-document.ts";
import { rowColumns } from "../schema/row-columns.ts";
import { checkBonuses, checkDates } from "./check-bonuses.ts";
import { checkClasses } from "./check-classes.ts";
import { checkNames } from "./check-names.ts";
import { checkTree, MOST_UNITS } from "./check-tree.ts";
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
  if (least >= greatest) check.report("model/range", ["range"], null, `${least} to ${greatest}`);
  const coarsest = Math.min(check.pointsPlaces, check.scorePlaces);
  check.range.forEach((bound, i) => {
    if (decimalsOf(bound) > coarsest) check.report("model/decimals", ["range", i], coarsest, bound);
    const units = Math.abs(bound) * powerOfTen(Math.max(check.pointsPlaces, check.scorePlaces));
    if (units >= MOST_UNITS) check.report("model/magnitude", ["range", i], MOST_UNITS, units);
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
  const { fields, measures } = check.model;
  for (const [id, measure] of Object.entries(measures ?? {})) {
    const { keys, kind } = READS[measure.kind];
    const known = Object.keys(fields).filter((name) => fields[name]?.kind === kind);
    for (const key of keys) {
      const named = (measure as Measure & { readonly [key: string]: unknown })[key];
      const list = Array.isArray(named) ? (named as readonly string[]) : [named as string];
      list.forEach((name, i) => {
        const path = ["measures", id, key, ...(Array.isArray(named) ? [i] : [])];
        const field = check.field(name);
        if (field === undefined) check.unknown("model/unknown-field", path, known, name);
        else if (field.kind !== kind) check.report("model/input-kind", path, kind, field.kind);
      });
    }
  }
}

/** The columns a case expects are columns of the row; what it gives is tried by `guanxi validate`. */
function checkCases(check: Check): void {
  const columns = rowColumns(check.dimensionIds);
  (check.model.cases ?? []).forEach(({ expect }, i) => {
    for (const column of Object.keys(expect)) {
      if (!columns.includes(column)) {
        check.unknown("model/expect-column", ["cases", i, "expect", column], columns, column);
      }
    }
  });
}
