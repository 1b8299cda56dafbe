import type { FindChange } from "./first-change.ts";
import type { RatedAccount } from "./rated-portfolio.ts";

/**
 * The first step at which an account that had the higher total has the lower one. Every step is scored: two scores may
 * cross, and cross again.
 */
export const findReversal: FindChange = ({ accounts, cardBy }, last, modelAt) => {
  const ranked = accounts
    .filter(({ card }) => card.total !== null)
    .sort((a, b) => (b.card.total as number) - (a.card.total as number) || a.index - b.index);
  for (let step = 1; step <= last; step++) {
    const model = modelAt(step);
    const overtaken = firstOvertaken(ranked, (account) => cardBy(model, account)?.total ?? null);
    if (overtaken !== null) return { unchangedTo: step - 1, changedAt: step, account: overtaken };
  }
  return { unchangedTo: last, changedAt: null, account: null };
};

/** The account that was ahead of one it is now behind, the one most ahead; ties stand either way. */
function firstOvertaken(
  ranked: readonly RatedAccount[],
  totalOf: (account: RatedAccount) => number | null,
): number | null {
  let ahead: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  let group: { readonly total: number; readonly index: number }[] = [];
  let groupTotal = Number.NaN;
  for (const account of ranked) {
    const total = totalOf(account);
    if (total === null) continue;
    if (account.card.total !== groupTotal) {
      for (const each of group) if (each.total < least) [least, ahead] = [each.total, each.index];
      [group, groupTotal] = [[], account.card.total as number];
    }
    if (total > least) return ahead;
    group.push({ total, index: account.index });
  }
  return null;
}
