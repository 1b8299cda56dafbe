import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ModelDocument, Parent } from "../../reference/document.ts";
import { malformations } from "../well-formed/malformations.ts";
import { modelDocument } from "./model-document.ts";
import { scoringCase } from "./scoring-case.ts";

describe("generated documents", () => {
  it("are well-formed: none has a malformation", () => {
    fc.assert(
      fc.property(modelDocument(), (document) => {
        expect(malformations(document)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it("stay well-formed when their cuts are aimed at a score", () => {
    fc.assert(
      fc.property(scoringCase(), ({ document }) => {
        expect(malformations(document)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("are JSON: parse(stringify(document)) = document", () => {
    fc.assert(
      fc.property(modelDocument(), (document) => {
        expect(JSON.parse(JSON.stringify(document))).toEqual(document);
      }),
    );
  });

  it("are the same for the same seed", () => {
    const sample = (): ModelDocument[] => fc.sample(modelDocument(), { seed: 7, numRuns: 20 });
    expect(sample()).toEqual(sample());
  });

  it("shrink to a small document that still fails", () => {
    const hasProduct = (document: ModelDocument): boolean =>
      Object.values(document.dimensions).some((each) => each.combine === "product");
    const result = fc.check(
      fc.property(modelDocument(), (document) => !hasProduct(document)),
      { seed: 3, numRuns: 1000 },
    );
    const [document] = result.counterexample as [ModelDocument];
    expect(hasProduct(document)).toBe(true);
    expect(Object.keys(document.dimensions)).toHaveLength(1);
    expect(leafCount(Object.values(document.dimensions)[0] as Parent)).toBe(1);
    expect([document.bonuses, document.tier, document.quadrant, document.gates]).toEqual(Array(4).fill(undefined));
  });
});

function leafCount(parent: Parent): number {
  return Object.values(parent.indicators).reduce((sum, node) => sum + ("indicators" in node ? leafCount(node) : 1), 0);
}
