import type { Model } from "../../schema/model-document.ts";
import type { PreviousRating } from "../../schema/options.ts";
import { ownText } from "../csv/own-text.ts";
import type { Io } from "../io.ts";
import { stop } from "../stop.ts";
import { type IdIndex, idIndex } from "./id-index.ts";
import { type PreviousRow, type PreviousSettings, previousRows } from "./previous-rows.ts";

/** What one account was rated before, as it stands in the previous scores. */
export interface PreviousState {
  readonly isRejected: boolean;
  readonly x: string | null;
  readonly y: string | null;
  readonly tier: string | null;
  readonly validUntil: string | null;
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
  const take = ({ id, status, cells }: PreviousRow) => {
    if (id === "") return;
    const isRejected = status === "rejected";
    const before = states.find(id);
    // Of rows with one id at most one was not rejected, and that is the account's; else the first of them is.
    if (before !== undefined && isRejected) return;
    if (before !== undefined && !before.isRejected) stop("cli/previous-id", ["--previous"], null, id);
    const key = [isRejected, ...cells].join("\n");
    let state = known.get(key);
    if (state === undefined) {
      const [x = null, y = null, tier = null, validUntil = null] = cells.map((cell) =>
        cell === "" ? null : ownText(cell),
      );
      state = { isRejected, x, y, tier, validUntil };
      known.set(ownText(key), state);
    }
    states.put(ownText(id), state);
  };
  for await (const rows of previousRows(file, model, settings, io)) rows.forEach(take);
  return states;
}

/** As the core takes it; what is no side, day or rung is told there. */
export function ratingOf(state: PreviousState): PreviousRating {
  const { x, y, tier, validUntil } = state;
  return { tier, validUntil, sides: { x, y } as NonNullable<PreviousRating["sides"]> };
}
