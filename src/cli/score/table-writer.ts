import { NO_DAY } from "../../batch/scored-columns.ts";
import { writeDate } from "../../core/plain-date.ts";
import type { Cell } from "../../score/flat-row.ts";
import { type ByteText, byteText } from "../csv/byte-text.ts";
import { ownText } from "../csv/own-text.ts";
import { type ReadyBytes, readyBytes, readyNumbers } from "../csv/ready-bytes.ts";
import type { AnswerColumn } from "./answer-columns.ts";
import type { TableNotation } from "./table-format.ts";

/** Writes a table row by row. */
export interface TableWriter {
  /** A row of its own; the cells are looked at in the call and not kept. */
  readonly row: (cells: readonly Cell[]) => void;
  /** Rows that were scored together: an id, the answers of a row, and the cells beside them. */
  readonly rowsOf: (columns: readonly AnswerColumn[]) => AnsweredRow;
  readonly end: () => void;
  /** What was written since the last call, from the beginning on; it may be written over by the next row. */
  readonly take: () => Uint8Array;
}

export type AnsweredRow = (id: string, row: number, beside: readonly Cell[]) => void;

export function tableWriter(notation: TableNotation): TableWriter {
  const { firstRow, nextRow, rowEnd } = notation;
  const text = byteText();
  const ready = readyBytes(text);
  const cells = notation.cells.map((before) => compileCell(before, notation, text, ready));
  let rowStart = firstRow;
  let rows = 0;
  const startRow = () => {
    text.add(rowStart);
    rowStart = nextRow;
    rows += 1;
  };
  text.add(notation.begin);
  return {
    row: (values) => {
      startRow();
      for (let i = 0; i < cells.length; i++) (cells[i] as CellWriter).any(values[i] as Cell);
      text.add(rowEnd);
    },
    rowsOf: (columns) => {
      const first = cells[0] as CellWriter;
      const answers = columns.map((column, k) => answerWriter(column, cells[k + 1] as CellWriter, ready));
      const others = cells.slice(1 + columns.length);
      return (id, row, beside) => {
        startRow();
        first.any(id);
        for (let k = 0; k < answers.length; k++) (answers[k] as AnswerWriter)(row);
        for (let k = 0; k < others.length; k++) (others[k] as CellWriter).any(beside[k] as Cell);
        text.add(rowEnd);
      };
    },
    end: () => text.add(rows === 0 ? notation.endOfNothing : notation.end),
    take: text.take,
  };
}

/** Writes the cells of one column, with what stands before each. */
interface CellWriter {
  readonly any: (cell: Cell) => void;
  readonly number: (value: number) => void;
  /** The place of a name of the model among the ready texts. */
  readonly keep: (text: string) => number;
  /** The place of a cell without a value. */
  readonly nothing: number;
}

/** How many texts of one column are ready; a column that has more is one of ids or remarks. */
const MOST_READY = 256;

function compileCell(before: string, notation: TableNotation, text: ByteText, ready: ReadyBytes): CellWriter {
  const known = new Map<string, number>();
  const nothing = ready.keep(before + notation.nothing);
  const number = readyNumbers(text, (value) => before + notation.number(value));
  const keep = (cell: string) => {
    const place = ready.keep(before + notation.text(cell));
    known.set(ownText(cell), place);
    return place;
  };
  let isFew = true;
  const any = (cell: Cell) => {
    if (typeof cell === "number") return number(cell);
    if (cell === null || cell === "") return ready.add(nothing);
    const place = isFew ? known.get(cell) : undefined;
    if (place !== undefined) return ready.add(place);
    if (isFew && known.size < MOST_READY) return ready.add(keep(cell));
    if (isFew) known.clear();
    isFew = false;
    text.add(before);
    text.add(notation.text(cell));
  };
  return { any, number, keep: (cell) => known.get(cell) ?? keep(cell), nothing };
}

/** Writes an answer by its row. */
type AnswerWriter = (row: number) => void;

function answerWriter(column: AnswerColumn, cell: CellWriter, ready: ReadyBytes): AnswerWriter {
  type Compile = (column: AnswerColumn, cell: CellWriter, ready: ReadyBytes) => AnswerWriter;
  return (ANSWERS[column.kind] as Compile)(column, cell, ready);
}

const ANSWERS = {
  numbers: ({ values }, { number, nothing }, { add }) => {
    return (row) => {
      const value = values[row] as number;
      if (Number.isNaN(value)) add(nothing);
      else number(value);
    };
  },
  names: ({ codes, names }, { keep, nothing }, { add }) => {
    const places = new Int32Array(MOST_CODES).fill(nothing);
    names.forEach((name, code) => {
      places[code] = keep(name);
    });
    return (row) => add(places[codes[row] as number] as number);
  },
  days: ({ days }, { any }) => {
    let [day, text] = [NO_DAY, ""];
    return (row) => {
      if (days[row] !== day) {
        day = days[row] as number;
        text = day === NO_DAY ? "" : writeDate(day);
      }
      any(text);
    };
  },
  nothing: (_, { nothing }, { add }) => {
    return () => add(nothing);
  },
} satisfies {
  readonly [K in AnswerColumn["kind"]]: (
    column: Extract<AnswerColumn, { kind: K }>,
    cell: CellWriter,
    ready: ReadyBytes,
  ) => AnswerWriter;
};

/** What a byte can be, none of the names among it. */
const MOST_CODES = 256;
