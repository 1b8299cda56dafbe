import { describe, expect, it } from "vitest";
import { type JsonObject, upgrade } from "../../src/core/upgrade.ts";
import { parseModel, safeParseModel } from "../../src/model/parse-model.ts";
import { smallModel } from "./issues/small-model.ts";

/** As if this were version 3: format 1 said `name`, format 2 says `id`, format 3 says `version` as a text. */
const steps = [
  ({ name, ...rest }: JsonObject): JsonObject => ({ ...rest, id: name }),
  (document: JsonObject): JsonObject => ({ ...document, version: String(document.version) }),
];

describe("a document of a lower format", () => {
  it("goes through every step from its own format on", () => {
    const { document, issues } = upgrade({ format: 1, name: "a", version: 5 }, steps);
    expect({ document, issues }).toEqual({ document: { format: 3, id: "a", version: "5" }, issues: [] });
  });

  it("skips the steps below its own format", () => {
    expect(upgrade({ format: 2, name: "kept", version: 5 }, steps).document).toEqual({
      format: 3,
      name: "kept",
      version: "5",
    });
  });

  it("stays as it was", () => {
    const document = Object.freeze({ format: 1, name: "a", version: 5 });
    upgrade(document, steps);
    expect(document).toEqual({ format: 1, name: "a", version: 5 });
  });

  it("says the format it has come to, whatever a step says", () => {
    const forgetful = [() => ({ id: "a" }), (document: JsonObject) => ({ ...document, format: 99 })];
    expect(upgrade({ format: 1 }, forgetful).document).toEqual({ format: 3, id: "a" });
  });
});

describe("a document of this format", () => {
  it("goes through as it is", () => {
    const document = { format: 3, id: "a" };
    expect(upgrade(document, steps).document).toBe(document);
  });

  it("is 1 in this version", () => {
    expect(parseModel(smallModel()).format).toBe(1);
  });
});

describe("a document of a higher format", () => {
  it("is refused: what it means is not known here", () => {
    const { issues } = upgrade({ format: 4 }, steps);
    expect(issues).toEqual([{ code: "document/format", path: ["format"], expected: 3, found: 4 }]);
  });

  it("is refused for its format alone", () => {
    expect(safeParseModel({ format: 2, sections: "of another kind" })).toEqual({
      ok: false,
      issues: [{ code: "document/format", path: ["format"], expected: 1, found: 2 }],
    });
  });
});

describe("a format that is none", () => {
  it.each([[0], [-1], [1.5], ["1"], [null], [true], [[1]]])("%j is told by the shape", (format) => {
    expect(upgrade({ format }, steps)).toEqual({ document: { format }, issues: [] });
    expect(safeParseModel({ ...smallModel(), format })).toMatchObject({
      ok: false,
      issues: [{ code: "document/choice", path: ["format"], expected: [1] }],
    });
  });
});
