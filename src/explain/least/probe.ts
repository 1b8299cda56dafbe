import type { Slot, Slots } from "../../core/slots.ts";
import type { ScoreOptions } from "../../schema/options.ts";
import type { Scorecard } from "../../schema/scorecard.ts";
import type { Assembly } from "../../score/assembly.ts";
import { scoreAccount } from "../../score/score-account.ts";
import { type CardBounds, compileCardBounds } from "../bounds/card-bounds.ts";

/** One account, to be tried with other values. */
export interface Probe {
  /** The card with some fields changed; null if that account is refused. */
  readonly card: (changes: Changes) => Scorecard | null;
  /** What cards can say while some slots lie between two values. */
  readonly bounds: (changes: readonly SlotChange[]) => CardBounds;
}

export type Changes = { readonly [field: string]: number | string | boolean };
export interface SlotChange {
  readonly slot: number;
  readonly low: Slot;
  readonly high: Slot;
}

/**
 * @param account with its published values
 * @param slots the same, as the compiled model holds them
 */
export function probeOf(
  assembly: Assembly,
  account: { readonly [field: string]: unknown },
  slots: Slots,
  options: ScoreOptions,
  asOf: number | null,
): Probe {
  const bound = compileCardBounds(assembly);
  return {
    card: (changes) => {
      const outcome = scoreAccount(assembly, { ...account, ...changes }, options);
      return outcome.ok ? outcome.card : null;
    },
    bounds: (changes) => {
      const lows = [...slots];
      const highs = [...slots];
      for (const { slot, low, high } of changes) {
        lows[slot] = low;
        highs[slot] = high;
      }
      return bound({ lows, highs }, [asOf, asOf]);
    },
  };
}
