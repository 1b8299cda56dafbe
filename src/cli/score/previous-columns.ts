import { NO_CODE, NO_DAY, type PreviousColumns, SIDES } from "../../batch/scored-columns.ts";
import { readDate } from "../../core/plain-date.ts";
import type { Model } from "../../schema/model-document.ts";
import type { PreviousState } from "./previous-states.ts";
import { namesOfToday } from "./row-layout.ts";

/** What a previous state is in columns: codes of rungs and sides, and a day. */
interface StateCodes {
  readonly rung: number;
  readonly day: number;
  readonly x: number;
  readonly y: number;
}

const UNRATED: StateCodes = { rung: NO_CODE, day: NO_DAY, x: NO_CODE, y: NO_CODE };

/**
 * Previous states as columns. A state that names what is no rung, side or day has no place in them: its row is marked odd, to
 * be scored by itself.
 */
export function compilePreviousColumns(
  model: Model,
): (states: readonly (PreviousState | null)[], odd: Uint8Array) => PreviousColumns {
  const rungNames = (model.tier?.rungs ?? []).map(({ name }) => name);
  const codesOf = compileStateCodes(model, rungNames);
  // Equal states are one object, so each is looked at once.
  const known = new Map<PreviousState, StateCodes | null>();
  return (states, odd) => {
    const rows = states.length;
    const tierEarned = { codes: new Uint8Array(rows), names: rungNames };
    const quadrantX = { codes: new Uint8Array(rows), names: SIDES };
    const quadrantY = { codes: new Uint8Array(rows), names: SIDES };
    const tierValidUntil = new Int32Array(rows);
    states.forEach((state, row) => {
      let codes: StateCodes | null | undefined = UNRATED;
      if (state !== null) {
        codes = known.get(state);
        if (codes === undefined) {
          codes = codesOf(state);
          known.set(state, codes);
        }
      }
      if (codes === null) odd[row] = 1;
      const { rung, day, x, y } = codes ?? UNRATED;
      tierEarned.codes[row] = rung;
      tierValidUntil[row] = day;
      quadrantX.codes[row] = x;
      quadrantY.codes[row] = y;
    });
    return { tierEarned, tierValidUntil, quadrantX, quadrantY };
  };
}

/** The codes of a state, `null` if it has none; a section the model does not have is ignored. */
function compileStateCodes(model: Model, rungNames: readonly string[]): (state: PreviousState) => StateCodes | null {
  const todaysName = namesOfToday(model.tier);
  const hasTier = model.tier !== undefined;
  const hasQuadrant = model.quadrant !== undefined;
  const codeOf = (names: readonly string[], name: string | null) => (name === null ? NO_CODE : names.indexOf(name));
  return ({ tier, validUntil, x, y }) => {
    const codes = {
      rung: hasTier ? codeOf(rungNames, tier === null ? null : todaysName(tier)) : NO_CODE,
      day: hasTier && validUntil !== null ? readDate(validUntil) : NO_DAY,
      x: hasQuadrant ? codeOf(SIDES, x) : NO_CODE,
      y: hasQuadrant ? codeOf(SIDES, y) : NO_CODE,
    };
    const { rung, day } = codes;
    return rung < 0 || day === null || codes.x < 0 || codes.y < 0 ? null : { ...codes, day };
  };
}
