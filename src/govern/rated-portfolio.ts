import type { Slots } from "../core/slots.ts";
import { readAgain } from "../explain/read-again.ts";
import type { ScoreOptions } from "../schema/options.ts";
import type { Scorecard } from "../schema/scorecard.ts";
import type { Assembly } from "../score/assembly.ts";
import type { ReadOptions } from "../score/read-options.ts";
import { scoreAccount } from "../score/score-account.ts";

/** The accounts that a model does not reject, rated on one day. */
export interface RatedPortfolio {
  readonly accounts: readonly RatedAccount[];
  readonly options: ReadOptions;
  /** The card of one of them by a model with other weights; `null` if that rejects it. */
  readonly cardBy: (assembly: Assembly, account: RatedAccount) => Scorecard | null;
}

/** An account's place in the list, its card, and its published values. */
export interface RatedAccount {
  readonly index: number;
  readonly card: Scorecard;
  readonly slots: Slots;
}

export function ratePortfolio(
  assembly: Assembly,
  accounts: Iterable<unknown>,
  asOf: ScoreOptions["asOf"],
): RatedPortfolio {
  const again = (inputs: object) => readAgain(assembly, inputs, { asOf });
  return {
    accounts: [...accounts].flatMap((account, index) => {
      const outcome = scoreAccount(assembly, account, { asOf });
      return outcome.ok ? [{ index, card: outcome.card, slots: again(outcome.card.inputs).slots }] : [];
    }),
    options: again({}).read,
    cardBy: (other, { card }) => {
      const outcome = scoreAccount(other, card.inputs, { asOf });
      return outcome.ok ? outcome.card : null;
    },
  };
}
