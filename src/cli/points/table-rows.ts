import type { CsvRows } from "../csv/read-csv.ts";
import type { TableRow } from "./table-settler.ts";

/** The rows of a batch, one after another. */
export function* tableRows({ rows, misquoted }: CsvRows): Generator<TableRow> {
  for (let i = 0; i < rows.length; i++) {
    const cells = rows[i] as readonly string[];
    yield { width: cells.length, cellAt: (at) => cells[at] ?? "", isMisquoted: misquoted.has(i) };
  }
}
