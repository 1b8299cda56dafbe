import { fromScaled, toScaled } from "../core/scaled.ts";
import { compileCombine, SHARE_PLACES } from "../indicator/compile-combine.ts";
import type { Dimension } from "../schema/model-document.ts";
import type { DimensionCard } from "../schema/scorecard.ts";
import { contributionOf, difference, sumOf } from "./exact-decimals.ts";
import { explainBonuses } from "./explain-bonuses.ts";
import { type CombinedCard, explainBranch } from "./explain-branch.ts";
import type { BonusPart, DimensionPart, TotalPart } from "./explanation.ts";
import type { Frame } from "./frame.ts";
import { titleOf } from "./title-of.ts";

/** The total and everything it is made of. */
export function explainTotal(frame: Frame): TotalPart {
  const { model, card, finest, scorePlaces } = frame;
  const shares = sharesOfDimensions(frame);
  const parts = Object.keys(model.dimensions).map((id, i) => explainDimension(id, shares[i] as number, frame));
  const { base, total } = card;
  const bonuses = explainBonuses("total", base, model.total, frame);
  const sum = sumOf(
    parts.map(({ contribution }) => contribution),
    finest,
  );
  return {
    kind: "total",
    path: "total",
    title: frame.words.say("total", {}),
    score: total,
    base,
    bonuses,
    scoreClamp: clampOf(total, base, bonuses, scorePlaces),
    rounding: base === null ? null : difference(base, sum, finest),
    parts,
  };
}

/** Parts of the dimensions in the base of the total, at 6 places, as a group's children have them. */
function sharesOfDimensions({ model, card, scorePlaces }: Frame): readonly number[] {
  const ids = Object.keys(model.dimensions);
  const combiner = compileCombine("mean", {
    ids,
    weights: ids.map((id) => (model.dimensions[id] as Dimension).weight),
    start: 0,
    from: scorePlaces,
    to: scorePlaces,
    least: Number.NEGATIVE_INFINITY,
    greatest: Number.POSITIVE_INFINITY,
  });
  const scores = ids.map((id) => {
    const score = card.base === null ? null : (card.dimensions[id]?.score ?? null);
    return score === null ? Number.NaN : toScaled(score, scorePlaces);
  });
  const shares: number[] = [];
  combiner.share(scores, shares);
  return shares.map((share) => fromScaled(share, SHARE_PLACES));
}

function explainDimension(id: string, share: number, frame: Frame): DimensionPart {
  const dimension = frame.model.dimensions[id] as Dimension;
  const card = frame.card.dimensions[id] as DimensionCard;
  const { score, base, coverage, rounding, indicators } = card;
  const { scorePlaces, finest, words } = frame;
  const bonuses = explainBonuses(id, base, dimension, frame);
  const combined: CombinedCard = { value: base, rounding, indicators: indicators as CombinedCard["indicators"] };
  return {
    kind: "dimension",
    path: id,
    title: titleOf(dimension, words.language, id),
    weight: dimension.weight,
    coverage,
    share,
    contribution: score === null ? 0 : contributionOf(score, share, finest, scorePlaces),
    score,
    base,
    bonuses,
    scoreClamp: clampOf(score, base, bonuses, scorePlaces),
    ...explainBranch(dimension, combined, id, scorePlaces, undefined, frame),
  };
}

/** What the range took off or put on: score − base − Σ bonuses. */
function clampOf(
  score: number | null,
  base: number | null,
  bonuses: readonly BonusPart[],
  places: number,
): number | null {
  if (score === null || base === null) return null;
  return difference(score, sumOf([base, ...bonuses.map(({ points }) => points)], places), places);
}
