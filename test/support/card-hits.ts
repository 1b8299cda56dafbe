import type { ModelDocument } from "../reference/document.ts";
import type { NodeCard, Scorecard } from "../reference/scorecard.ts";
import { countHit, type HitCounts } from "./hit-counts.ts";

export function countCard(counts: HitCounts, document: ModelDocument, card: Scorecard): void {
  const hit = (name: string): void => countHit(counts, name);
  hit(`status ${card.status}`);
  if (card.total === null) hit("total null");
  if (card.status === "insufficient-data" && card.total !== null) hit("insufficient but total");
  if (Object.values(card.measures).includes(null)) hit("measure missing");
  for (const dimension of Object.values(card.dimensions)) {
    hit(dimension.score === null ? "dimension score null" : "dimension score");
    if (dimension.rounding !== null && dimension.rounding !== 0) hit("rounding not zero");
    countNodes(hit, dimension.indicators);
  }
  for (const bonus of card.bonuses) {
    hit(`bonus ${bonus.status}`);
    if (bonus.status === "capped" && bonus.points === 0) hit("bonus capped to nothing");
    if (bonus.points > 0) hit("bonus given");
    if (bonus.points < 0) hit("deduction taken");
  }
  for (const gate of card.gates) hit(`gate ${gate.status}`);
  for (const gate of document.gates ?? []) {
    const isFired = card.gates.some(({ id, status }) => id === gate.id && status === "fired");
    if (isFired) hit(`fired ${["tierAtLeast", "tierAtMost", "disqualify"].find((key) => key in gate)}`);
  }
  countClassification(hit, card);
}

function countNodes(hit: (name: string) => void, nodes: Record<string, NodeCard>): void {
  for (const node of Object.values(nodes)) {
    const kind = "indicators" in node ? "group" : "indicator";
    hit(`${kind} ${node.state}`);
    if (kind === "indicator" && node.state === "missing" && node.points !== null) {
      hit("missing but scored");
    }
    if ("indicators" in node) countNodes(hit, node.indicators);
  }
}

function countClassification(hit: (name: string) => void, card: Scorecard): void {
  const { quadrant, tier, previous } = card;
  if (quadrant) {
    if (quadrant.name === null) hit("quadrant without a name");
    else hit(`quadrant ${quadrant.sides.x}-${quadrant.sides.y}`);
    if (quadrant.held.x) hit("quadrant held x");
    if (quadrant.held.y) hit("quadrant held y");
    if (quadrant.name === null && card.status === "scored") hit("scored without a quadrant");
    if (quadrant.name === null && quadrant.sides.x !== null) hit("sides carried forward");
  }
  if (!tier) return;
  if (tier.held) hit(`held by ${tier.held}`);
  if (tier.override) hit(tier.override.isInForce ? "override in force" : "override expired");
  if (tier.name === null && tier.earned !== null) hit("earned carried forward");
  if (tier.name === null && tier.validUntil !== null) hit("validUntil carried forward");
  if (tier.name === null) {
    if (card.status === "scored") hit("scored without a tier");
    return;
  }
  const before = previous?.tier ?? null;
  if (before === null) hit("tier first rating");
  else if (before === tier.earned) hit("tier kept");
  else hit("tier changed");
  if (tier.name !== tier.earned) hit("tier name other than earned");
  if (tier.validUntil === null) hit("validUntil null");
  else hit(tier.validUntil === previous?.validUntil ? "validUntil kept" : "validUntil renewed");
  if ((tier.down?.slack ?? 0) < 0) hit("slack negative");
}
