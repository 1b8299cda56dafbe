import type { IndicatorNode, Model, Tier } from "../../schema/model-document.ts";
import type { GroupCard, IndicatorCard, Scorecard } from "../../schema/scorecard.ts";
import { type Cell, flatColumns } from "../../score/flat-row.ts";
import type { CsvRows } from "../csv/csv-rows.ts";
import type { Columns } from "./find-columns.ts";
import type { PreviousState } from "./previous-states.ts";

/** The columns of the scores and what stands in them beside the answers, and for a rejected account. */
export interface RowLayout {
  readonly columns: readonly string[];
  /** What stands after the answers. @param card of a row whose details are wanted */
  readonly beside: (rows: CsvRows, row: number, card: Scorecard | null) => readonly Cell[];
  readonly rejected: (id: string, carried: PreviousState | null, rows: CsvRows, row: number) => readonly Cell[];
}

/** The names that scores have themselves, beside the id and the kept columns. */
export function ownColumns(model: Model, hasDetail: boolean): readonly string[] {
  return [...flatColumns(model), ...(hasDetail ? detailColumns(model) : [])];
}

/** @param unguard takes off what a spreadsheet's formula was guarded by; who writes puts it on again where it is needed */
export function layOutRows(
  model: Model,
  { idName, kept }: Columns,
  hasDetail: boolean,
  unguard: (cell: string) => string,
): RowLayout {
  const flat = flatColumns(model);
  const detail = hasDetail ? detailColumns(model) : [];
  const todaysName = namesOfToday(model.tier);
  const keptCells = (rows: CsvRows, row: number) => kept.map(({ at }) => unguard(rows.cellAt(row, at)));
  return {
    columns: [idName, ...flat, ...kept.map(({ name }) => name), ...detail],
    beside: (rows, row, card) => {
      if (kept.length === 0 && card === null) return NOTHING;
      const cells: Cell[] = keptCells(rows, row);
      if (card !== null) cells.push(...detailCells(card));
      return cells;
    },
    rejected: (id, carried, rows, row) => {
      const cells: { readonly [column: string]: Cell } = {
        status: "rejected",
        quadrantX: carried?.x ?? null,
        quadrantY: carried?.y ?? null,
        tierEarned: carried?.tier == null ? null : todaysName(carried.tier),
        tierValidUntil: carried?.validUntil ?? null,
      };
      const answers = flat.map((column) => cells[column] ?? null);
      return [id, ...answers, ...keptCells(rows, row), ...detail.map(() => null)];
    },
  };
}

const NOTHING: readonly Cell[] = [];

/** A rung by its name of today, where it is known by an earlier one. */
export function namesOfToday(tier: Tier | undefined): (name: string) => string {
  const names = new Map(
    (tier?.rungs ?? []).flatMap(({ name, formerly }) => (formerly ?? []).map((old) => [old, name])),
  );
  return (name) => names.get(name) ?? name;
}

function detailColumns(model: Model): readonly string[] {
  const points = Object.entries(model.dimensions).flatMap(([id, { indicators }]) => paths(id, indicators));
  return [...points.map((path) => `points:${path}`), ...(model.bonuses ?? []).map(({ id }) => `bonus:${id}`)];
}

/** Every indicator and group below a path; a group stands before its own. */
function paths(above: string, nodes: { readonly [id: string]: IndicatorNode }): readonly string[] {
  return Object.entries(nodes).flatMap(([id, node]) => {
    const path = `${above}.${id}`;
    return "indicators" in node ? [path, ...paths(path, node.indicators)] : [path];
  });
}

function detailCells(card: Scorecard): readonly Cell[] {
  const points = Object.values(card.dimensions).flatMap(({ indicators }) => pointsOf(indicators));
  return [...points, ...card.bonuses.map((bonus) => bonus.points)];
}

function pointsOf(cards: { readonly [id: string]: IndicatorCard | GroupCard }): readonly Cell[] {
  return Object.values(cards).flatMap((card) =>
    "indicators" in card ? [card.points, ...pointsOf(card.indicators)] : [card.points],
  );
}
