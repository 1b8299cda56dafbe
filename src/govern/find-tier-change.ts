import { type CardBounds, compileCardBounds } from "../explain/bounds/card-bounds.ts";
import { NO, YES } from "../explain/bounds/region.ts";
import { scoreAt } from "../explain/least/compiled-goal.ts";
import { rungOfCard, rungsWithin } from "../explain/least/goal-of-tier.ts";
import type { Scorecard } from "../schema/scorecard.ts";
import type { Assembly } from "../score/assembly.ts";
import type { ReadOptions } from "../score/read-options.ts";
import type { FindChange } from "./first-change.ts";

/** Stretches that are looked at before the search gives up; some tens are enough unless a score stays on a cut. */
const MOST_LOOKS = 500;

/**
 * The first step at which an account has another status or tier. Stretches of steps are taken up nearest first: an account
 * whose bounds hold nothing but its place is done with, for the others the stretch is halved, and a single step is scored.
 */
export const findTierChange: FindChange = ({ accounts, options, cardBy }, last, modelAt) => {
  const isStaying = compileStaying(modelAt(0), options);
  const days = [options.asOf, options.asOf] as const;
  const stretches = last < 1 ? [] : [{ low: 1, high: last, open: accounts }];
  let looks = 0;
  for (let stretch = stretches.pop(); stretch !== undefined; stretch = stretches.pop()) {
    const { low, high, open } = stretch;
    if (looks === MOST_LOOKS) return { unchangedTo: low - 1, changedAt: null, account: null };
    looks++;
    if (low === high) {
      const model = modelAt(low);
      const changed = open.find((account) => placeOf(cardBy(model, account)) !== placeOf(account.card));
      if (changed !== undefined) return { unchangedTo: low - 1, changedAt: low, account: changed.index };
      continue;
    }
    const bound = compileCardBounds(modelAt(low), modelAt(high));
    const rest = open.filter(({ card, slots }) => !isStaying(card, bound({ lows: slots, highs: slots }, days)));
    if (rest.length === 0) continue;
    const middle = Math.floor((low + high) / 2);
    stretches.push({ low: middle + 1, high, open: rest }, { low, high: middle, open: rest });
  }
  return { unchangedTo: last, changedAt: null, account: null };
};

/** Where an account is: its status, and its tier. */
function placeOf(card: Scorecard | null): string {
  return JSON.stringify([card?.status ?? null, card?.tier?.name ?? null]);
}

type IsStaying = (card: Scorecard, bounds: CardBounds) => boolean;

/** Whether bounds hold no card of another place. */
function compileStaying(assembly: Assembly, options: ReadOptions): IsStaying {
  const inTier = compileInTier(assembly, options);
  const byStatus = {
    disqualified: (_, { isDisqualified }) => isDisqualified === YES,
    "insufficient-data": (_, { isDisqualified, isInsufficient }) => isDisqualified === NO && isInsufficient === YES,
    scored: (card, bounds) => bounds.isDisqualified === NO && bounds.isInsufficient === NO && inTier(card, bounds),
  } satisfies { readonly [S in Scorecard["status"]]: IsStaying };
  return (card, bounds) => !bounds.isRejected && byStatus[card.status](card, bounds);
}

function compileInTier(assembly: Assembly, options: ReadOptions): IsStaying {
  const { ladder, model } = assembly;
  if (ladder === null) return () => true;
  const rungs = rungsWithin({ assembly, options });
  const on = scoreAt(model.tier?.on, { assembly });
  return (card, bounds) => {
    const { presence } = on.within(bounds);
    const rung = rungOfCard(ladder, card);
    if (rung < 0) return presence === NO;
    const { best, worst } = rungs(bounds);
    return presence === YES && best === rung && worst === rung;
  };
}
