import type { Model } from "../schema/model-document.ts";
import type { PmmlScorecard } from "./pmml-scorecard.ts";

export function modelOf(_scorecard: PmmlScorecard): Model | null {
  return null;
}
