import fc from "fast-check";

/** A PMML document and records for it. */
export interface ScorecardCase {
  readonly xml: string;
  readonly records: readonly { readonly [field: string]: unknown }[];
}

interface FieldChoice {
  readonly name: string;
  readonly dataType: "double" | "integer" | "string" | "boolean";
  readonly hasValues: boolean;
  readonly intervals: readonly { readonly closure: string; readonly margins: readonly [number, number] }[];
  readonly missingValue: number | null;
  readonly invalid: string | null;
  readonly replacement: number | null;
  readonly outliers: string | null;
}

const NAMES = ["age", "years_at bank", "residence.state", "年收入", "constructor", "Age"] as const;
const TEXTS = ["AP", "KN", "a b", "政府", "toString", "<&\">'"] as const;
const CUTS = [-5, 0, 1, 2.5, 18, 18.25, 40] as const;

/** Scorecards of simple, set and compound predicates over one field each, with every treatment of values. */
export function scorecardCase(): fc.Arbitrary<ScorecardCase> {
  return fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 3 }).chain((names) =>
    fc.tuple(...names.map(fieldChoice)).chain((fields) => {
      const characteristics = fc.array(
        fc.constantFrom(...fields).chain((field) => characteristic(field)),
        { minLength: 1, maxLength: 3 },
      );
      const start = fc.constantFrom("0", "0.345", "-20", "+.5");
      const record = fc.record(Object.fromEntries(fields.map((field) => [field.name, valueFor(field)])));
      return fc
        .tuple(characteristics, start, fc.array(record, { minLength: 4, maxLength: 8 }))
        .map(([parts, initialScore, records]) => ({ xml: documentOf(fields, parts, initialScore), records }));
    }),
  );
}

function fieldChoice(name: string): fc.Arbitrary<FieldChoice> {
  const margins = fc
    .tuple(fc.constantFrom(...CUTS), fc.constantFrom(5, 20, 60))
    .map(([low, width]): [number, number] => [low, low + width]);
  const closure = fc.constantFrom("openOpen", "openClosed", "closedOpen", "closedClosed", "closedClosed");
  return fc.record({
    name: fc.constant(name),
    dataType: fc.constantFrom("double", "integer", "string", "boolean"),
    hasValues: fc.boolean(),
    intervals: fc.array(fc.record({ closure, margins }), { maxLength: 1 }),
    missingValue: fc.constantFrom(null, null, -999, 18),
    invalid: fc.constantFrom(null, "returnInvalid", "asIs", "asMissing", "asMissing"),
    replacement: fc.constantFrom(null, null, 2.5),
    outliers: fc.constantFrom(null, null, "asMissingValues", "asExtremeValues"),
  });
}

const isNumeric = ({ dataType }: FieldChoice) => dataType === "double" || dataType === "integer";

function constantOf({ dataType }: FieldChoice): fc.Arbitrary<string> {
  if (dataType === "boolean") return fc.constantFrom("true", "false");
  if (dataType === "string") return fc.constantFrom(...TEXTS.map(escaped));
  return fc.constantFrom(...CUTS.map(String));
}

function valueFor(field: FieldChoice): fc.Arbitrary<unknown> {
  if (field.dataType === "boolean") return fc.constantFrom(true, false, null);
  if (field.dataType === "string") return fc.constantFrom(...TEXTS, "another", null, "");
  const near = CUTS.flatMap((cut) => [cut, cut + 0.01, cut - 0.01, cut + 20]);
  const numbers = field.dataType === "integer" ? near.map(Math.round) : near;
  return fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...numbers, -999) }, fc.constantFrom(null, undefined));
}

function characteristic(field: FieldChoice): fc.Arbitrary<string> {
  const points = fc.constantFrom("-10", "0", "0.5", "3", "12.25", "1e1");
  const attribute = fc
    .tuple(predicate(field, 2), points)
    .map(([inner, partialScore]) => `<Attribute partialScore="${partialScore}">${inner}</Attribute>`);
  const last = fc.oneof(
    { weight: 3, arbitrary: points.map((score) => `<Attribute partialScore="${score}"><True/></Attribute>`) },
    { weight: 1, arbitrary: fc.constant("") },
  );
  return fc
    .tuple(fc.array(attribute, { minLength: 1, maxLength: 3 }), last, fc.constantFrom("", ' name="c"', ' name="c 1"'))
    .map(([attributes, end, name]) => `<Characteristic${name}>${attributes.join("")}${end}</Characteristic>`);
}

function predicate(field: FieldChoice, depth: number): fc.Arbitrary<string> {
  const ordered = isNumeric(field) ? ["lessThan", "lessOrEqual", "greaterThan", "greaterOrEqual"] : [];
  const test = (operator: string, value: string) =>
    `<SimplePredicate field="${escaped(field.name)}" operator="${operator}" value="${value}"/>`;
  const simple = fc
    .tuple(fc.constantFrom("equal", "notEqual", ...ordered, ...ordered), constantOf(field))
    .map(([operator, value]) => test(operator, value));
  const presence = fc
    .constantFrom("isMissing", "isNotMissing")
    .map((operator) => `<SimplePredicate field="${escaped(field.name)}" operator="${operator}"/>`);
  const among = fc
    .tuple(fc.constantFrom("isIn", "isNotIn"), fc.uniqueArray(constantOf(field), { minLength: 1, maxLength: 3 }))
    .map(([operator, values]) => {
      const entries = values.map((value) =>
        /[\s"&]/.test(value) ? `"${value.replace(/&quot;/g, "\\&quot;")}"` : value,
      );
      const array = `<Array n="${values.length}" type="string">${entries.join(" ")}</Array>`;
      return `<SimpleSetPredicate field="${escaped(field.name)}" booleanOperator="${operator}">${array}</SimpleSetPredicate>`;
    });
  const leaf = fc.oneof({ weight: 4, arbitrary: simple }, presence, among);
  if (depth === 0) return leaf;
  const compound = fc
    .tuple(
      fc.constantFrom("and", "or", "xor", "surrogate"),
      fc.array(predicate(field, depth - 1), { minLength: 2, maxLength: 3 }),
    )
    .map(
      ([operator, parts]) => `<CompoundPredicate booleanOperator="${operator}">${parts.join("")}</CompoundPredicate>`,
    );
  return fc.oneof({ weight: 4, arbitrary: leaf }, { weight: 2, arbitrary: compound });
}

function documentOf(fields: readonly FieldChoice[], characteristics: readonly string[], initialScore: string): string {
  return `<?xml version="1.0"?>
<PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4"><Header/>
<DataDictionary>${fields.map(dataField).join("")}</DataDictionary>
<Scorecard modelName="generated card" functionName="regression" useReasonCodes="false" initialScore="${initialScore}">
<MiningSchema>${fields.map(miningField).join("")}</MiningSchema>
<Characteristics>${characteristics.join("")}</Characteristics>
</Scorecard></PMML>`;
}

function dataField(field: FieldChoice): string {
  const { name, dataType, hasValues, intervals, missingValue } = field;
  const valid =
    dataType === "string" && hasValues ? TEXTS.slice(0, 4).map((text) => `<Value value="${escaped(text)}"/>`) : [];
  const within = isNumeric(field)
    ? intervals.map(
        ({ closure, margins: [low, high] }) =>
          `<Interval closure="${closure}" leftMargin="${low}" rightMargin="${high}"/>`,
      )
    : [];
  const missing =
    isNumeric(field) && missingValue !== null ? [`<Value value="${missingValue}" property="missing"/>`] : [];
  const optype = isNumeric(field) ? "continuous" : "categorical";
  return `<DataField name="${escaped(name)}" optype="${optype}" dataType="${dataType}">${[...within, ...valid, ...missing].join("")}</DataField>`;
}

function miningField(field: FieldChoice): string {
  const { name, invalid, replacement, outliers } = field;
  const treatment = invalid === null ? "" : ` invalidValueTreatment="${invalid}"`;
  const instead = isNumeric(field) && replacement !== null ? ` missingValueReplacement="${replacement}"` : "";
  const far = isNumeric(field) && outliers !== null ? ` outliers="${outliers}" lowValue="0" highValue="50"` : "";
  return `<MiningField name="${escaped(name)}"${treatment}${instead}${far}/>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
