import { describe, expect, it } from "vitest";
import { readDecimal } from "../../src/pmml/read-decimal.ts";
import { scoreBy } from "./scored-by.ts";
import { characteristicOf } from "./small-pmml.ts";

/** The value of a field x as it comes out of its mining schema: its number, −1 where it is missing, else its issues. */
function treated(field: string, mining: string, value: unknown): unknown {
  const isText = field.includes('dataType="string"');
  const numbers = `<Attribute><True/><ComplexPartialScore><FieldRef field="x"/></ComplexPartialScore></Attribute>`;
  const texts = ["a", "b"].map(
    (text, i) =>
      `<Attribute partialScore="${i + 1}"><SimplePredicate field="x" operator="equal" value="${text}"/></Attribute>`,
  );
  const missing = '<Attribute partialScore="-1"><SimplePredicate field="x" operator="isMissing"/></Attribute>';
  const characteristics = characteristicOf(
    "c",
    `${missing}${isText ? texts.join("") : numbers}<Attribute partialScore="99"><True/></Attribute>`,
  );
  const data = `<DataField name="x" ${field}${field.includes(">") ? "</DataField>" : "/>"}`;
  return scoreBy({ data, mining: `<MiningField name="x" ${mining}/>`, characteristics }, { x: value });
}

const NUMBER = 'dataType="double" optype="continuous"';
const WITHIN = `${NUMBER}><Interval closure="closedOpen" leftMargin="0" rightMargin="10"/><Interval closure="openClosed" leftMargin="20" rightMargin="30"/>`;
const LISTED = 'dataType="string" optype="categorical"><Value value="a"/><Value value="b" property="valid"/>';

describe("a value of the record", () => {
  it.each<[string, string, string, unknown, unknown]>([
    ["is a decimal", NUMBER, "", 1.5, 1.5],
    ["or decimal text", NUMBER, "", "1.50", 1.5],
    ["null is missing", NUMBER, "", null, -1],
    ["so is undefined", NUMBER, "", undefined, -1],
    ["so is empty text", LISTED, "", "", -1],
    ["NaN is none", NUMBER, "", Number.NaN, ["x: expected a decimal number, got NaN"]],
    ["nor is true", NUMBER, "", true, ["x: expected a number or decimal text, got true"]],
    ["35 digits are too many", NUMBER, "", `0.${"1".repeat(35)}`, [expect.stringMatching(/at most 34 significant/)]],
    ["an absurd exponent costs nothing", NUMBER, "", "1e999999999", [expect.stringMatching(/within ±30/)]],
    ["a text is a text", LISTED, "", 1, ["x: expected a text, got 1"]],
    [
      "a day is one of the calendar",
      'dataType="date" optype="ordinal"',
      "",
      "2026-02-30",
      [expect.stringMatching(/a day of the calendar/)],
    ],
    [
      "true is no text",
      'dataType="boolean" optype="categorical"',
      "",
      "true",
      ['x: expected true or false, got "true"'],
    ],
    [
      "a part is no integer",
      'dataType="integer" optype="continuous"',
      "",
      2.5,
      ["x: expected a whole number, got 2.5"],
    ],
    [
      "unless it is to be taken for missing",
      'dataType="integer" optype="continuous"',
      'invalidValueTreatment="asMissing"',
      2.5,
      -1,
    ],
    ["a whole decimal is one", 'dataType="integer" optype="continuous"', "", "2.0", 2],
  ])("%s", (_, field, mining, value, expected) => expect(treated(field, mining, value)).toEqual(expected));
});

describe("a value that is not valid", () => {
  it.each<[string, string, string, unknown, unknown]>([
    ["a closed end is valid", WITHIN, "", 0, 0],
    ["an open end is not", WITHIN, "", 10, ['x: expected "[0, 10)" or "(20, 30]", got 10']],
    ["nor is another open end", WITHIN, "", 20, [expect.stringMatching(/got 20$/)]],
    ["another interval is", WITHIN, "", 30, 30],
    ["asIs takes it", WITHIN, 'invalidValueTreatment="asIs"', 15, 15],
    ["asMissing makes it missing", WITHIN, 'invalidValueTreatment="asMissing"', 15, -1],
    ["asValue puts another in its place", WITHIN, 'invalidValueTreatment="asValue" invalidValueReplacement="5"', 15, 5],
    ["a listed text is valid", LISTED, "", "b", 2],
    ["another is not", LISTED, "", "c", ['x: expected "a" or "b", got "c"']],
    ["or missing", LISTED, 'invalidValueTreatment="asMissing"', "c", -1],
    [
      "what is listed as invalid is not",
      `${NUMBER}><Value value="7" property="invalid"/>`,
      'invalidValueTreatment="asMissing"',
      "7.0",
      -1,
    ],
    ["what is listed as missing is", `${NUMBER}><Value value="-999" property="missing"/>`, "", -999, -1],
    [
      "a bound without the other",
      `${NUMBER}><Interval closure="closedClosed" leftMargin="0"/>`,
      "",
      -1,
      ['x: expected "[0, ∞)", got -1'],
    ],
  ])("%s", (_, field, mining, value, expected) => expect(treated(field, mining, value)).toEqual(expected));
});

describe("a missing value, and one that is far out", () => {
  const bounds = 'lowValue="0" highValue="10"';
  it.each<[string, string, unknown, unknown]>([
    ["missingValueReplacement stands for it", 'missingValueReplacement="4"', null, 4],
    ["for one that was not valid too", 'missingValueReplacement="4" invalidValueTreatment="asMissing"', null, 4],
    [
      "returnInvalid refuses it",
      'missingValueTreatment="returnInvalid"',
      null,
      ["x: expected a value, because its missingValueTreatment rejects a missing one, got nothing"],
    ],
    ["asExtremeValues takes the bound", `outliers="asExtremeValues" ${bounds}`, 12, 10],
    ["the low one too", `outliers="asExtremeValues" ${bounds}`, -1, 0],
    ["asMissingValues makes it missing", `outliers="asMissingValues" ${bounds}`, 12, -1],
    ["a bound is not beyond itself", `outliers="asMissingValues" ${bounds}`, 10, 10],
    ["asIs leaves it", `outliers="asIs" ${bounds}`, 12, 12],
    ["one bound is enough", 'outliers="asMissingValues" highValue="10"', -5, -5],
  ])("%s", (_, mining, value, expected) => expect(treated(NUMBER, mining, value)).toEqual(expected));
});

describe("a record", () => {
  it.each([null, [], "text", 7])("%j is none", (record) => {
    expect(scoreBy({}, record)).toEqual([expect.stringMatching(/expected a record as an object/)]);
  });

  it("is told all its issues", () => {
    expect(scoreBy({}, { department: 5, income: "much" })).toHaveLength(2);
  });
});

describe("numbers of a document are read as XML writes them", () => {
  it.each<[string, unknown]>([
    ["10.0", 10],
    [" -7 ", -7],
    ["+.5", 0.5],
    ["5.", 5],
    ["007", 7],
    ["1.5E2", 150],
    ["-0", 0],
    ["0.1234567890123456", 0.1234567890123456],
    ["0.12345678901234567890", "0.12345678901234567890"],
    ["100000000000000000000000000000001", "100000000000000000000000000000001"],
    ["", null],
    [".", null],
    ["e5", null],
    ["INF", null],
    ["NaN", null],
    ["1,5", null],
    ["0x10", null],
    ["+-1", null],
    ["1e31", null],
    ["1".repeat(35), null],
    [`${"0".repeat(100_000)}x`, null],
  ])("%s", (text, number) => expect(readDecimal(text)).toBe(number));
});
