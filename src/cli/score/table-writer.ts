import { NO_DAY } from "../../batch/scored-columns.ts";
import { writeDate } from "../../core/plain-date.ts";
import type { Cell } from "../../score/flat-row.ts";
import { byteText } from "../csv/byte-text.ts";
import { ownText } from "../csv/own-text.ts";
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
  const { add, take } = byteText();
  const cells = notation.cells.map((before) => compileCell(before, notation));
  let rowStart = firstRow;
  let rows = 0;
  const startRow = () => {
    add(rowStart);
    rowStart = nextRow;
    rows += 1;
  };
  add(notation.begin);
  return {
    row: (values) => {
      startRow();
      for (let i = 0; i < cells.length; i++) add((cells[i] as CellText).any(values[i] as Cell));
      add(rowEnd);
    },
    rowsOf: (columns) => {
      const first = cells[0] as CellText;
      const answers = columns.map((column, k) => answerText(column, cells[k + 1] as CellText));
      const others = cells.slice(1 + columns.length);
      return (id, row, beside) => {
        startRow();
        add(first.any(id));
        for (let k = 0; k < answers.length; k++) add((answers[k] as AnswerText)(row));
        for (let k = 0; k < others.length; k++) add((others[k] as CellText).any(beside[k] as Cell));
        add(rowEnd);
      };
    },
    end: () => add(rows === 0 ? notation.endOfNothing : notation.end),
    take,
  };
}

/** The texts of one column's cells, with what stands before each. */
interface CellText {
  readonly any: (cell: Cell) => string;
  readonly text: (text: string) => string;
  readonly number: (value: number) => string;
  readonly nothing: string;
}

function compileCell(before: string, notation: TableNotation): CellText {
  const text = rememberFew((plain) => before + notation.text(plain));
  const number = rememberNumbers((value) => before + notation.number(value));
  const nothing = before + notation.nothing;
  const any = (cell: Cell) =>
    typeof cell === "number" ? number(cell) : cell === null || cell === "" ? nothing : text(cell);
  return { any, text, number, nothing };
}

/** The text of an answer by its row. */
type AnswerText = (row: number) => string;

function answerText(column: AnswerColumn, cell: CellText): AnswerText {
  return (ANSWER_TEXTS[column.kind] as (column: AnswerColumn, cell: CellText) => AnswerText)(column, cell);
}

const ANSWER_TEXTS = {
  numbers: ({ values }, { number, nothing }) => {
    return (row) => {
      const value = values[row] as number;
      return Number.isNaN(value) ? nothing : number(value);
    };
  },
  names: ({ codes, names }, { text, nothing }) => {
    const texts: string[] = new Array(MOST_CODES).fill(nothing);
    names.forEach((name, code) => {
      texts[code] = text(name);
    });
    return (row) => texts[codes[row] as number] as string;
  },
  days: ({ days }, { text, nothing }) => {
    let [day, last] = [NO_DAY, nothing];
    return (row) => {
      if (days[row] !== day) {
        day = days[row] as number;
        last = day === NO_DAY ? nothing : text(writeDate(day));
      }
      return last;
    };
  },
  nothing: (_, { nothing }) => {
    return () => nothing;
  },
} satisfies {
  readonly [K in AnswerColumn["kind"]]: (column: Extract<AnswerColumn, { kind: K }>, cell: CellText) => AnswerText;
};

/** What a byte can be, none of the names among it. */
const MOST_CODES = 256;

/** How many texts of one column are remembered; a column that has more is one of ids or remarks. */
const MOST_REMEMBERED = 256;

/** A function of texts that remembers its answers as long as there are few of them. */
function rememberFew(answer: (text: string) => string): (text: string) => string {
  let known: Map<string, string> | null = new Map();
  return (text) => {
    const before = known?.get(text);
    if (before !== undefined) return before;
    if (known !== null && known.size >= MOST_REMEMBERED) known = null;
    if (known === null) return answer(text);
    const own = ownText(text);
    const found = answer(own);
    known.set(own, found);
    return found;
  };
}

/** As many scores of two decimals as there are from 0 to 100 have a place each. */
const PLACES = 16_384;

/** A function of numbers that remembers the last answer at each of some places. */
function rememberNumbers(answer: (value: number) => string): (value: number) => string {
  let values: Float64Array | null = null;
  const texts: string[] = [];
  return (value) => {
    values ??= new Float64Array(PLACES).fill(Number.NaN);
    const place = Math.round(value * 100) & (PLACES - 1);
    if (values[place] !== value) {
      texts[place] = answer(value);
      values[place] = value;
    }
    return texts[place] as string;
  };
}
