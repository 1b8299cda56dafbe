import type { ModelDocument } from "./document.ts";
import type { PlainValue, Scorecard } from "./scorecard.ts";

/** The card as one row of a table; columns of a section the model lacks stay, empty. */
export function flatRow(document: unknown, card: Scorecard): Record<string, PlainValue> {
  const row: Record<string, PlainValue> = { status: card.status };
  for (const id of Object.keys((document as ModelDocument).dimensions)) {
    row[id] = card.dimensions[id]?.score ?? null;
  }
  return {
    ...row,
    total: card.total,
    coverage: card.coverage,
    quadrant: card.quadrant?.name ?? null,
    quadrantX: card.quadrant?.sides.x ?? null,
    quadrantY: card.quadrant?.sides.y ?? null,
    tier: card.tier?.name ?? null,
    tierEarned: card.tier?.earned ?? null,
    tierHeld: card.tier?.held ?? null,
    tierValidUntil: card.tier?.validUntil ?? null,
  };
}
