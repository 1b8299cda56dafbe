import type { NumberTextReader } from "../../record/read-number-text.ts";
import { type Output, openOutput } from "../files/open-output.ts";
import type { Io } from "../io.ts";
import type { TableSettings } from "../table-settings.ts";
import { ERROR_COLUMNS, type ScoredRows } from "./score-table.ts";
import { type TableWriter, tableWriter } from "./table-format.ts";

/** Where scored rows go. */
export interface Tables {
  readonly write: (rows: ScoredRows) => Promise<void>;
  readonly finish: () => Promise<void>;
  readonly discard: () => Promise<void>;
}

/** The scores, and the errors where they are asked for: written side by side, and named only when both are whole. */
export async function openTables(
  settings: TableSettings,
  columns: readonly string[],
  readNumber: NumberTextReader | null,
  io: Io,
): Promise<Tables> {
  const { out, errors, format, delimiter, hasByteOrderMark } = settings;
  const style = { delimiter, hasByteOrderMark, readNumber };
  const tables: { readonly output: Output; readonly writer: TableWriter; readonly part: keyof ScoredRows }[] = [];
  const add = async (file: string, part: keyof ScoredRows, writer: TableWriter) => {
    const output = await openOutput(file, io);
    tables.push({ output, writer, part });
    await output.write(writer.begin);
  };
  const discard = async () => {
    for (const { output } of tables) await output.discard();
  };
  try {
    await add(out, "scores", tableWriter(format, { ...style, columns }));
    if (errors !== undefined) await add(errors, "errors", tableWriter("csv", { ...style, columns: ERROR_COLUMNS }));
  } catch (error) {
    await discard();
    throw error;
  }
  return {
    write: async (rows) => {
      for (const { output, writer, part } of tables) {
        if (rows[part].length > 0) await output.write(writer.rows(rows[part]));
      }
    },
    finish: async () => {
      for (const { output, writer } of tables) await output.write(writer.end());
      for (const { output } of tables) await output.finish();
      for (const { output } of tables) await output.publish();
    },
    discard,
  };
}
