/** Columns of an answer as the rows that `score` gives, and previous ratings as the columns that go in. */
import { type Codes, NO_CODE, NO_DAY, type ScoredColumns } from "../../src/batch/index.ts";
import { readDate, writeDate } from "../../src/core/plain-date.ts";
import type { Model } from "../../src/schema/model-document.ts";
import type { PreviousRating } from "../../src/schema/options.ts";
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

export function previousColumns(previous: readonly (PreviousRating | null | undefined)[]) {
  return {
    tierEarned: codesOf(previous.map((each) => each?.tier)),
    tierValidUntil: Int32Array.from(previous, (each) =>
      each?.validUntil == null ? NO_DAY : (readDate(each.validUntil) ?? NO_DAY),
    ),
    quadrantX: codesOf(previous.map((each) => each?.sides?.x)),
    quadrantY: codesOf(previous.map((each) => each?.sides?.y)),
  };
}

function codesOf(names: readonly (string | null | undefined)[]): Codes {
  const table = [...new Set(names.filter((name) => name !== null && name !== undefined))];
  return { names: table, codes: Uint8Array.from(names, (name) => (name == null ? NO_CODE : table.indexOf(name))) };
}

/** Columns speak of previous ratings that are days and sides; what else may stand there is the options' own matter. */
export function sane(previous: PreviousRating | null | undefined): PreviousRating | null {
  if (previous === null || previous === undefined) return null;
  const day = previous.validUntil;
  const side = (value: unknown) => (value === "high" || value === "low" ? value : null);
  return {
    tier: previous.tier || null,
    validUntil: typeof day === "string" && readDate(day) !== null ? day : null,
    sides: { x: side(previous.sides?.x), y: side(previous.sides?.y) },
  };
}
