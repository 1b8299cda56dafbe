import type { NumberTextReader } from "../../record/read-number-text.ts";
import { type Output, openOutput } from "../files/open-output.ts";
import type { Io } from "../io.ts";
import { ERROR_COLUMNS } from "./error-columns.ts";
import type { ScoreSettings } from "./score-settings.ts";
import { notationOf } from "./table-format.ts";
import { type TableWriter, tableWriter } from "./table-writer.ts";

/** Where scored rows go. */
export interface Tables {
  readonly scores: Pick<TableWriter, "row" | "rowsOf">;
  /** `null` where nobody asks for them. */
  readonly errors: Pick<TableWriter, "row"> | null;
  /** Sends on what was written so far. */
  readonly flush: () => Promise<void>;
  readonly finish: () => Promise<void>;
  readonly discard: () => Promise<void>;
}

/** The scores, and the errors where they are asked for: written side by side, and named only when both are whole. */
export async function openTables(
  settings: ScoreSettings,
  columns: readonly string[],
  readNumber: NumberTextReader | null,
  io: Io,
): Promise<Tables> {
  const { out, errors, format, delimiter, hasByteOrderMark } = settings;
  const style = { delimiter, hasByteOrderMark, readNumber };
  const tables: { readonly output: Output; readonly writer: TableWriter }[] = [];
  const add = async (file: string, writer: TableWriter) => {
    tables.push({ output: await openOutput(file, io), writer });
    return writer;
  };
  const flush = async () => {
    for (const { output, writer } of tables) {
      const piece = writer.take();
      if (piece.length > 0) await output.write(piece);
    }
  };
  const discard = async () => {
    for (const { output } of tables) await output.discard();
  };
  try {
    const scores = await add(out, tableWriter(notationOf(format, { ...style, columns })));
    const named = { ...style, columns: ERROR_COLUMNS };
    const wrong = errors === undefined ? null : await add(errors, tableWriter(notationOf("csv", named)));
    await flush();
    return {
      scores,
      errors: wrong,
      flush,
      finish: async () => {
        for (const { writer } of tables) writer.end();
        await flush();
        for (const { output } of tables) await output.finish();
        for (const { output } of tables) await output.publish();
      },
      discard,
    };
  } catch (error) {
    await discard();
    throw error;
  }
}
