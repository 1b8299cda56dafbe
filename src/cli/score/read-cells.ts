import type { Column, Columns } from "../../batch/column.ts";
import { doubleForText } from "../../core/double-for-text.ts";
import type { CellSpelling } from "../../record/cell-spelling.ts";
import { type CellReader, compileCell, isFound } from "../../record/read-account.ts";
import { DEFAULT_FIELD_PLACES } from "../../record/read-field.ts";
import { compileNumberText } from "../../record/read-number-text.ts";
import type { Field, FieldKind, Model, NumberField } from "../../schema/model-document.ts";
import type { CsvRows } from "../csv/csv-rows.ts";
import { dayCodes, isDay, ODD_DAY } from "../csv/day-codes.ts";
import type { Columns as FileColumns } from "./find-columns.ts";

/** Rows of a table as columns of a model. */
export interface CellColumns {
  readonly columns: Columns;
  /** 1 for a row with a cell that has no place in a column: it is to be read and scored by itself. */
  readonly odd: Uint8Array;
}

/** Fills a column from the cells at one place of the rows. */
type ColumnFiller = (rows: CsvRows, at: number, odd: Uint8Array) => Column;

/**
 * The reader of the fields' cells, column by column; each cell means what `readAccount` reads in it. Cells that are written
 * alike are read once for all rows of a call; plain numbers are read in place.
 */
export function compileCellColumns(
  model: Model,
  fields: FileColumns["fields"],
  spelling: CellSpelling,
): (rows: CsvRows) => CellColumns {
  const fillers = fields.map(({ field: id, at }) => {
    const field = model.fields[id] as Field;
    const filler = FILLERS[field.kind] as (field: Field, read: CellReader, spelling: CellSpelling) => ColumnFiller;
    return { id, at, fill: filler(field, compileCell(id, field, spelling), spelling) };
  });
  return (rows) => {
    const odd = new Uint8Array(rows.rows);
    const columns: { [field: string]: Column } = {};
    for (const { id, at, fill } of fillers) columns[id] = fill(rows, at, odd);
    return { columns, odd };
  };
}

const FILLERS = {
  number: numberFiller,
  category: categoryFiller,
  date: dateFiller,
  boolean: flagFiller,
} satisfies { readonly [K in FieldKind]: (field: never, read: CellReader, spelling: CellSpelling) => ColumnFiller };

function numberFiller(field: NumberField, read: CellReader, spelling: CellSpelling): ColumnFiller {
  const places = field.places ?? DEFAULT_FIELD_PLACES;
  // In a declared spelling, 1.234 may be a thousand and more.
  const isPlain = compileNumberText(spelling) === null;
  const otherwise = (cell: string, row: number, odd: Uint8Array) => {
    const text = cell === "" ? null : read(cell);
    if (text === null) return Number.NaN;
    const value = typeof text === "string" ? doubleForText(text, places) : Number.NaN;
    if (Number.isNaN(value)) odd[row] = 1;
    return value;
  };
  return (rows, at, odd) => {
    const values = isPlain ? rows.numbersAt(at) : new Float64Array(rows.rows).fill(Number.NaN);
    for (let i = 0; i < rows.rows; i++) {
      if (Number.isNaN(values[i])) values[i] = otherwise(rows.cellAt(i, at), i, odd);
    }
    return values;
  };
}

/** A code that stands for nothing is missing. */
const MISSING = -1;
/** What no column has: the row is odd. */
const ODD = -2;

function categoryFiller(_field: Field, read: CellReader): ColumnFiller {
  return (rows, at, odd) => {
    const dictionary: string[] = [];
    const codes = rows.codesOf(at, (cell) => {
      const text = cell === "" ? null : read(cell);
      if (isFound(text)) return ODD;
      return text === null ? MISSING : dictionary.push(text as string) - 1;
    });
    for (let i = 0; i < codes.length; i++) if (codes[i] === ODD) odd[i] = 1;
    return { codes, dictionary };
  };
}

function dateFiller(_field: Field, read: CellReader): ColumnFiller {
  const dayOf = dayCodes(read);
  return (rows, at, odd) => {
    const values = rows.codesOf(at, dayOf);
    let mask: Uint8Array | undefined;
    for (let i = 0; i < values.length; i++) {
      const day = values[i] as number;
      if (isDay(day)) continue;
      mask ??= new Uint8Array(values.length).fill(1);
      mask[i] = 0;
      if (day === ODD_DAY) odd[i] = 1;
    }
    return { values, mask };
  };
}

function flagFiller(_field: Field, read: CellReader): ColumnFiller {
  return (rows, at, odd) => {
    const codes = rows.codesOf(at, (cell) => {
      const flag = cell === "" ? null : read(cell);
      if (isFound(flag)) return ODD;
      return flag === null ? MISSING : +(flag as boolean);
    });
    const values = new Uint8Array(rows.rows);
    const mask = new Uint8Array(rows.rows);
    for (let i = 0; i < codes.length; i++) {
      if (codes[i] === ODD) odd[i] = 1;
      else if (codes[i] !== MISSING) {
        values[i] = codes[i] as number;
        mask[i] = 1;
      }
    }
    return { values, mask };
  };
}
