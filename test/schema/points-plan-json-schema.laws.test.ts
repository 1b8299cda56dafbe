import fc from "fast-check";
import { expect, it } from "vitest";
import { checkPointsPlanShape } from "../../src/schema/check-shape.ts";
import { pointsPlan } from "../support/arbitraries/points-plan.ts";
import { planEditor } from "./editor.ts";

it("the JSON Schema accepts what parsing accepts: no issue of shape ⇒ no mark", async () => {
  await fc.assert(
    fc.asyncProperty(pointsPlan(), async (document) => {
      expect(checkPointsPlanShape(document)).toEqual([]);
      expect(await planEditor.marked(JSON.stringify(document))).toEqual([]);
    }),
  );
});

it("it marks a key that parsing refuses, wherever it stands", async () => {
  await fc.assert(
    fc.asyncProperty(pointsPlan(), fc.nat(), async (drawn, at) => {
      // What is drawn may be drawn again.
      const document = structuredClone(drawn);
      const closed = closedObjects(document);
      (closed[at % closed.length] as Record<string, unknown>).misspelt = 1;
      expect(checkPointsPlanShape(document).map(({ code }) => code)).toContain("document/unknown-key");
      expect((await planEditor.marked(JSON.stringify(document))).map((mark) => mark.at)).toContain('"misspelt"');
    }),
  );
});

/** The objects of a plan whose keys are fixed: all but those keyed by names and labels. */
function closedObjects(value: unknown, key = ""): object[] {
  if (typeof value !== "object" || value === null || key === "factors" || key === "labels") return [];
  const own = Array.isArray(value) ? [] : [value];
  return [...own, ...Object.entries(value).flatMap(([inner, each]) => closedObjects(each, inner))];
}
