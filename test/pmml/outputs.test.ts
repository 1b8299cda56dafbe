import { describe, expect, it } from "vitest";
import type { PmmlScore } from "../../src/pmml/index.ts";
import { fromPmml } from "../../src/pmml/index.ts";
import { scoreBy, scorecardOf, scoredBy } from "./scored-by.ts";
import { characteristicOf, computed, smallPmml } from "./small-pmml.ts";

const INCOME = computed('<FieldRef field="income"/>');
const target = (attributes: string) => `<Targets><Target field="overallScore" ${attributes}/></Targets>`;

describe("a target", () => {
  it.each<[string, number, number]>([
    ['min="0" max="10"', -3, 0],
    ['min="0" max="10"', 12, 10],
    ['min="0" max="10"', 5.5, 5.5],
    ['rescaleFactor="2"', 1.25, 2.5],
    ['rescaleConstant="100"', 1.25, 101.25],
    ['castInteger="round"', 2.5, 3],
    ['castInteger="round"', -2.5, -2],
    ['castInteger="floor"', -2.5, -3],
    ['castInteger="ceiling"', 2.1, 3],
    // Clamp, then factor, then constant, then cast.
    ['min="0" max="10" rescaleFactor="-1.5" rescaleConstant="0.5" castInteger="round"', 12, -14],
  ])("%s of %d is %d", (attributes, income, score) => {
    expect(scoreBy({ before: target(attributes), characteristics: INCOME }, { income })).toBe(score);
  });
});

describe("output fields", () => {
  const outputs = (fields: string, record: object) =>
    (scoredBy(scorecardOf({ before: `<Output>${fields}</Output>`, characteristics: INCOME }), record) as PmmlScore)
      .outputs;

  it("show the score, also where no feature is named", () => {
    expect(
      outputs('<OutputField name="a" dataType="double"/><OutputField name="b" feature="predictedValue"/>', {
        income: 1.5,
      }),
    ).toEqual({
      a: 1.5,
      b: 1.5,
    });
  });

  it("transform what fields and the outputs before them say, before it is shown with 15 digits", () => {
    const third = `<OutputField name="third" feature="transformedValue"><Apply function="/"><FieldRef field="score"/><Constant>3</Constant></Apply></OutputField>`;
    const whole = `<OutputField name="whole" feature="transformedValue"><Apply function="*"><FieldRef field="third"/><Constant>3</Constant></Apply></OutputField>`;
    const text = `<OutputField name="text" feature="transformedValue" dataType="string"><Apply function="if"><Apply function="greaterThan"><FieldRef field="whole"/><FieldRef field="age"/></Apply><Constant dataType="string">above</Constant><Constant dataType="string">not above</Constant></Apply></OutputField>`;
    const score = '<OutputField name="score" feature="predictedValue"/>';
    expect(outputs(score + third + whole + text, { income: 10, age: 9 })).toEqual({
      score: 10,
      third: 3.33333333333333,
      whole: 10,
      text: "above",
    });
  });

  it("are null where there is no result", () => {
    const broken = `<OutputField name="a" feature="transformedValue"><Apply function="/"><Constant>1</Constant><Constant>0</Constant></Apply></OutputField>`;
    expect(outputs(broken, { income: 1 })).toEqual({ a: null });
  });

  it("that cannot be expressed leave the score as it is, and so do those that refer to the same", () => {
    const derived = `<DerivedField name="log" optype="continuous" dataType="double"><Apply function="ln"><FieldRef field="income"/></Apply></DerivedField>`;
    const field = (name: string) =>
      `<OutputField name="${name}" feature="transformedValue"><FieldRef field="log"/></OutputField>`;
    const before = `<Output>${field("a")}${field("b")}<OutputField name="c" feature="predictedValue"/></Output><LocalTransformations>${derived}</LocalTransformations>`;
    const { scorecard, cannotExpress } = fromPmml(smallPmml({ before, characteristics: INCOME }));
    expect(cannotExpress.map(({ code, found }) => [code, found])).toEqual([["pmml/function", "ln"]]);
    expect(scorecard && scoredBy(scorecard, { income: 2 })).toMatchObject({ score: 2, outputs: { c: 2 } });
    expect(scorecard?.outputs).toHaveLength(1);
  });

  it("a score that cannot be expressed is none, with all that is in the way", () => {
    const computedBy = (name: string) => computed(`<Apply function="${name}"><FieldRef field="income"/></Apply>`);
    const { scorecard, model, cannotExpress } = fromPmml(
      smallPmml({ characteristics: computedBy("exp") + computedBy("ln") }),
    );
    expect([scorecard, model]).toEqual([null, null]);
    expect(cannotExpress.map(({ found }) => found)).toEqual(["exp", "ln"]);
  });
});

describe("a document of several scorecards", () => {
  const two = smallPmml().replace(
    /<Scorecard[\s\S]*<\/Scorecard>/,
    (card) => `${card}${card.replace('"small"', '"other"')}`,
  );
  it("is read by name", () => {
    expect(fromPmml(two, { modelName: "other" }).scorecard?.modelName).toBe("other");
    expect(() => fromPmml(two, { modelName: "smal" })).toThrow(/did you mean "small"/);
    expect(() => fromPmml(two)).toThrow(/modelName/);
  });

  it("an option that is none is told", () => {
    expect(() => fromPmml(two, { modelname: "other" } as never)).toThrow(/did you mean "modelName"/);
    expect(() => fromPmml(two, { modelName: 5 } as never)).toThrow(/modelName: expected a text, got 5/);
  });
});

describe("the model of a scorecard", () => {
  it("has PMML's names as titles where they are no ids, and reasons", () => {
    const { model } = fromPmml(
      smallPmml({
        data: '<DataField name="年龄" dataType="integer" optype="continuous"/><DataField name="monthly_income" dataType="double" optype="continuous"/>',
        mining: '<MiningField name="年龄"/><MiningField name="monthly_income"/>',
        characteristics: ["年龄", "monthly_income"]
          .map((name) =>
            characteristicOf(
              name,
              `<Attribute partialScore="1"><SimplePredicate field="${name}" operator="lessThan" value="30"/></Attribute><Attribute partialScore="2.5"><True/></Attribute>`,
            ),
          )
          .join(""),
        header: 'initialScore="5"',
      }),
    );
    expect(model?.fields).toEqual({
      department: { kind: "category" },
      age: { kind: "number", places: 0 },
      income: { kind: "number", places: 15 },
      field4: { kind: "number", places: 0, title: "年龄" },
      monthlyIncome: { kind: "number", places: 15, title: "monthly_income" },
    });
    expect(model?.range).toEqual([1, 10]);
    expect(model?.places).toEqual({ points: 1, score: 1 });
    expect(model?.dimensions.score?.start).toBe(5);
    expect(model?.dimensions.score?.indicators.monthlyIncome).toEqual({
      title: "monthly_income",
      input: "monthlyIncome",
      curve: { kind: "bands", bands: [{ points: 1 }, { from: 30, points: 2.5 }] },
      missing: { kind: "points", points: 2.5 },
      reason: "RC-monthly_income",
    });
  });

  it("is none of points that are computed, of several fields in one, of a target", () => {
    const both = characteristicOf(
      "both",
      `<Attribute partialScore="1"><CompoundPredicate booleanOperator="and"><SimplePredicate field="age" operator="lessThan" value="30"/><SimplePredicate field="income" operator="lessThan" value="30"/></CompoundPredicate></Attribute><Attribute partialScore="2"><True/></Attribute>`,
    );
    expect(fromPmml(smallPmml()).model).not.toBeNull();
    expect(fromPmml(smallPmml({ characteristics: INCOME })).model).toBeNull();
    expect(fromPmml(smallPmml({ characteristics: both })).model).toBeNull();
    expect(fromPmml(smallPmml({ before: target('max="10"') })).model).toBeNull();
  });
});
