import { compareFractions } from "../core/fraction.ts";
import { outliersOf } from "./outliers.ts";
import type {
  PmmlConstant,
  PmmlDataType,
  PmmlDiscretize,
  PmmlExpression,
  PmmlMapValues,
  PmmlNormContinuous,
  PmmlNumber,
} from "./pmml-scorecard.ts";
import { attributeOf, constantOf, dataTypeOf, fieldNamed, NOTHING } from "./read-constant.ts";
import { exactly } from "./read-decimal.ts";
import { readInterval } from "./read-interval.ts";
import { decimalOf, limit, type Reading, report, requiredText } from "./reading.ts";
import { childOf, childrenOf, contentOf, type XmlElement } from "./xml-element.ts";

export function readNormContinuous(reading: Reading, element: XmlElement): PmmlNormContinuous {
  const { field } = numberField(reading, element);
  const norms = childrenOf(element, "LinearNorm");
  const knots = norms.map((norm): readonly [PmmlNumber, PmmlNumber] => {
    requiredText(reading, norm, "orig");
    requiredText(reading, norm, "norm");
    return [decimalOf(reading, norm, "orig") ?? 0, decimalOf(reading, norm, "norm") ?? 0];
  });
  if (knots.length < 2) report(reading, "document/entries", element.path, 2, knots.length);
  checkRising(reading, norms, knots);
  const mapMissingTo = attributeOf(reading, element, "mapMissingTo", "number");
  return { kind: "norm-continuous", field, knots, outliers: outliersOf(reading, element), mapMissingTo };
}

function numberField(reading: Reading, element: XmlElement): { readonly field: string } {
  const { field, type } = fieldNamed(reading, element);
  if (type !== null && type.dataType !== "number" && type.dataType !== "integer") {
    report(reading, "pmml/field-type", [...element.path, "field"], "number", type.dataType);
  }
  return { field };
}

function checkRising(reading: Reading, norms: readonly XmlElement[], knots: PmmlNormContinuous["knots"]): void {
  knots.forEach(([orig], i) => {
    const [before] = knots[i - 1] ?? [];
    if (before === undefined || compareFractions(exactly(before), exactly(orig)) < 0) return;
    report(reading, "pmml/order", [...(norms[i]?.path ?? []), "orig"], before, orig);
  });
}

/** 1 where the field has the value, else 0: an application of `if` and `equal`. */
export function readNormDiscrete(reading: Reading, element: XmlElement): PmmlExpression {
  const { field, type } = fieldNamed(reading, element);
  requiredText(reading, element, "value");
  const value = attributeOf(reading, element, "value", type?.dataType ?? null) ?? NOTHING;
  return apply("if", attributeOf(reading, element, "mapMissingTo", "number"), [
    apply("equal", null, [{ kind: "field", field, mapMissingTo: null }, value]),
    { kind: "constant", dataType: "number", value: 1 },
    { kind: "constant", dataType: "number", value: 0 },
  ]);
}

function apply(name: string, mapMissingTo: PmmlConstant | null, parts: readonly PmmlExpression[]): PmmlExpression {
  return {
    kind: "apply",
    function: name,
    arguments: parts,
    mapMissingTo,
    defaultValue: null,
    invalidValueTreatment: "returnInvalid",
  };
}

export function readDiscretize(reading: Reading, element: XmlElement): PmmlDiscretize {
  const { field } = numberField(reading, element);
  const dataType = dataTypeOf(reading, element);
  const bins = childrenOf(element, "DiscretizeBin").flatMap((bin) => {
    requiredText(reading, bin, "binValue");
    const value = attributeOf(reading, bin, "binValue", dataType);
    const interval = childOf(bin, "Interval");
    if (interval === undefined) report(reading, "pmml/element-missing", bin.path, "Interval", null);
    return interval === undefined || value === null ? [] : [{ interval: readInterval(reading, interval), value }];
  });
  return {
    kind: "discretize",
    field,
    bins,
    mapMissingTo: attributeOf(reading, element, "mapMissingTo", dataType),
    defaultValue: attributeOf(reading, element, "defaultValue", dataType),
  };
}

export function readMapValues(reading: Reading, element: XmlElement): PmmlExpression {
  const output = requiredText(reading, element, "outputColumn");
  const dataType = dataTypeOf(reading, element);
  const pairs = childrenOf(element, "FieldColumnPair").map((pair) => ({
    ...fieldNamed(reading, pair),
    column: requiredText(reading, pair, "column"),
  }));
  const table = childOf(element, "InlineTable");
  if (table === undefined) {
    limit(reading, "pmml/element", element.path, "InlineTable", contentOf(element).map(({ name }) => name)[0] ?? null);
    return NOTHING;
  }
  const rows = childrenOf(table, "row").flatMap((row): PmmlMapValues["rows"] => {
    const inputs = pairs.flatMap(({ column, type }) => cellOf(reading, row, column, type?.dataType ?? null) ?? []);
    const value = cellOf(reading, row, output, dataType);
    return value === null || inputs.length < pairs.length ? [] : [{ inputs, value }];
  });
  return {
    kind: "map-values",
    fields: pairs.map(({ field }) => field),
    rows,
    mapMissingTo: attributeOf(reading, element, "mapMissingTo", dataType),
    defaultValue: attributeOf(reading, element, "defaultValue", dataType),
  };
}

function cellOf(reading: Reading, row: XmlElement, column: string, dataType: PmmlDataType | null): PmmlConstant | null {
  const cell = childOf(row, column.replace(/^.*:/, ""));
  if (cell === undefined) {
    report(reading, "pmml/element-missing", row.path, column, null);
    return null;
  }
  return constantOf(reading, cell.text, dataType, cell.path);
}
