import { pointsPlacesOf, scorePlacesOf } from "../schema/defaults.ts";
import type { Model } from "../schema/model-document.ts";
import type { Scorecard } from "../schema/scorecard.ts";
import type { Words } from "./texts.ts";

/** What every part of an explanation is made from. */
export interface Frame {
  readonly model: Model;
  readonly card: Scorecard;
  readonly words: Words;
  readonly pointsPlaces: number;
  readonly scorePlaces: number;
  /** The finer of the two: sums of points and scores are whole numbers × 10^−finest. */
  readonly finest: number;
}

export function frameOf(model: Model, card: Scorecard, words: Words): Frame {
  const pointsPlaces = pointsPlacesOf(model);
  const scorePlaces = scorePlacesOf(model);
  return { model, card, words, pointsPlaces, scorePlaces, finest: Math.max(pointsPlaces, scorePlaces) };
}
