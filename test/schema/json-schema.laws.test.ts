import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkModelShape } from "../../src/schema/check-shape.ts";
import { modelDocument } from "../support/arbitraries/model-document.ts";
import { marked } from "./editor.ts";

describe("the JSON Schema", () => {
  it("accepts what parsing accepts: no issue of shape ⇒ no mark", async () => {
    await fc.assert(
      fc.asyncProperty(modelDocument(), async (document) => {
        expect(checkModelShape(document)).toEqual([]);
        expect(await marked(JSON.stringify(document))).toEqual([]);
      }),
    );
  });

  it("marks a key that parsing refuses, wherever it stands", async () => {
    await fc.assert(
      fc.asyncProperty(modelDocument(), fc.nat(), async (drawn, at) => {
        // What is drawn may be drawn again.
        const document = structuredClone(drawn);
        const closed = closedObjects(document);
        (closed[at % closed.length] as Record<string, unknown>).misspelt = 1;
        expect(checkModelShape(document).map(({ code }) => code)).toContain("document/unknown-key");
        expect((await marked(JSON.stringify(document))).map((mark) => mark.at)).toContain('"misspelt"');
      }),
    );
  });
});

/** The objects of a document whose keys are fixed: all but those keyed by ids or values, and the free ones. */
function closedObjects(value: unknown, key = ""): object[] {
  if (typeof value !== "object" || value === null || OPEN.has(key)) return [];
  const isKeyed = KEYED.has(key) || (key === "points" && !("true" in value));
  const own = Array.isArray(value) || isKeyed ? [] : [value];
  return [...own, ...Object.entries(value).flatMap(([inner, each]) => closedObjects(each, isKeyed ? "" : inner))];
}

const OPEN = new Set(["title", "x", "account", "expect"]);
const KEYED = new Set(["fields", "measures", "dimensions", "indicators", "bonusGroups"]);
