import { describe, expect, it } from "vitest";
import { scoreBy } from "./scored-by.ts";
import { characteristicOf } from "./small-pmml.ts";

/** 1 where the predicate is true, 0 where it is false, 0.5 where it is unknown: `surrogate` passes over what is unknown. */
function truthOf(predicate: string, record: object): unknown {
  const attribute = (points: number, inner: string) => `<Attribute partialScore="${points}">${inner}</Attribute>`;
  const isKnown = `<CompoundPredicate booleanOperator="surrogate">${predicate}<True/></CompoundPredicate>`;
  const isKnownFalse = `<CompoundPredicate booleanOperator="surrogate">${predicate}<False/></CompoundPredicate>`;
  // True under both defaults is true; false under both is false; what follows its default is unknown.
  const both = `<CompoundPredicate booleanOperator="and">${isKnown}${isKnownFalse}</CompoundPredicate>`;
  const characteristics = characteristicOf("c", attribute(1, both) + attribute(0.5, isKnown) + attribute(0, "<True/>"));
  return scoreBy({ data: DATA, mining: MINING, characteristics }, record);
}

const DATA = `
  <DataField name="grade" dataType="string" optype="ordinal"><Value value="low"/><Value value="mid"/><Value value="high"/></DataField>
  <DataField name="vip" dataType="boolean" optype="categorical"/>
  <DataField name="since" dataType="date" optype="ordinal"/>`;
const MINING = '<MiningField name="grade"/><MiningField name="vip"/><MiningField name="since"/>';
const [TRUE, FALSE, UNKNOWN] = [1, 0, 0.5];

const test = (field: string, operator: string, value: string) =>
  `<SimplePredicate field="${field}" operator="${operator}" value="${value}"/>`;
const within = (field: string, operator: string, array: string, n = array.split(" ").length) =>
  `<SimpleSetPredicate field="${field}" booleanOperator="${operator}"><Array n="${n}" type="string">${array}</Array></SimpleSetPredicate>`;

describe("a predicate", () => {
  it.each<[string, string, object, number]>([
    ["numbers are compared as decimals", test("income", "equal", "0.30"), { income: 0.3 }, TRUE],
    ["to the last digit", test("income", "lessThan", "0.3"), { income: "0.2999999999999999999" }, TRUE],
    ["a bound belongs to lessOrEqual", test("income", "lessOrEqual", "5"), { income: 5 }, TRUE],
    ["and not to lessThan", test("income", "lessThan", "5"), { income: 5 }, FALSE],
    ["a bound belongs to greaterOrEqual", test("income", "greaterOrEqual", "5"), { income: 5 }, TRUE],
    ["and not to greaterThan", test("income", "greaterThan", "5"), { income: 5 }, FALSE],
    ["notEqual", test("income", "notEqual", "5"), { income: 6 }, TRUE],
    ["texts are equal by every character", test("department", "equal", "Sales"), { department: "sales" }, FALSE],
    ["ordinal texts stand in listed order", test("grade", "lessThan", "high"), { grade: "mid" }, TRUE],
    ["not in that of letters", test("grade", "greaterThan", "low"), { grade: "high" }, TRUE],
    ["an equal rank is not above", test("grade", "greaterThan", "mid"), { grade: "mid" }, FALSE],
    ["truth values", test("vip", "equal", "1"), { vip: true }, TRUE],
    ["days", test("since", "lessThan", "2026-01-10"), { since: "2026-01-09" }, TRUE],
    ["a test of a missing value is unknown", test("income", "equal", "5"), {}, UNKNOWN],
    ["so is that it differs", test("income", "notEqual", "5"), { income: null }, UNKNOWN],
    ["isMissing is never unknown", '<SimplePredicate field="income" operator="isMissing"/>', {}, TRUE],
    ["nor is isNotMissing", '<SimplePredicate field="income" operator="isNotMissing"/>', {}, FALSE],
    ["isIn", within("department", "isIn", "sales marketing"), { department: "marketing" }, TRUE],
    ["isNotIn", within("department", "isNotIn", "sales marketing"), { department: "marketing" }, FALSE],
    ["isIn of a missing value is unknown", within("department", "isIn", "sales"), {}, UNKNOWN],
    ["isNotIn too", within("department", "isNotIn", "sales"), {}, UNKNOWN],
    [
      "quoted entries hold blanks",
      within("department", "isIn", '"key accounts" "a \\"b\\""', 2),
      { department: "key accounts" },
      TRUE,
    ],
    ["and quotes", within("department", "isIn", '"key accounts" "a \\"b\\""', 2), { department: 'a "b"' }, TRUE],
    ["sets of numbers", within("income", "isIn", "1 2.50"), { income: 2.5 }, TRUE],
    ["True", "<True/>", {}, TRUE],
    ["False", "<False/>", {}, FALSE],
  ])("%s", (_, predicate, record, truth) => expect(truthOf(predicate, record)).toBe(truth));
});

describe("predicates are joined in three values", () => {
  const [t, f, u] = ["<True/>", "<False/>", test("income", "equal", "5")];
  it.each<[string, readonly (string | undefined)[], number]>([
    ["and", [t, t], TRUE],
    ["and", [t, f], FALSE],
    ["and", [u, f], FALSE],
    ["and", [u, t], UNKNOWN],
    ["or", [f, f], FALSE],
    ["or", [u, t], TRUE],
    ["or", [u, f], UNKNOWN],
    ["xor", [t, f], TRUE],
    ["xor", [t, t], FALSE],
    ["xor", [t, t, t], TRUE],
    ["xor", [t, u], UNKNOWN],
    ["surrogate", [u, f, t], FALSE],
    ["surrogate", [u, t, f], TRUE],
    ["surrogate", [u, u], UNKNOWN],
  ])("%s of %j", (operator, parts, truth) => {
    const compound = `<CompoundPredicate booleanOperator="${operator}">${parts.join("")}</CompoundPredicate>`;
    expect(truthOf(compound, {})).toBe(truth);
  });
});

describe("of several attributes", () => {
  it("the first that holds gives the points", () => {
    const characteristics = characteristicOf(
      "c",
      `<Attribute partialScore="1">${test("income", "greaterThan", "0")}</Attribute>
       <Attribute partialScore="2">${test("income", "greaterThan", "10")}</Attribute>`,
    );
    expect(scoreBy({ characteristics }, { income: 20 })).toBe(1);
    expect(scoreBy({ characteristics }, { income: 0 })).toEqual([
      "Characteristics.c: expected an attribute that holds for the record, got none",
    ]);
  });
});
