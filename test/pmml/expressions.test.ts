import { describe, expect, it } from "vitest";
import { scoreBy } from "./scored-by.ts";
import { computed } from "./small-pmml.ts";

const NONE = ["Characteristics.computed: expected a number that can be computed from the record, got none"];
const income = '<FieldRef field="income"/>';
const constant = (value: unknown, more = "") => `<Constant ${more}>${value}</Constant>`;
const apply = (name: string, ...parts: readonly unknown[]) =>
  `<Apply function="${name}">${parts.map((part) => (typeof part === "number" ? constant(part) : part)).join("")}</Apply>`;
const NOTHING = constant("", 'missing="true"');

function computedOf(expression: string, record: object = {}): unknown {
  return scoreBy({ characteristics: computed(expression) }, record);
}

describe("a computed partial score is exact:", () => {
  it.each<[string, number]>([
    [apply("+", 0.1, 0.2), 0.3],
    [apply("-", 1, 0.9), 0.1],
    [apply("*", 1.1, 1.1), 1.21],
    [apply("/", 1, 8), 0.125],
    [apply("/", 2, 3), 0.666666666666667],
    [apply("*", apply("/", 1, 3), 3), 1],
    [apply("modulo", -7, 3), 2],
    [apply("modulo", 5.5, 2), 1.5],
    [apply("threshold", 2, 1), 1],
    [apply("threshold", 1, 1), 0],
    [apply("min", 3, -1, 2), -1],
    [apply("max", 3, -1, 2), 3],
    [apply("sum", 0.1, 0.2, 0.3), 0.6],
    [apply("product", 2, 3, 0.5), 3],
    [apply("avg", 1, 2), 1.5],
    [apply("min", NOTHING, 4), 4],
    [apply("avg", 1, NOTHING, 2), 1.5],
    [apply("abs", -2.5), 2.5],
    [apply("floor", -2.5), -3],
    [apply("ceil", -2.5), -2],
    [apply("round", 2.5), 3],
    [apply("round", -2.5), -2],
    [apply("if", apply("lessThan", 1, 2), 10, 20), 10],
    [apply("if", apply("greaterOrEqual", 1, 2), 10, 20), 20],
    [apply("if", apply("not", apply("equal", 1, 1)), 10, 20), 20],
    [apply("if", apply("and", apply("lessOrEqual", 1, 1), apply("notEqual", 1, 2)), 1, 0), 1],
    [apply("if", apply("or", apply("greaterThan", 1, 1), apply("isIn", 2, 1, 2)), 1, 0), 1],
    [apply("if", apply("isNotIn", constant("a"), constant("b"), constant("c")), 1, 0), 1],
    [apply("if", apply("isMissing", income), 7, income), 7],
    [apply("if", apply("isNotMissing", income), income, 8), 8],
    // The other of the two is not computed.
    [apply("if", apply("equal", 1, 1), 5, apply("/", 1, 0)), 5],
    // A missing argument that does not decide leaves the rest to decide.
    [apply("if", apply("or", apply("equal", NOTHING, 1), apply("equal", 1, 1)), 1, 0), 1],
    [apply("if", apply("and", apply("equal", NOTHING, 1), apply("equal", 1, 2)), 1, 0), 0],
    [`<Apply function="+" mapMissingTo="4"><FieldRef field="income"/><Constant>1</Constant></Apply>`, 4],
    [`<Apply function="if" defaultValue="6">${apply("equal", 1, 2)}<Constant>1</Constant></Apply>`, 6],
    [
      `<Apply function="/" invalidValueTreatment="asMissing" defaultValue="9"><Constant>1</Constant><Constant>0</Constant></Apply>`,
      9,
    ],
    [`<FieldRef field="income" mapMissingTo="3"/>`, 3],
    [constant("1.50", 'dataType="double"'), 1.5],
  ])("%s", (expression, value) => expect(computedOf(expression)).toBe(value));
});

describe("there is no partial score", () => {
  it.each<[string, string]>([
    ["of a missing field", income],
    ["of a missing argument", apply("+", income, 1)],
    ["of nothing but missing arguments", apply("sum", income, NOTHING)],
    ["of a division by zero", apply("/", 1, 0)],
    ["of a remainder by zero", apply("modulo", 1, 0)],
    ["of a text", constant("ten", 'dataType="string"')],
    ["of arithmetic with a text", apply("+", 1, constant("ten"))],
    ["of a choice by a number", apply("if", 1, 2, 3)],
    ["of a choice by what is missing", apply("if", apply("equal", income, 1), 2, 3)],
    ["of an order between a number and a text", apply("if", apply("lessThan", 1, constant("b")), 1, 0)],
    ["of a logical join of numbers", apply("if", apply("and", 1, 2), 1, 0)],
  ])("%s", (_, expression) => expect(computedOf(expression)).toEqual(NONE));
});

describe("lines through knots", () => {
  const line = (outliers: string, more = "") =>
    `<NormContinuous field="income" ${outliers} ${more}><LinearNorm orig="0" norm="0"/><LinearNorm orig="10" norm="100"/><LinearNorm orig="40" norm="70"/></NormContinuous>`;
  it.each<[string, string, number | null, unknown]>([
    ["between the knots", "", 2.5, 25],
    ["at a knot", "", 10, 100],
    ["on the second line", "", 25, 85],
    ["go on beyond the last", "", 50, 60],
    ["and before the first", "", -1, -10],
    ["asExtremeValues keeps the last", 'outliers="asExtremeValues"', 50, 70],
    ["and the first", 'outliers="asExtremeValues"', -1, 0],
    ["asMissingValues has none", 'outliers="asMissingValues"', 50, NONE],
    ["a missing value has none", "", null, NONE],
    ["or what it is mapped to", 'mapMissingTo="5"', null, 5],
  ])("%s", (_, more, value, points) => expect(computedOf(line(more), { income: value })).toEqual(points));
});

describe("tables", () => {
  const bins = `<Discretize field="income" mapMissingTo="1" defaultValue="2">
      <DiscretizeBin binValue="10"><Interval closure="closedOpen" leftMargin="0" rightMargin="5"/></DiscretizeBin>
      <DiscretizeBin binValue="20"><Interval closure="closedClosed" leftMargin="5"/></DiscretizeBin></Discretize>`;
  it.each<[number | null, number]>([
    [0, 10],
    [4.99, 10],
    [5, 20],
    [-1, 2],
    [null, 1],
  ])("a bin holds %j", (value, points) => expect(computedOf(bins, { income: value })).toBe(points));

  const map = `<MapValues outputColumn="points" defaultValue="0" mapMissingTo="-1">
      <FieldColumnPair field="department" column="dep"/><FieldColumnPair field="age" column="age"/>
      <InlineTable><row><dep>sales</dep><age>30</age><points>5</points></row><row><dep>sales</dep><age>31</age><points>6.5</points></row></InlineTable></MapValues>`;
  it.each<[object, number]>([
    [{ department: "sales", age: 30 }, 5],
    [{ department: "sales", age: 31 }, 6.5],
    [{ department: "it", age: 31 }, 0],
    [{ department: "sales" }, -1],
  ])("a row answers %j", (record, points) => expect(computedOf(map, record)).toBe(points));

  it("NormDiscrete is 1 for its value, else 0", () => {
    const norm = '<NormDiscrete field="department" value="sales" mapMissingTo="0.5"/>';
    expect(["sales", "it", null].map((department) => computedOf(norm, { department }))).toEqual([1, 0, 0.5]);
  });
});

describe("derived fields", () => {
  it("are tested and computed with, each once however often it is referred to", () => {
    const double = (name: string, of: string) =>
      `<DerivedField name="${name}" optype="continuous" dataType="double">${apply("+", `<FieldRef field="${of}"/>`, `<FieldRef field="${of}"/>`)}</DerivedField>`;
    const chain = Array.from({ length: 40 }, (_, i) => double(`d${i + 1}`, i === 0 ? "income" : `d${i}`)).reverse();
    const parts = {
      before: `<LocalTransformations>${chain.join("")}</LocalTransformations>`,
      characteristics: computed('<FieldRef field="d40"/>'),
    };
    expect(scoreBy(parts, { income: 1 })).toBe(2 ** 40);
  });

  it("may be ordinal texts with an order of their own", () => {
    const before = `<LocalTransformations><DerivedField name="size" optype="ordinal" dataType="string">
        <Discretize field="income" dataType="string"><DiscretizeBin binValue="big"><Interval closure="openOpen" leftMargin="9"/></DiscretizeBin>
        <DiscretizeBin binValue="small"><Interval closure="openClosed" rightMargin="9"/></DiscretizeBin></Discretize>
        <Value value="small"/><Value value="big"/></DerivedField></LocalTransformations>`;
    const characteristics = `<Characteristic baselineScore="0"><Attribute partialScore="1"><SimplePredicate field="size" operator="greaterThan" value="small"/></Attribute><Attribute partialScore="0"><True/></Attribute></Characteristic>`;
    expect([9, 10].map((value) => scoreBy({ before, characteristics }, { income: value }))).toEqual([0, 1]);
  });
});
