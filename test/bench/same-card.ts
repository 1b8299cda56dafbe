import type { Scorecard } from "guanxi";
import { ROUNDED } from "./agreement.ts";
import { SIDES_CUT, TIER_CUTS } from "./answers.ts";

/**
 * Throws unless a card by hand says what the card of `score` says: the same keys all the way down, the same words, and
 * numbers within what rounding at the stations moves them. Cards whose scores lie that close to a cut are left out, since
 * the two may rightly differ in class there.
 *
 * @returns how many cards were compared
 */
export function sameCards(cards: readonly Scorecard[], byHand: readonly Scorecard[]): number {
  let compared = 0;
  cards.forEach((card, row) => {
    const other = byHand[row] as Scorecard;
    if (isNearCut(other)) return;
    compared += 1;
    const finding = difference(card, other, "card");
    if (finding !== null) throw new Error(`the answers differ in row ${row}: ${finding}`);
  });
  return compared;
}

function isNearCut({ dimensions, total }: Scorecard): boolean {
  const isNear = (score: number | null | undefined, cut: number) => Math.abs((score ?? 0) - cut) <= ROUNDED.total;
  return (
    isNear(dimensions.value?.score, SIDES_CUT) ||
    isNear(dimensions.relationship?.score, SIDES_CUT) ||
    TIER_CUTS.some((cut) => isNear(total, cut))
  );
}

function difference(ours: unknown, theirs: unknown, path: string): string | null {
  if (typeof ours === "number" && typeof theirs === "number") {
    return Math.abs(ours - theirs) <= ROUNDED.total ? null : `${path} is ${theirs} by hand, ${ours} by guanxi`;
  }
  if (typeof ours !== "object" || typeof theirs !== "object" || ours === null || theirs === null) {
    return ours === theirs ? null : `${path} is ${theirs} by hand, ${ours} by guanxi`;
  }
  const [keys, others] = [Object.keys(ours), Object.keys(theirs)];
  if (keys.join() !== others.join()) return `${path} has ${others.join()} by hand, ${keys.join()} by guanxi`;
  for (const key of keys) {
    const finding = difference(ours[key as never], theirs[key as never], `${path}.${key}`);
    if (finding !== null) return finding;
  }
  return null;
}
