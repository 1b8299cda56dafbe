import { readFile, stat } from "node:fs/promises";
import { unguardFormula } from "../../record/formula-guard.ts";
import type { NumberTextReader } from "../../record/read-number-text.ts";
import type { Model } from "../../schema/model-document.ts";
import type { PreviousRating } from "../../schema/options.ts";
import { ownText } from "../csv/own-text.ts";
import { readCsv } from "../csv/read-csv.ts";
import { decodeText, readBytes } from "../files/read-text.ts";
import type { Io } from "../io.ts";
import { stop } from "../stop.ts";
import { type IdIndex, idIndex } from "./id-index.ts";
import { readJsonRows } from "./read-json-rows.ts";

/** What one account was rated before, as it stands in the previous scores. */
export interface PreviousState {
  readonly x: string | null;
  readonly y: string | null;
  readonly tier: string | null;
  readonly validUntil: string | null;
}

const STATE_COLUMNS = ["quadrantX", "quadrantY", "tierEarned", "tierValidUntil"] as const;

export interface PreviousSettings {
  readonly idName: string;
  readonly delimiter: string;
  readonly readNumber: NumberTextReader | null;
}

/**
 * Reads the state of every account from scores that were written before, in any of their formats. In memory stand the id
 * and a reference: equal states are one.
 */
export async function readPreviousStates(
  file: string,
  model: Model,
  settings: PreviousSettings,
  io: Io,
): Promise<IdIndex<PreviousState>> {
  const states = idIndex<PreviousState>();
  const known = new Map<string, PreviousState>();
  for await (const { id, status, cells } of previousRows(file, model, settings, io)) {
    if (id === "") continue;
    if (states.find(id) !== undefined) {
      // A row rejected for its repeated id stands in the scores too; the first row of that id is the account's.
      if (status !== "rejected") stop("cli/previous-id", ["--previous"], null, id);
      continue;
    }
    const key = cells.join("\n");
    let state = known.get(key);
    if (state === undefined) {
      const [x = null, y = null, tier = null, validUntil = null] = cells.map((cell) => (cell === "" ? null : ownText(cell)));
      state = { x, y, tier, validUntil };
      known.set(ownText(key), state);
    }
    states.add(ownText(id), state);
  }
  return states;
}

/** As the core takes it; what is no side, day or rung is told there. */
export function ratingOf(state: PreviousState): PreviousRating {
  const { x, y, tier, validUntil } = state;
  return { tier, validUntil, sides: { x, y } as NonNullable<PreviousRating["sides"]> };
}

interface PreviousRow {
  readonly id: string;
  readonly status: string;
  /** The cells of STATE_COLUMNS. */
  readonly cells: readonly string[];
}

/** JSON written by line begins with an object, a JSON array with a bracket; nothing else is taken for JSON. */
async function* previousRows(
  file: string,
  model: Model,
  settings: PreviousSettings,
  io: Io,
): AsyncGenerator<PreviousRow> {
  await stat(file);
  let rows = 0;
  const refuse = (): never => stop("cli/encoding", ["--previous"], "utf-8", Math.max(0, rows - 1));
  const texts = decodeText(readBytes(file, io), "utf-8", refuse);
}
