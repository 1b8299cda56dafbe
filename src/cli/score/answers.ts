import { type Codes, NO_CODE, NO_DAY, type ScoredColumns } from "../../batch/scored-columns.ts";
import { writeDate } from "../../core/plain-date.ts";
import type { Model } from "../../schema/model-document.ts";
import type { Scorecard } from "../../schema/scorecard.ts";
import { type Cell, flatColumns, flatRow } from "../../score/flat-row.ts";

/** What a row was answered: a cell for each of the model's flat columns, in their order. */
export type Answers = readonly Cell[];

/** The answers of a card. */
export function compileCardAnswers(model: Model): (card: Scorecard) => Answers {
  const columns = flatColumns(model);
  return (card) => {
    const cells = flatRow(card);
    return columns.map((column) => cells[column] ?? null);
  };
}

/** The answers of the rows of scored columns; `null` of a rejected row. */
export function compileColumnAnswers(model: Model): (scored: ScoredColumns) => (row: number) => Answers | null {
  const dimensionIds = Object.keys(model.dimensions);
  const dayText = rememberedDays();
  return (scored) => {
    const { status } = scored;
    const rejected = status.names.indexOf("rejected");
    const columns: readonly ((row: number) => Cell)[] = [
      names(status),
      ...dimensionIds.map((id) => numbers(scored.dimensions[id] as Float64Array)),
      numbers(scored.total),
      numbers(scored.coverage),
      names(scored.quadrant),
      names(scored.quadrantX),
      names(scored.quadrantY),
      names(scored.tier),
      names(scored.tierEarned),
      names(scored.tierHeld),
      (row) => dayText(scored.tierValidUntil?.[row] ?? NO_DAY),
    ];
    return (row) => (status.codes[row] === rejected ? null : columns.map((column) => column(row)));
  };
}

function names(column: Codes | null): (row: number) => Cell {
  if (column === null) return () => null;
  const { codes, names: table } = column;
  return (row) => (codes[row] === NO_CODE ? null : (table[codes[row] as number] as string));
}

function numbers(column: Float64Array): (row: number) => Cell {
  return (row) => {
    const value = column[row] as number;
    return Number.isNaN(value) ? null : value;
  };
}

/** Days as text; a portfolio has few of them. */
function rememberedDays(): (day: number) => Cell {
  const known = new Map<number, string>();
  return (day) => {
    if (day === NO_DAY) return null;
    let text = known.get(day);
    if (text === undefined) {
      text = writeDate(day);
      known.set(day, text);
    }
    return text;
  };
}
