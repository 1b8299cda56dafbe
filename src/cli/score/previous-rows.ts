import type { NumberTextReader } from "../../record/read-number-text.ts";
import type { Model } from "../../schema/model-document.ts";
import { plainText } from "../csv/plain-text.ts";
import { readCsv } from "../csv/read-csv.ts";
import { decodeText, readBytes } from "../files/read-text.ts";
import type { Io } from "../io.ts";
import { stop } from "../stop.ts";
import { readJsonRows } from "./read-json-rows.ts";

const STATE_COLUMNS = ["quadrantX", "quadrantY", "tierEarned", "tierValidUntil"] as const;

export interface PreviousSettings {
  readonly idName: string;
  readonly delimiter: string;
  readonly readNumber: NumberTextReader | null;
}

/** One row of the previous scores. */
export interface PreviousRow {
  readonly id: string;
  readonly status: string;
  /** The cells of STATE_COLUMNS. */
  readonly cells: readonly string[];
}

/** The rows of the previous scores, as they are read together, in the format the file itself shows. */
export async function* previousRows(
  file: string,
  model: Model,
  settings: PreviousSettings,
  io: Io,
): AsyncGenerator<readonly PreviousRow[]> {
  let rows = 0;
  const refuse = (): never => stop("cli/encoding", ["--previous"], "utf-8", rows);
  const { first, all } = await peek(decodeText(readBytes(file, io), "utf-8", refuse));
  const read = LOOKS_LIKE_JSON.test(first) ? jsonRows : csvRows;
  for await (const together of read(all, neededColumns(model), settings)) {
    rows += together.length;
    yield together;
  }
}

/** An array or an object of JSON; no table of columns begins so. */
const LOOKS_LIKE_JSON = /^\s*(?:\[\s*(?:\{|\])|\{\s*")/;

/** The beginning of a text, and all of it still to be read. */
async function peek(texts: AsyncGenerator<string>): Promise<{ first: string; all: AsyncIterable<string> }> {
  const { value: first = "" } = await texts.next();
  async function* all() {
    yield first;
    yield* texts;
  }
  return { first, all: all() };
}

/** The columns that the model's own sections read. */
function neededColumns({ quadrant, tier }: Model): readonly string[] {
  return STATE_COLUMNS.filter((column) => (column.startsWith("quadrant") ? quadrant : tier) !== undefined);
}

async function* csvRows(
  texts: AsyncIterable<string>,
  needed: readonly string[],
  { idName, delimiter, readNumber }: PreviousSettings,
): AsyncGenerator<readonly PreviousRow[]> {
  let places: ReadonlyMap<string, number> | undefined;
  let width = 0;
  let rows = 0;
  const plain = plainText(readNumber);
  for await (const batch of readCsv(texts, delimiter, () => rows)) {
    const together: PreviousRow[] = [];
    for (let i = 0; i < batch.rows; i++) {
      rows++;
      const found = places;
      if (found === undefined) {
        width = batch.widthOf(i);
        const names = Array.from({ length: width }, (_, at) => plain(batch.cellAt(i, at)));
        checkNames(names, [idName, ...needed]);
        places = new Map(names.map((name, place) => [name, place]));
        continue;
      }
      if (batch.isMisquoted(i) || batch.widthOf(i) !== width) stop("cli/previous-row", ["--previous"], null, rows - 1);
      const at = (column: string) => plain(batch.cellAt(i, found.get(column) ?? width));
      together.push({ id: at(idName), status: at("status"), cells: STATE_COLUMNS.map(at) });
    }
    yield together;
  }
}

async function* jsonRows(
  texts: AsyncIterable<string>,
  needed: readonly string[],
  { idName }: PreviousSettings,
): AsyncGenerator<readonly PreviousRow[]> {
  let rows = 0;
  for await (const row of readJsonRows(texts)) {
    rows++;
    const at = (column: string) => {
      const value = row !== null && Object.hasOwn(row, column) ? row[column] : null;
      if (row === null || (value !== null && typeof value !== "string")) {
        return stop("cli/previous-row", ["--previous"], null, rows);
      }
      return value?.trim() ?? "";
    };
    if (rows === 1) checkNames(Object.keys(row ?? {}), [idName, ...needed]);
    yield [{ id: at(idName), status: at("status"), cells: STATE_COLUMNS.map(at) }];
  }
}

function checkNames(names: readonly string[], needed: readonly string[]): void {
  const lacking = needed.filter((name) => !names.includes(name));
  if (lacking.length > 0) stop("cli/previous-column", ["--previous"], lacking, names);
}
