import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../src/fingerprint/canonical-json.ts";
import { fingerprint } from "../../src/fingerprint/fingerprint.ts";
import { scoringContent } from "../../src/fingerprint/scoring-content.ts";
import { parseModel } from "../../src/model/parse-model.ts";
import { smallModel } from "../core/issues/small-model.ts";

describe("a fingerprint", () => {
  it.each([
    ["ASCII", ["finance"]],
    ["two, three and four bytes a character", ["é", "政府", "🥇"]],
    ["what percent signs and quotes make of it", ["100 %", '"', "%E6", "\u0000", "\u007f"]],
  ])("is the SHA-256 of the UTF-8 bytes of the content: %s", (_, values) => {
    const document = smallModel();
    document.fields.industry.values.push(...values.filter((value) => value !== "finance"));
    document.dimensions.relationship.indicators.industry.curve.otherwise = 1;
    const model = parseModel(document);
    const text = canonicalJson(scoringContent(model));
    for (const value of values) expect(text).toContain(JSON.stringify(value));
    expect(model.fingerprint).toBe(`sha256:${createHash("sha256").update(text, "utf8").digest("hex")}`);
  });

  it("is taken of content longer than one block of the hash", () => {
    for (const length of [54, 55, 56, 63, 64, 65, 119, 120, 1000]) {
      const model = { ...smallModel(), total: { bonusCap: 1, text: "x".repeat(length) } } as never;
      const text = canonicalJson(scoringContent(model));
      expect(fingerprint(model)).toBe(`sha256:${createHash("sha256").update(text).digest("hex")}`);
    }
  });

  it("stays what it is: a change of it would say that every model changed", () => {
    expect(parseModel(smallModel()).fingerprint).toBe(
      "sha256:fd5bed7ee7c85443ce3ecd03b06f76093080a4ea335f129c20ed7f82f4b156e2",
    );
  });
});

describe("the scoring content", () => {
  it("takes words from where they are words: a dimension may be called note, a field x", () => {
    const document = smallModel();
    document.fields.x = { kind: "number" };
    document.dimensions.value.indicators.title = {
      input: "x",
      weight: 0,
      curve: { kind: "bands", bands: [{ points: 0 }] },
    };
    document.dimensions.note = { ...document.dimensions.relationship, weight: 0 };
    const content = scoringContent(parseModel(document)) as typeof document;
    expect(content.fields.x).toEqual({ kind: "number" });
    expect(content.dimensions.note.weight).toBe(0);
    expect(content.dimensions.value.indicators.title.input).toBe("x");
    expect(content.quadrant).toMatchObject({ x: "relationship", y: "value" });
  });
});
