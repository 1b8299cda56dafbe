import { parseModel } from "../../src/model/parse-model.ts";
import type { Model, ModelDocument } from "../../src/schema/model-document.ts";

/** The smallest model with all classes: one dimension a score, identity curves, so that inputs are scores. */
export const SMALL: ModelDocument = {
  format: 1,
  id: "small",
  version: "1",
  fields: { value: { kind: "number" }, relationship: { kind: "number" } },
  dimensions: {
    value: { weight: 50, indicators: { value: identity("value") } },
    relationship: { weight: 50, indicators: { relationship: identity("relationship") } },
  },
  quadrant: {
    x: "relationship",
    y: "value",
    cut: { x: 60, y: 60 },
    deadBand: 2,
    cells: [
      { name: "partner", x: "high", y: "high" },
      { name: "win-over", x: "low", y: "high" },
      { name: "maintain", x: "high", y: "low" },
      { name: "watch", x: "low", y: "low" },
    ],
  },
  tier: {
    on: "total",
    rungs: [
      { name: "A", from: 85, formerly: ["gold"] },
      { name: "B", from: 60 },
      { name: "C", from: 45 },
      { name: "D" },
    ],
  },
};

function identity(input: string) {
  return {
    input,
    weight: 1,
    curve: {
      kind: "linear" as const,
      knots: [
        [0, 0],
        [100, 100],
      ] as const,
    },
  };
}

/** The small model with other sections. */
export function small(patch: Partial<ModelDocument> = {}): Model {
  return parseModel({ ...SMALL, ...patch });
}
