import type { Field, FieldKind } from "../../schema/model-document.ts";
import type { Column } from "../column.ts";
import { booleanColumn } from "./boolean-column.ts";
import { categoryColumn } from "./category-column.ts";
import type { CategoryTexts } from "./category-texts.ts";
import type { ColumnReader } from "./column-reader.ts";
import { dateColumn } from "./date-column.ts";
import { numberColumn } from "./number-column.ts";

/** The reader of a field's column into its slot; without a column every row is missing. */
export function compileColumn(
  field: Field,
  slot: number,
  column: Column | undefined,
  texts: CategoryTexts,
): ColumnReader {
  return (READERS[field.kind] as Compile)(field, slot, column ?? [], texts);
}

type Compile = (field: Field, slot: number, column: Column, texts: CategoryTexts) => ColumnReader;

const READERS = {
  number: numberColumn,
  category: categoryColumn,
  date: dateColumn,
  boolean: booleanColumn,
} satisfies {
  readonly [K in FieldKind]: (field: never, slot: number, column: Column, texts: CategoryTexts) => ColumnReader;
};
