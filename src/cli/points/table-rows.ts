import type { CsvRows } from "../csv/csv-rows.ts";
import type { TableRow } from "./table-settler.ts";

/** The rows of a batch, one after another. */
export function* tableRows({ rows, widthOf, cellAt, isMisquoted }: CsvRows): Generator<TableRow> {
  for (let row = 0; row < rows; row++) {
    yield { width: widthOf(row), cellAt: (at) => cellAt(row, at), isMisquoted: isMisquoted(row) };
  }
}
