import { describe, expect, it } from "vitest";
import { parseModel } from "../../src/model/parse-model.ts";
import { fromPmml, scorePmml, toPmml } from "../../src/pmml/index.ts";
import { score } from "../../src/score/score.ts";

/** A model of one dimension that PMML holds whole. */
function markup(): object {
  return {
    format: 1,
    id: "markup",
    version: "2026.1",
    title: { "zh-CN": "客户评价 <初稿>", en: 'R&D "score"' },
    fields: {
      level: { kind: "category", values: ["员工", 'a<b>&"c"', "line\nbreak", " blank "], title: "层级" },
      amount: { kind: "number", places: 0, min: 0 },
      sponsor: { kind: "boolean" },
    },
    dimensions: {
      value: {
        weight: 100,
        indicators: {
          level: {
            input: "level",
            weight: 25,
            curve: { kind: "lookup", points: { 员工: 20, 'a<b>&"c"': 60, "line\nbreak": 80, " blank ": 100 } },
            missing: { kind: "worst" },
          },
          amount: {
            input: "amount",
            weight: 75,
            reason: "LOW",
            curve: {
              kind: "linear",
              knots: [
                [0, 0],
                [10, 100],
              ],
            },
          },
        },
      },
    },
    bonuses: [{ id: "sponsor", to: "total", points: 5, when: { not: { input: "sponsor", ne: true } } }],
  };
}

describe("toPmml", () => {
  const model = parseModel(markup());
  const written = toPmml(model);

  it("writes weight × points as partial scores, in the standard's order of elements", () => {
    expect(written.agreement).toBe("exact");
    expect(written.cannotExpress.map(({ code }) => code)).toEqual(["pmml/published"]);
    const names = [...(written.xml ?? "").matchAll(/^ {4}<(\w+)/gm)].map(([, name]) => name);
    expect(names.filter((name, i) => names.indexOf(name) === i)).toEqual([
      "Extension",
      "Application",
      "DataField",
      "MiningSchema",
      "Output",
      "Targets",
      "Characteristics",
    ]);
    expect(written.xml).toContain(`      <Characteristic name="value.amount" reasonCode="LOW" baselineScore="75">
        <Attribute>
          <SimplePredicate field="amount" operator="isNotMissing"/>
          <ComplexPartialScore>
            <NormContinuous field="amount" outliers="asExtremeValues">
              <LinearNorm orig="0" norm="0"/>
              <LinearNorm orig="10" norm="75"/>
            </NormContinuous>
          </ComplexPartialScore>
        </Attribute>
      </Characteristic>
      <Characteristic name="bonuses.sponsor" reasonCode="bonuses.sponsor" baselineScore="5">
        <Attribute partialScore="5">
          <SimplePredicate field="sponsor" operator="equal" value="true"/>
        </Attribute>
        <Attribute partialScore="0">
          <True/>
        </Attribute>
      </Characteristic>`);
    expect(written.xml).toContain('<Target field="score" optype="continuous" min="0" max="100"/>');
  });

  it("escapes markup, and keeps Chinese, ends of line and blanks", () => {
    expect(written.xml).toContain('<Header description="R&amp;D &quot;score&quot;" modelVersion="2026.1">');
    expect(written.xml).toContain('<DataField name="level" displayName="层级" optype="categorical" dataType="string">');
    expect(written.xml).toContain('<Value value="a&lt;b&gt;&amp;&quot;c&quot;"/>');
    expect(written.xml).toContain('<Value value="line&#10;break"/>');
  });

  it("what is written scores the same, with reasons against the best", () => {
    const { scorecard } = fromPmml(written.xml as string);
    if (scorecard === null) throw new Error("no scorecard");
    for (const level of ["员工", 'a<b>&"c"', "line\nbreak", " blank ", null]) {
      for (const [amount, sponsor] of [
        [3, true],
        [10, true],
        [12, null],
      ] as const) {
        const account = { level, amount, sponsor };
        expect(scorePmml(scorecard, account).outputs.total).toBe(score(model, account).total);
      }
    }
    expect(scorePmml(scorecard, { level: "员工", amount: 3, sponsor: null }).outputs).toEqual({
      exactTotal: 27.5,
      total: 27.5,
      reason1: "LOW",
      reason2: "value.level",
      reason3: "bonuses.sponsor",
    });
    expect(() => scorePmml(scorecard, { level: "员工", sponsor: true })).toThrow(/Characteristics\["value.amount"\]/);
  });

  it("takes a parsed model only", () => {
    expect(() => toPmml(markup() as never)).toThrow(/expected a model from parseModel/);
  });

  it("names of its own give way to the model's", () => {
    const document = markup() as { fields: { [id: string]: object } };
    document.fields.total = { kind: "number" };
    document.fields.score = { kind: "number" };
    expect(toPmml(parseModel(document)).xml).toMatch(
      /<MiningField name="score2" usageType="target"\/>[\s\S]*name="total2"/,
    );
  });

  it("a total below zero is rounded half away from zero, as the model rounds it", () => {
    const below = parseModel({
      format: 1,
      id: "below",
      version: "1",
      range: [-10, 10],
      places: { points: 2, score: 1 },
      fields: { a: { kind: "number", places: 2, min: -10, max: 10 } },
      dimensions: {
        only: {
          weight: 1,
          indicators: {
            a: {
              input: "a",
              weight: 1,
              curve: {
                kind: "linear",
                knots: [
                  [-10, -10],
                  [10, 10],
                ],
              },
            },
          },
        },
      },
    });
    const { xml, agreement } = toPmml(below);
    const { scorecard } = fromPmml(xml as string);
    expect(agreement).toBe("exact");
    for (const a of [-1.25, 1.25, -0.05, 0.05, -0.04]) {
      expect(scorecard && scorePmml(scorecard, { a }).outputs.total).toBe(score(below, { a }).total);
    }
  });

  it.each<[string, (document: { [key: string]: unknown }) => void, string]>([
    ["a product", (document) => change(document, { combine: "product", noWeights: true }), "none"],
    ["a greatest of one", (document) => change(document, { combine: "max", noWeights: true, one: true }), "exact"],
    [
      "a bonus for some days",
      (document) => Object.assign((document.bonuses as object[])[0] ?? {}, { from: "2026-01-01" }),
      "partial",
    ],
    [
      "a bonus under a cap that it reaches",
      (document) => Object.assign(document, { total: { bonusCap: 4 } }),
      "partial",
    ],
    [
      "a bonus under a cap that it does not reach",
      (document) => Object.assign(document, { total: { bonusCap: 5 } }),
      "exact",
    ],
  ])("%s is %s", (_, alter, agreement) => {
    const document = markup() as { [key: string]: unknown };
    alter(document);
    const { xml, agreement: found } = toPmml(parseModel(document));
    expect(found).toBe(agreement);
    expect(xml === null).toBe(agreement === "none");
  });
});

function change(
  document: { [key: string]: unknown },
  how: { combine: string; noWeights: boolean; one?: boolean },
): void {
  const { value } = document.dimensions as {
    value: { combine?: string; indicators: { [id: string]: { weight?: number } } };
  };
  value.combine = how.combine;
  for (const node of Object.values(value.indicators)) delete node.weight;
  if (how.one) delete value.indicators.level;
}
