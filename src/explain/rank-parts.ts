import { exactQuotient } from "../core/exact-quotient.ts";
import { fromScaled, toScaled } from "../core/scaled.ts";
import { COVERAGE_PLACES } from "../weight/coverage.ts";
import { attainableOf } from "./attainable-part.ts";
import { contributionOf, difference, sumOf } from "./exact-decimals.ts";
import type { DimensionPart, RankedPart, Ranking, TotalPart } from "./explanation.ts";
import type { Frame } from "./frame.ts";
import type { WalkedPart } from "./walk-parts.ts";

/** Decimals of a published portion, as of a coverage. */
const PORTION_PLACES = COVERAGE_PLACES;

/** The parts of a score as one list, the greatest contribution first, equal ones in the order of the model. */
export function rankParts(
  of: string,
  scored: TotalPart | DimensionPart,
  walked: readonly WalkedPart[],
  frame: Frame,
): Ranking {
  const { score } = scored;
  if (score === null) return { of, score, parts: [], rounding: null };
  const parts = walked.map((each) => rankedPart(each, score, frame));
  const sum = sumOf(
    parts.map(({ contribution }) => contribution),
    frame.finest,
  );
  return { of, score, parts: bySize(parts, "contribution"), rounding: difference(score, sum, frame.finest) };
}

/** Sorted by the size of one number, greatest first; equal ones stay in their order. */
export function bySize<K extends string, T extends { readonly [key in K]: number }>(parts: readonly T[], key: K): T[] {
  return [...parts].sort((a, b) => Math.abs(b[key]) - Math.abs(a[key]));
}

function rankedPart(walked: WalkedPart, score: number, frame: Frame): RankedPart {
  const { kind, part, share } = walked;
  const points = kind === "indicator" || kind === "group" ? (walked.part.points as number) : walked.points;
  const contribution = contributionOf(points, share, frame.finest, frame.scorePlaces);
  return {
    kind,
    path: part.path,
    title: part.title,
    share,
    points,
    contribution,
    portion: portionOf(contribution, score, frame.finest),
    lost: kind === "indicator" || kind === "group" ? lostOf(walked, frame) : null,
  };
}

/** contribution ÷ score at 4 places, half away from zero; both have at most so many places. */
function portionOf(contribution: number, score: number, places: number): number | null {
  const whole = toScaled(score, places);
  const part = toScaled(contribution, places);
  if (whole === 0 || Number.isNaN(part)) return null;
  const units = exactQuotient(whole < 0 ? -part : part, toScaled(1, PORTION_PLACES), Math.abs(whole));
  return fromScaled(units, PORTION_PLACES);
}

function lostOf({ part, share }: Extract<WalkedPart, { kind: "indicator" | "group" }>, frame: Frame): number {
  const [, best] = attainableOf(part, frame);
  const points = part.points as number;
  return contributionOf(difference(best, points, frame.finest), share, frame.finest, frame.scorePlaces);
}
