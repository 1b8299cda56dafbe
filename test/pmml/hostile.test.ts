import { describe, expect, it } from "vitest";
import { describeIssue } from "../../src/core/wording.ts";
import { fromPmml, safeFromPmml, safeScorePmml } from "../../src/pmml/index.ts";
import { costOf } from "../support/cost.ts";
import { characteristicOf, computed, smallPmml } from "./small-pmml.ts";

/** Far more than any of these costs, and far less than a parser needs that expands, fetches or recurses. */
const MOST_COST = 500;

function refusalOf(xml: unknown): string {
  const outcome = safeFromPmml(xml);
  if (outcome.ok) throw new Error("expected it to be refused");
  return outcome.issues.map((issue) => describeIssue(issue)).join("\n");
}

const laughs = `<!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from(
  { length: 9 },
  (_, i) => `<!ENTITY lol${i + 1} "${`&lol${i || ""};`.repeat(10)}">`,
).join("")}]>`;

describe("a hostile document is refused at once, with its reason", () => {
  it.each<[string, () => unknown, RegExp]>([
    ["entities that multiply", () => laughs + smallPmml().replace("small", "&lol9;"), /no document type declaration/],
    [
      "an external entity",
      () => `<!DOCTYPE PMML [<!ENTITY x SYSTEM "file:///etc/passwd">]>${smallPmml().replace("small", "&x;")}`,
      /no document type declaration/,
    ],
    ["an external subset", () => `<!DOCTYPE PMML SYSTEM "http://localhost/x.dtd">${smallPmml()}`, /no document type/],
    ["an entity without a declaration", () => smallPmml().replace("small", "&x;"), /modelName: .*"lt".*got "&x;"/],
    ["a control character by number", () => smallPmml().replace("small", "&#0;"), /reference to a character/],
    ["a character past Unicode", () => smallPmml().replace("small", "&#x110000;"), /reference to a character/],
    [
      "100 MB of text",
      () => `<PMML>${"x".repeat(100 * 1024 * 1024)}</PMML>`,
      /at most 8388608 characters, got 104857613/,
    ],
    ["open elements without end", () => "<a>".repeat(400_000), /at most 64 elements inside one another/],
    [
      "elements inside one another without end",
      () => "<a>".repeat(200_000) + "</a>".repeat(200_000),
      /at most 64 elements inside one another/,
    ],
    [
      "predicates inside one another",
      () => {
        const depth = 100_000;
        const nested = '<CompoundPredicate booleanOperator="and">'.repeat(depth);
        const closed = "</CompoundPredicate>".repeat(depth);
        return smallPmml({
          characteristics: characteristicOf("c", `<Attribute>${nested}<True/>${closed}</Attribute>`),
        });
      },
      /at most 64 elements inside one another/,
    ],
    ["a million open brackets", () => "<".repeat(1_000_000), /400000 tags and attributes, got 1000000/],
    ["two million elements side by side", () => `<PMML>${"<a/>".repeat(2_000_000)}</PMML>`, /tags and attributes/],
    [
      "half a million attributes",
      () => `<PMML ${manyAttributes(500_000)}/>`,
      /at most 400000 tags and attributes, got 500001/,
    ],
    [
      "as many attributes of one element as a document may have",
      () => `<PMML ${manyAttributes(399_999)}/>`,
      /at most 10000 attributes of one element, got 399999/,
    ],
    ["as many elements as may be", () => `<PMML>${"<a/>".repeat(399_998)}</PMML>`, /expected an attribute version/],
    ["a comment that does not end", () => `${smallPmml()}<!--`, /well-formed XML/],
    ["a tag that does not end", () => smallPmml().replace("</PMML>", "</PMML"), /well-formed XML/],
    [
      "an element named as every object's prototype",
      () => "<PMML><__proto__/></PMML>",
      /name other than those every object/,
    ],
    ["an attribute of that name", () => '<PMML __proto__="1"/>', /name other than those every object has/],
    [
      "a field of that name",
      () => smallPmml({ data: '<DataField name="__proto__" dataType="double" optype="continuous"/>' }),
      /DataField\[3\]\.name: expected a name other than those every object has/,
    ],
    [
      "derived fields in a circle",
      () =>
        smallPmml({
          before: `<LocalTransformations>
            <DerivedField name="a" optype="continuous" dataType="double"><FieldRef field="b"/></DerivedField>
            <DerivedField name="b" optype="continuous" dataType="double"><FieldRef field="a"/></DerivedField>
          </LocalTransformations>`,
          characteristics: computed('<FieldRef field="a"/>'),
        }),
      /got a → b → a/,
    ],
    [
      "ten thousand derived fields in a chain",
      () => {
        const chain = Array.from(
          { length: 10_000 },
          (_, i) =>
            `<DerivedField name="d${i}" optype="continuous" dataType="double"><FieldRef field="d${i + 1}"/></DerivedField>`,
        );
        return smallPmml({
          before: `<LocalTransformations>${chain.join("")}</LocalTransformations>`,
          characteristics: computed('<FieldRef field="d0"/>'),
        });
      },
      /at most 64 elements inside one another/,
    ],
    ["ten thousand unknown fields", () => smallPmml({ characteristics: unknownFields(10_000) }), /got "f0"/],
    ["no text", () => undefined, /expected PMML as a text, got nothing/],
    ["bytes", () => new Uint8Array(10), /expected PMML as a text, got an object/],
    ["an empty text", () => "", /well-formed XML/],
    ["JSON", () => "{}", /well-formed XML, got a fault: line 1, column 1/],
  ])("%s", (_, build, expected) => {
    const xml = build();
    expect(costOf(() => expect(refusalOf(xml)).toMatch(expected))).toBeLessThan(MOST_COST);
  });
});

function manyAttributes(count: number): string {
  return Array.from({ length: count }, (_, i) => `a${i}="1"`).join(" ");
}

it("attributes cost no more where an element has too many of them than where it has as many as it may", () => {
  const most = `<PMML ${manyAttributes(10_000)}/>`;
  const tooMany = `<PMML ${manyAttributes(300_000)}/>`;
  refusalOf(most);
  expect(costOf(() => refusalOf(tooMany))).toBeLessThan(3 * costOf(() => refusalOf(most)));
});

function unknownFields(count: number): string {
  const attributes = Array.from(
    { length: count },
    (_, i) => `<Attribute partialScore="1"><SimplePredicate field="f${i}" operator="equal" value="1"/></Attribute>`,
  );
  return characteristicOf("c", attributes.join(""));
}

describe("what only looks hostile is read", () => {
  it("a document type inside a comment, CDATA or an instruction declares nothing", () => {
    const harmless = "<!-- <!DOCTYPE x> --><?php <!DOCTYPE x> ?><Extension><![CDATA[<!DOCTYPE x>]]></Extension>";
    const xml = smallPmml().replace("<Header/>", `<Header>${harmless}</Header>`);
    expect(fromPmml(xml).scorecard).not.toBeNull();
  });

  it("a name that objects have is a name", () => {
    const xml = smallPmml({
      data: '<DataField name="constructor" dataType="double" optype="continuous"/>',
      mining: '<MiningField name="constructor"/>',
      before:
        '<Output><OutputField name="toString" feature="predictedValue" dataType="double" optype="continuous"/></Output>',
      characteristics: computed('<FieldRef field="constructor"/>'),
    });
    const { scorecard } = fromPmml(xml);
    const outcome = scorecard && safeScorePmml(scorecard, { constructor: 2 });
    expect(outcome).toMatchObject({ ok: true, scored: { score: 2 } });
    expect(Object.entries(outcome?.ok ? outcome.scored.outputs : {})).toEqual([["toString", 2]]);
    // What every object has is not in the record.
    expect(scorecard && safeScorePmml(scorecard, {})).toMatchObject({
      ok: false,
      issues: [{ code: "pmml/no-result" }],
    });
  });

  it("a byte order mark, namespace prefixes, character references and CDATA mean nothing of their own", () => {
    const prefixed = smallPmml()
      .replace(/<(\/?)([A-Z])/g, "<$1p:$2")
      .replace("xmlns=", "xmlns:p=")
      .replace('"marketing"', '"&#x6D;&#97;rketing"')
      .replace('modelName="small"', 'modelName="&lt;大&amp;小&gt;"');
    const { scorecard } = fromPmml(`\uFEFF${prefixed}`);
    expect(scorecard?.modelName).toBe("<大&小>");
    expect(scorecard && safeScorePmml(scorecard, { department: "marketing", age: 20 })).toMatchObject({
      ok: true,
      scored: { score: 31 },
    });
  });

  it("results that would grow without end have none, however the fields multiply", () => {
    const squares = Array.from(
      { length: 60 },
      (_, i) =>
        `<DerivedField name="d${i}" optype="continuous" dataType="double"><Apply function="*"><FieldRef field="${i === 0 ? "income" : `d${i - 1}`}"/><FieldRef field="${i === 0 ? "income" : `d${i - 1}`}"/></Apply></DerivedField>`,
    );
    const xml = smallPmml({
      before: `<LocalTransformations>${squares.join("")}</LocalTransformations>`,
      characteristics: computed('<FieldRef field="d59"/>'),
    });
    const { scorecard } = fromPmml(xml);
    const score = () =>
      expect(scorecard && safeScorePmml(scorecard, { income: "1.234567" })).toMatchObject({
        ok: false,
        issues: [{ code: "pmml/no-result", path: ["Characteristics", "computed"] }],
      });
    expect(costOf(score)).toBeLessThan(MOST_COST);
  });

  it("a large document of small parts is read in seconds", () => {
    const attributes = Array.from(
      { length: 20_000 },
      (_, i) =>
        `<Attribute partialScore="${i}"><SimplePredicate field="income" operator="lessOrEqual" value="${i}"/></Attribute>`,
    );
    const xml = smallPmml({ characteristics: characteristicOf("c", attributes.join("")) });
    const readAndScore = () => {
      const { scorecard, model } = fromPmml(xml);
      expect(model).toBeNull();
      expect(scorecard && safeScorePmml(scorecard, { income: 12_345.5 })).toMatchObject({
        ok: true,
        scored: { score: 12346 },
      });
    };
    expect(costOf(readAndScore)).toBeLessThan(MOST_COST);
  });
});
