import { type Codes, NO_CODE, NO_DAY, type ScoredColumns } from "../../src/batch/index.ts";
import { writeDate } from "../../src/core/plain-date.ts";
import type { Model } from "../../src/schema/model-document.ts";
import { flatColumns } from "../../src/score/flat-row.ts";

/** The flat row of one place of the scored columns. */
export function rowAt(model: Model, scored: ScoredColumns, row: number) {
  const name = (column: Codes | null) => {
    const code = column?.codes[row] ?? NO_CODE;
    return code === NO_CODE ? null : column?.names[code];
  };
  const number = (column: Float64Array | undefined) => {
    const value = column?.[row] as number;
    return Number.isNaN(value) ? null : value;
  };
  const day = scored.tierValidUntil?.[row] ?? NO_DAY;
  const cells: Record<string, unknown> = {
    status: name(scored.status),
    ...Object.fromEntries(Object.keys(model.dimensions).map((id) => [id, number(scored.dimensions[id])])),
    total: number(scored.total),
    coverage: number(scored.coverage),
    quadrant: name(scored.quadrant),
    quadrantX: name(scored.quadrantX),
    quadrantY: name(scored.quadrantY),
    tier: name(scored.tier),
    tierEarned: name(scored.tierEarned),
    tierHeld: name(scored.tierHeld),
    tierValidUntil: day === NO_DAY ? null : writeDate(day),
  };
  return Object.fromEntries(flatColumns(model).map((column) => [column, cells[column]]));
}
