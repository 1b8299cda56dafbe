import type { Model } from "../schema/model-document.ts";
import { rowColumns } from "../schema/row-columns.ts";
import type { Scorecard } from "../schema/scorecard.ts";

/** One cell of a flat row. */
export type Cell = number | string | null;

/** The columns of a model's flat row, in order: `status`, its dimensions, `total`, `coverage` and the classes. */
export function flatColumns(model: Model): readonly string[] {
  return rowColumns(Object.keys(model.dimensions));
}

/** A scorecard as the flat row that tables hold. Columns of a section the model does not have are `null`. */
export function flatRow(card: Scorecard): { readonly [column: string]: Cell } {
  const row: { [column: string]: Cell } = { status: card.status };
  for (const [id, { score }] of Object.entries(card.dimensions)) row[id] = score;
  const { quadrant, tier } = card;
  row.total = card.total;
  row.coverage = card.coverage;
  row.quadrant = quadrant?.name ?? null;
  row.quadrantX = quadrant?.sides.x ?? null;
  row.quadrantY = quadrant?.sides.y ?? null;
  row.tier = tier?.name ?? null;
  row.tierEarned = tier?.earned ?? null;
  row.tierHeld = tier?.held ?? null;
  row.tierValidUntil = tier?.validUntil ?? null;
  return row;
}
