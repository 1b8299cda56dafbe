import type { Issue } from "../../../src/core/issue.ts";
import { parseModel } from "../../../src/model/parse-model.ts";
import { fromPmml, safeFromPmml, safeScorePmml, toPmml } from "../../../src/pmml/index.ts";
import { characteristicOf, computed, smallPmml } from "../../pmml/small-pmml.ts";
import { thrown } from "./model.provocations.ts";
import { issuesOf, type Provocation } from "./provocation.ts";
import { type Draft, smallModel } from "./small-model.ts";

type Row = Omit<Provocation, "provoke">;

/** Mistakes in a document, told when it is read. */
const READ: readonly (Row & { readonly xml: () => unknown })[] = [
  {
    code: "pmml/text",
    mistake: "bytes for text",
    xml: () => new Uint8Array(3),
    path: [],
    expected: null,
    found: "an object",
    sentence: "expected PMML as a text, got an object",
  },
  {
    code: "pmml/size",
    mistake: "far more text than a scorecard is",
    xml: () => "<PMML/>".padEnd(8 * 1024 * 1024 + 1),
    path: [],
    expected: 8388608,
    found: 8388609,
    sentence: "expected PMML of at most 8388608 characters, got 8388609",
  },
  {
    code: "pmml/marks",
    mistake: "far more elements than a scorecard has",
    xml: () => `<PMML>${"<a/>".repeat(399_999)}</PMML>`,
    path: [],
    expected: 400000,
    found: 400001,
    sentence: "expected PMML of at most 400000 tags and attributes, got 400001",
  },
  {
    code: "pmml/attributes",
    mistake: "an element of far more attributes than any has",
    xml: () => `<PMML ${Array.from({ length: 10_001 }, (_, i) => `a${i}="1"`).join(" ")}/>`,
    path: [],
    expected: 10000,
    found: 10001,
    sentence: "expected at most 10000 attributes of one element, got 10001",
  },
  {
    code: "pmml/doctype",
    mistake: "a document type that declares an entity",
    xml: () => `<!DOCTYPE PMML [<!ENTITY x "y">]>${smallPmml()}`,
    path: [],
    expected: null,
    found: null,
    sentence: "expected no document type declaration, because entities are never expanded, got one",
  },
  {
    code: "pmml/depth",
    mistake: "elements inside one another without end",
    xml: () => "<a>".repeat(100),
    path: [],
    expected: 64,
    found: null,
    sentence: "expected at most 64 elements inside one another, got more",
  },
  {
    code: "pmml/xml",
    mistake: "an element that is not closed",
    xml: () => '<PMML version="4.3">\n<Header></PMML>',
    path: [],
    expected: null,
    found: "line 2, column 9",
    sentence: "expected well-formed XML, got a fault: line 2, column 9",
  },
  {
    code: "pmml/entity",
    mistake: "an entity of HTML",
    xml: () => smallPmml().replace('value="marketing"', 'value="mar&nbsp;keting"'),
    path: [...attribute(0, 1), "SimplePredicate", "value"],
    expected: ["lt", "gt", "amp", "quot", "apos"],
    found: "&nbsp;",
    sentence:
      'Scorecard.Characteristics.Characteristic[0].Attribute[1].SimplePredicate.value: expected a reference to a character by its number or as "lt", "gt", "amp", "quot" or "apos", got "&nbsp;"',
  },
  {
    code: "pmml/version",
    mistake: "PMML of a version that had no scorecards",
    xml: () => smallPmml({ version: "3.2" }),
    path: ["version"],
    expected: "4",
    found: "3.2",
    sentence: 'version: expected PMML of version 4, got "3.2"',
  },
  {
    code: "pmml/model-name",
    mistake: "two scorecards, and none of them named",
    xml: () => smallPmml().replace(/<Scorecard[\s\S]*<\/Scorecard>/, (card) => card + card.replace("small", "other")),
    path: ["modelName"],
    expected: ["small", "other"],
    found: null,
    sentence: 'modelName: expected the modelName of one scorecard of the document ("small" or "other"), got nothing',
  },
  {
    code: "pmml/element-missing",
    mistake: "another kind of model",
    xml: () => '<PMML version="4.3"><Header/><DataDictionary/><TreeModel/></PMML>',
    path: [],
    expected: "Scorecard",
    found: "TreeModel",
    sentence: 'expected an element Scorecard, got "TreeModel"',
  },
  {
    code: "pmml/attribute-missing",
    mistake: "an attribute without points",
    xml: () => smallPmml({ characteristics: characteristicOf("c", "<Attribute><True/></Attribute>") }),
    path: attribute(),
    expected: ["partialScore", "ComplexPartialScore"],
    found: null,
    sentence:
      'Scorecard.Characteristics.Characteristic.Attribute: expected an attribute "partialScore" or "ComplexPartialScore", got nothing',
  },
  {
    code: "pmml/number",
    mistake: "points in words",
    xml: () => smallPmml({ header: 'initialScore="ten"' }),
    path: ["Scorecard", "initialScore"],
    expected: null,
    found: "ten",
    sentence:
      'Scorecard.initialScore: expected a decimal number of at most 34 digits and an exponent within ±30, got "ten"',
  },
  {
    code: "pmml/value",
    mistake: "a text where the field holds numbers",
    xml: () => withPredicate('<SimplePredicate field="age" operator="equal" value="old"/>'),
    path: [...attribute(), "SimplePredicate", "value"],
    expected: "a decimal number",
    found: "old",
    sentence:
      'Scorecard.Characteristics.Characteristic.Attribute.SimplePredicate.value: expected a decimal number, got "old"',
  },
  {
    code: "pmml/array",
    mistake: "a value with a blank that is not quoted",
    xml: () =>
      withPredicate(
        '<SimpleSetPredicate field="department" booleanOperator="isIn"><Array n="2" type="string">key accounts marketing</Array></SimpleSetPredicate>',
      ),
    path: [...attribute(), "SimpleSetPredicate", "Array", "n"],
    expected: "2",
    found: 3,
    sentence:
      "Scorecard.Characteristics.Characteristic.Attribute.SimpleSetPredicate.Array.n: expected as many entries as n says, 2, got 3",
  },
  {
    code: "pmml/operator",
    mistake: "an order among texts that have none",
    xml: () => withPredicate('<SimplePredicate field="department" operator="lessThan" value="marketing"/>'),
    path: [...attribute(), "SimplePredicate", "operator"],
    expected: ["equal", "notEqual", "isMissing", "isNotMissing"],
    found: "lessThan",
    sentence:
      'Scorecard.Characteristics.Characteristic.Attribute.SimplePredicate.operator: expected an operator for such a field ("equal", "notEqual", "isMissing" or "isNotMissing"), got "lessThan"',
  },
  {
    code: "pmml/unknown-field",
    mistake: "a misspelt field",
    xml: () => withPredicate('<SimplePredicate field="departmnt" operator="isMissing"/>'),
    path: [...attribute(), "SimplePredicate", "field"],
    expected: ["department", "age", "income"],
    found: "departmnt",
    suggestion: "department",
    sentence:
      'Scorecard.Characteristics.Characteristic.Attribute.SimplePredicate.field: expected a field of the mining schema or a derived one ("department", "age" or "income"), got "departmnt", did you mean "department"',
  },
  {
    code: "pmml/field-type",
    mistake: "a line over a text",
    xml: () =>
      smallPmml({
        characteristics: computed(
          '<NormContinuous field="department"><LinearNorm orig="0" norm="0"/><LinearNorm orig="1" norm="1"/></NormContinuous>',
        ),
      }),
    path: [...attribute(), "ComplexPartialScore", "NormContinuous", "field"],
    expected: "number",
    found: "string",
    sentence:
      "Scorecard.Characteristics.Characteristic.Attribute.ComplexPartialScore.NormContinuous.field: expected a field of data type number, got one of string",
  },
  {
    code: "pmml/duplicate",
    mistake: "a field declared twice",
    xml: () => smallPmml({ data: '<DataField name="age" dataType="double" optype="continuous"/>' }),
    path: ["DataDictionary", "DataField", 3, "name"],
    expected: "DataField",
    found: "age",
    sentence: 'DataDictionary.DataField[3].name: expected each DataField once, got "age" again',
  },
  {
    code: "pmml/circular",
    mistake: "a derived field that refers to itself",
    xml: () => withDerived("a", '<FieldRef field="a"/>'),
    path: ["Scorecard", "LocalTransformations", "DerivedField", "FieldRef", "field"],
    expected: null,
    found: "a → a",
    sentence:
      "Scorecard.LocalTransformations.DerivedField.FieldRef.field: expected derived fields that do not refer to themselves, got a → a",
  },
  {
    code: "pmml/arguments",
    mistake: "a difference of three",
    xml: () =>
      smallPmml({
        characteristics: computed(
          '<Apply function="-"><Constant>1</Constant><Constant>2</Constant><Constant>3</Constant></Apply>',
        ),
      }),
    path: [...attribute(), "ComplexPartialScore", "Apply"],
    expected: 2,
    found: 3,
    sentence:
      "Scorecard.Characteristics.Characteristic.Attribute.ComplexPartialScore.Apply: expected a function of 2 arguments, got 3",
  },
  {
    code: "pmml/order",
    mistake: "knots out of order",
    xml: () =>
      smallPmml({
        characteristics: computed(
          '<NormContinuous field="income"><LinearNorm orig="10" norm="0"/><LinearNorm orig="5" norm="1"/></NormContinuous>',
        ),
      }),
    path: [...attribute(), "ComplexPartialScore", "NormContinuous", "LinearNorm", 1, "orig"],
    expected: 10,
    found: 5,
    sentence:
      "Scorecard.Characteristics.Characteristic.Attribute.ComplexPartialScore.NormContinuous.LinearNorm[1].orig: expected a value above the one before, 10, got 5",
  },
];

/** What a document may say, but cannot be expressed here. */
const LIMITS: readonly (Row & { readonly xml: () => string })[] = [
  {
    code: "pmml/element",
    mistake: "an expression over texts",
    xml: () => smallPmml({ characteristics: computed('<TextIndex textField="department"/>') }),
    path: [...attribute(), "ComplexPartialScore", "TextIndex"],
    expected: ["Constant", "FieldRef", "Apply", "NormContinuous", "NormDiscrete", "Discretize", "MapValues"],
    found: "TextIndex",
    sentence:
      'Scorecard.Characteristics.Characteristic.Attribute.ComplexPartialScore.TextIndex: expected an element that can be expressed here ("Constant", "FieldRef", "Apply", "NormContinuous", "NormDiscrete", "Discretize" or "MapValues"), got "TextIndex"',
  },
  {
    code: "pmml/function",
    mistake: "a function whose results are not exact",
    xml: () => smallPmml({ characteristics: computed('<Apply function="ln"><FieldRef field="income"/></Apply>') }),
    path: [...attribute(), "ComplexPartialScore", "Apply", "function"],
    expected: null,
    found: "ln",
    sentence:
      'Scorecard.Characteristics.Characteristic.Attribute.ComplexPartialScore.Apply.function: expected a function with an exact result, got "ln"',
  },
  {
    code: "pmml/data-type",
    mistake: "a field of times",
    xml: () =>
      smallPmml({
        data: '<DataField name="since" dataType="dateTime" optype="continuous"/>',
        mining: '<MiningField name="since"/>',
        characteristics: characteristicOf(
          "c",
          '<Attribute partialScore="1"><SimplePredicate field="since" operator="isMissing"/></Attribute>',
        ),
      }),
    path: ["DataDictionary", "DataField", 3, "dataType"],
    expected: ["string", "integer", "float", "double", "boolean", "date"],
    found: "dateTime",
    sentence:
      'DataDictionary.DataField[3].dataType: expected a data type that can be expressed here ("string", "integer", "float", "double", "boolean" or "date"), got "dateTime"',
  },
  {
    code: "pmml/output",
    mistake: "a probability of a sum of points",
    xml: () =>
      smallPmml({ before: '<Output><OutputField name="p" feature="probability" dataType="double"/></Output>' }),
    path: ["Scorecard", "Output", "OutputField", "feature"],
    expected: ["predictedValue", "reasonCode", "transformedValue"],
    found: "probability",
    sentence:
      'Scorecard.Output.OutputField.feature: expected a feature that can be expressed here ("predictedValue", "reasonCode" or "transformedValue"), got "probability"',
  },
  {
    code: "pmml/unscorable",
    mistake: "a scorecard for looking at only",
    xml: () => smallPmml({ header: 'isScorable="false"' }),
    path: ["Scorecard", "isScorable"],
    expected: null,
    found: "false",
    sentence: "Scorecard.isScorable: expected a scorecard that may be scored, got one that says it is not",
  },
];

/** What of a model a scorecard cannot hold. */
const WRITTEN: readonly (Row & { readonly change: (model: Draft) => unknown })[] = [
  {
    code: "pmml/section",
    mistake: "a model with a tier",
    change: (model) => {
      model.tier = { on: "total", rungs: [{ name: "only" }] };
    },
    path: ["tier"],
    expected: null,
    found: "tier",
    sentence: 'tier: expected parts of a total, got "tier", which a scorecard has no place for',
  },
  {
    code: "pmml/published",
    mistake: "a number field",
    change: ({ fields, dimensions }) => {
      fields.revenue = { kind: "number" };
      dimensions.only.indicators.a = {
        input: "revenue",
        weight: 1,
        curve: { kind: "bands", bands: [{ points: 0 }, { from: 5, points: 1 }] },
      };
    },
    path: ["fields"],
    expected: null,
    found: null,
    sentence:
      "fields: expected inputs that are rounded as they are read, got ones that are taken as they come: give the inputs of a card",
  },
  {
    code: "pmml/day",
    mistake: "a measure that needs the day",
    change: (model) => {
      model.fields.since = { kind: "date" };
      model.measures = { age: { kind: "days-since", field: "since" } };
      model.dimensions.only.indicators.a = {
        input: "age",
        weight: 1,
        curve: { kind: "bands", bands: [{ points: 0 }, { from: 30, points: 1 }] },
      };
    },
    path: ["measures", "age"],
    expected: null,
    found: "days-since",
    sentence:
      "measures.age: expected a measure that the record alone decides, got days-since: its value is a field of the scorecard",
  },
  {
    code: "pmml/rounding",
    mistake: "thirds of a point",
    change: (model) => {
      model.places = { points: 0, score: 0 };
      model.dimensions.only.indicators.group = {
        weight: 0.5,
        indicators: { b: { ...flag(), weight: 0.5 }, c: { ...flag(), weight: 0.5 } },
      };
      model.dimensions.only.indicators.a.weight = 0.5;
    },
    path: ["dimensions", "only", "indicators", "group"],
    expected: 0,
    found: null,
    sentence:
      "dimensions.only.indicators.group: expected a sum that is rounded at its end only, got one that is rounded to 0 decimals on the way",
  },
  {
    code: "pmml/refused",
    mistake: "an indicator that may be left out of a mean",
    change: ({ dimensions }) => {
      dimensions.only.indicators.a.missing = { kind: "exclude" };
    },
    path: ["dimensions", "only", "indicators", "a", "missing"],
    expected: null,
    found: "exclude",
    sentence:
      "dimensions.only.indicators.a.missing: expected points for every account, got exclude: such accounts have no score by the scorecard",
  },
  {
    code: "pmml/clamp",
    mistake: "a group whose sum is clamped",
    change: ({ dimensions }) => {
      const both = { b: flag(), c: flag() };
      dimensions.only.indicators = { group: { weight: 1, combine: "sum", indicators: both } };
    },
    path: ["dimensions", "only", "indicators", "group"],
    expected: [0, 1],
    found: null,
    sentence:
      "dimensions.only.indicators.group: expected sums within 0 to 1 on the way to the total, got sums that are clamped to it",
  },
  {
    code: "pmml/bonus",
    mistake: "a bonus that multiplies",
    change: (model) => {
      model.bonuses = [{ id: "tenth", to: "total", factor: 1.1 }];
    },
    path: ["bonuses", 0],
    expected: null,
    found: "factor",
    sentence: "bonuses[0]: expected a bonus of points that is always in force and has no limit, got factor",
  },
  {
    code: "pmml/combine",
    mistake: "a weakest link",
    change: ({ dimensions }) => {
      dimensions.only = { weight: 1, combine: "min", indicators: { b: flag(), c: flag() } };
    },
    path: ["dimensions", "only", "combine"],
    expected: null,
    found: "min",
    sentence: "dimensions.only.combine: expected parts that add up, got a min",
  },
  {
    code: "pmml/characters",
    mistake: "a category that no XML can hold",
    change: ({ fields, dimensions }) => {
      fields.grade = { kind: "category" };
      dimensions.only.indicators.a = {
        input: "grade",
        weight: 1,
        curve: { kind: "lookup", points: { "\u0001": 1 }, otherwise: 0 },
      };
    },
    path: ["fields", "grade"],
    expected: null,
    found: "\u0001",
    sentence: 'fields.grade: expected characters that XML can hold, got "\\u0001"',
  },
];

/** Mistakes in a record, and what is no scorecard. */
const SCORED: readonly Provocation[] = [
  {
    code: "pmml/unread",
    mistake: "a copy of a scorecard",
    provoke: () => thrown(() => safeScorePmml({ ...read(smallPmml()) }, {})),
    path: [],
    expected: null,
    found: "an object",
    sentence: "expected a scorecard from fromPmml, got an object",
  },
  {
    code: "pmml/no-attribute",
    mistake: "a record that no attribute was made for",
    provoke: () =>
      issuesOf(
        safeScorePmml(read(withPredicate('<SimplePredicate field="income" operator="lessThan" value="5"/>')), {
          income: 5,
        }),
      ),
    path: ["Characteristics", "c"],
    expected: null,
    found: null,
    sentence: "Characteristics.c: expected an attribute that holds for the record, got none",
  },
  {
    code: "pmml/no-result",
    mistake: "a division by zero",
    provoke: () =>
      issuesOf(
        safeScorePmml(
          read(
            smallPmml({
              characteristics: computed('<Apply function="/"><Constant>1</Constant><FieldRef field="income"/></Apply>'),
            }),
          ),
          { income: 0 },
        ),
      ),
    path: ["Characteristics", "computed"],
    expected: null,
    found: null,
    sentence: "Characteristics.computed: expected a number that can be computed from the record, got none",
  },
];

export const provocations: readonly Provocation[] = [
  ...READ.map(({ xml, ...row }): Provocation => ({ ...row, provoke: () => issuesOf(safeFromPmml(xml())) })),
  ...LIMITS.map(({ xml, ...row }): Provocation => ({ ...row, provoke: () => fromPmml(xml()).cannotExpress })),
  ...WRITTEN.map(({ change, ...row }): Provocation => ({ ...row, provoke: () => notHeld(change) })),
  ...SCORED,
];

/** The path of an attribute; with positions where there are several. */
function attribute(characteristic?: number, position?: number): readonly (string | number)[] {
  const places = [characteristic, position].map((each) => (each === undefined ? [] : [each]));
  return ["Scorecard", "Characteristics", "Characteristic", ...(places[0] ?? []), "Attribute", ...(places[1] ?? [])];
}

function withPredicate(predicate: string): string {
  return smallPmml({ characteristics: characteristicOf("c", `<Attribute partialScore="1">${predicate}</Attribute>`) });
}

function withDerived(name: string, expression: string): string {
  return smallPmml({
    before: `<LocalTransformations><DerivedField name="${name}" optype="continuous" dataType="double">${expression}</DerivedField></LocalTransformations>`,
    characteristics: computed(`<FieldRef field="${name}"/>`),
  });
}

function read(xml: string) {
  const { scorecard } = fromPmml(xml);
  if (scorecard === null) throw new Error("no scorecard");
  return scorecard;
}

/** What is told of the smallest model that PMML holds whole, after a change. */
function notHeld(change: (model: Draft) => unknown): readonly Issue[] {
  const { format, id, version } = smallModel();
  const model: Draft = {
    format,
    id,
    version,
    range: [0, 1],
    fields: { sponsor: { kind: "boolean" } },
    dimensions: { only: { weight: 1, indicators: { a: { ...flag(), weight: 1 } } } },
  };
  change(model);
  return toPmml(parseModel(model)).cannotExpress;
}

function flag(): Draft {
  return { input: "sponsor", curve: { kind: "flag", points: { true: 1, false: 0 } } };
}
