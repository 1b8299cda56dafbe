import { readDate } from "../../core/plain-date.ts";
import type { Model } from "../../schema/model-document.ts";
import type { Scorecard } from "../../schema/scorecard.ts";
import { type Codes, HOLDS, NO_CODE, NO_DAY, type ScoredColumns, SIDES, STATUSES } from "../scored-columns.ts";
import { cellNames } from "./quadrant-cells.ts";

/** The columns of the answer while they are filled. */
export type Outputs = Omit<ScoredColumns, "issues" | "handedBack">;

/** Columns of so many rows, to be filled chunk by chunk. */
export function emptyOutputs({ dimensions, quadrant, tier }: Model, rows: number): Outputs {
  const scores = () => new Float64Array(rows);
  const rungs = tier?.rungs.map(({ name }) => name) ?? [];
  const codes = (isThere: boolean, names: readonly string[]) => (isThere ? codesOf(rows, names) : null);
  const [hasQuadrant, hasTier] = [quadrant !== undefined, tier !== undefined];
  return {
    rows,
    status: codesOf(rows, STATUSES),
    dimensions: Object.fromEntries(Object.keys(dimensions).map((id) => [id, scores()])),
    total: scores(),
    coverage: scores(),
    quadrant: codes(hasQuadrant, quadrant === undefined ? [] : cellNames(quadrant)),
    quadrantX: codes(hasQuadrant, SIDES),
    quadrantY: codes(hasQuadrant, SIDES),
    tier: codes(hasTier, rungs),
    tierEarned: codes(hasTier, rungs),
    tierHeld: codes(hasTier, HOLDS),
    tierValidUntil: hasTier ? new Int32Array(rows) : null,
  };
}

/** Writes the card of a row that was scored by itself. */
export function writeRow(out: Outputs, row: number, card: Scorecard): void {
  set(out.status, row, card.status);
  for (const [id, { score }] of Object.entries(card.dimensions))
    (out.dimensions[id] as Float64Array)[row] = score ?? Number.NaN;
  out.total[row] = card.total ?? Number.NaN;
  out.coverage[row] = card.coverage;
  const { quadrant, tier } = card;
  set(out.quadrant, row, quadrant?.name);
  set(out.quadrantX, row, quadrant?.sides.x);
  set(out.quadrantY, row, quadrant?.sides.y);
  set(out.tier, row, tier?.name);
  set(out.tierEarned, row, tier?.earned);
  set(out.tierHeld, row, tier?.held);
  if (out.tierValidUntil !== null) {
    const day = tier?.validUntil ?? null;
    out.tierValidUntil[row] = day === null ? NO_DAY : (readDate(day) as number);
  }
}

function codesOf(rows: number, names: readonly string[]): Codes {
  return { codes: new Uint8Array(rows), names };
}

function set(column: Codes | null, row: number, name: string | null | undefined): void {
  if (column === null) return;
  const code = name === null || name === undefined ? -1 : column.names.indexOf(name);
  column.codes[row] = code < 0 ? NO_CODE : code;
}
