import { compareFractions, type Fraction, minus, NOUGHT, plus } from "../core/fraction.ts";
import type { PmmlCharacteristic, PmmlScorecard } from "./pmml-scorecard.ts";
import { exactly } from "./read-decimal.ts";

/** A reason and how far its partial scores lie below (or above) their baselines. */
export interface RankedReason {
  readonly reasonCode: string;
  readonly points: Fraction;
}

/** One characteristic's answer. */
export interface Answer {
  readonly partialScore: Fraction;
  readonly reasonCode: string | null;
}

/**
 * Ranks the reasons of a scorecard's answers, which stand in the order of its characteristics: the differences of a code
 * that comes several times are added; of equals the one that comes first in the document is first.
 */
export function compileReasons(scorecard: PmmlScorecard): (answers: readonly Answer[]) => readonly RankedReason[] {
  const places = placesOfCodes(scorecard.characteristics);
  const baselines = scorecard.characteristics.map(({ baselineScore }) => exactly(baselineScore ?? 0));
  const difference = DIFFERENCES[scorecard.reasonCodeAlgorithm];
  return (answers) => {
    if (!scorecard.useReasonCodes) return [];
    const points = new Map<string, Fraction>();
    answers.forEach(({ partialScore, reasonCode }, i) => {
      if (reasonCode === null) return;
      const lost = difference(partialScore, baselines[i] ?? NOUGHT);
      points.set(reasonCode, plus(points.get(reasonCode) ?? NOUGHT, lost));
    });
    const placeOf = (code: string) => places.get(code) ?? places.size;
    return [...points]
      .map(([reasonCode, sum]) => ({ reasonCode, points: sum }))
      .sort((a, b) => compareFractions(b.points, a.points) || placeOf(a.reasonCode) - placeOf(b.reasonCode));
  };
}

const DIFFERENCES = {
  pointsAbove: (partialScore, baseline) => minus(partialScore, baseline),
  pointsBelow: (partialScore, baseline) => minus(baseline, partialScore),
} satisfies {
  readonly [K in PmmlScorecard["reasonCodeAlgorithm"]]: (partialScore: Fraction, baseline: Fraction) => Fraction;
};

/** Where each code first stands in the document. */
function placesOfCodes(characteristics: readonly PmmlCharacteristic[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const codes = characteristics.flatMap(({ reasonCode, attributes }) => [
    reasonCode,
    ...attributes.map((attribute) => attribute.reasonCode),
  ]);
  for (const code of codes) if (code !== null && !places.has(code)) places.set(code, places.size);
  return places;
}
