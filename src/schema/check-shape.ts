import type { Issue } from "../core/issue.ts";
import { modelShape } from "./model-shape.ts";
import { pointsPlanShape } from "./points-plan-shape.ts";
import { shapeIssues } from "./shape-issues.ts";

// A shape is made when the first document comes, and kept: a bundle that never parses holds none.
let model: ReturnType<typeof modelShape> | undefined;
let pointsPlan: ReturnType<typeof pointsPlanShape> | undefined;

/** Checks a copied JSON value against the shape of a model document. */
export function checkModelShape(document: unknown): readonly Issue[] {
  model ??= modelShape();
  return shapeIssues(model, document);
}

/** The same of a points plan. */
export function checkPointsPlanShape(document: unknown): readonly Issue[] {
  pointsPlan ??= pointsPlanShape();
  return shapeIssues(pointsPlan, document);
}
