import { NO_DAY } from "../../batch/scored-columns.ts";
import { writeDate } from "../../core/plain-date.ts";
import type { Cell } from "../../score/flat-row.ts";
import { type ByteText, byteText } from "../csv/byte-text.ts";
import { ownText } from "../csv/own-text.ts";
import { type ReadyBytes, readyBytes } from "../csv/ready-bytes.ts";
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
  readonly text: (text: string) => void;
  /** The place of a text among the ready ones; -1 if the column has too many of them. */
  readonly placeOf: (text: string) => number;
  /** The place of a cell without a value. */
  readonly nothing: number;
}

/**
 * How many texts of one column are ready, all names of a model among them; a column that has as many others besides is one of
 * ids or remarks, and they are not looked for any more.
 */
const MOST_READY = 1_000;

function compileCell(
  before: string,
  notation: TableNotation,
  { add, addNumber }: ByteText,
  ready: ReadyBytes,
): CellWriter {
  const known = new Map<string, number>();
  const nothing = ready.keep(before + notation.nothing);
  const start = ready.keep(before);
  const zero = ready.keep(before + (notation.areNumbersPlain ? "0" : notation.text("0")));
  const number = (value: number) => {
    if (value === 0) return ready.add(zero);
    ready.add(start);
    if (notation.areNumbersPlain) addNumber(value);
    else add(notation.text(String(value)));
  };
  const placeOf = (text: string) => {
    const place = known.get(text);
    if (place !== undefined) return place;
    if (known.size >= MOST_READY) return NOT_READY;
    const own = ownText(text);
    known.set(own, ready.keep(before + notation.text(own)));
    return known.get(own) as number;
  };
  let misses = 0;
  const text = (cell: string) => {
    const place = misses < MOST_READY ? placeOf(cell) : NOT_READY;
    if (place !== NOT_READY) return ready.add(place);
    misses += 1;
    add(before);
    add(notation.text(cell));
  };
  const any = (cell: Cell) => {
    if (typeof cell === "number") number(cell);
    else if (cell === null || cell === "") ready.add(nothing);
    else text(cell);
  };
  return { any, number, text, placeOf, nothing };
}

const NOT_READY = -1;

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
  names: ({ codes, names }, { placeOf, nothing }, { add }) => {
    const places = new Int32Array(MOST_CODES).fill(nothing);
    names.forEach((name, code) => {
      places[code] = placeOf(name);
    });
    return (row) => add(places[codes[row] as number] as number);
  },
  days: ({ days }, { text, placeOf, nothing }, { add }) => {
    let [day, place, written] = [NO_DAY, nothing, ""];
    return (row) => {
      if (days[row] !== day) {
        day = days[row] as number;
        written = day === NO_DAY ? "" : writeDate(day);
        place = day === NO_DAY ? nothing : placeOf(written);
      }
      if (place === NOT_READY) text(written);
      else add(place);
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
