import { LAST_DAY, writeDate } from "../../core/plain-date.ts";
import type { Settlement } from "../../points/settle-account.ts";
import type { PointsPlan } from "../../schema/points-plan-document.ts";
import type { Cell } from "../../score/flat-row.ts";
import type { PointsSettings } from "./points-settings.ts";

/** The columns of the balances, and what stands in them. */
export interface BalanceLayout {
  readonly columns: readonly string[];
  readonly cells: (account: string, leftOut: number, settlement: Settlement) => readonly Cell[];
}

export function layOutBalances(plan: PointsPlan, { day, expiringWithin }: PointsSettings): BalanceLayout {
  const hasTiers = plan.qualification?.tiers !== undefined;
  const until = expiringWithin === null ? "" : writeDate(Math.min(day + expiringWithin, LAST_DAY));
  return {
    columns: [
      ...OWN,
      ...(expiringWithin === null ? [] : ["expiringPoints"]),
      "qualifyingPoints",
      ...(hasTiers ? ["qualifiedTier"] : []),
    ],
    cells: (account, leftOut, { holdings, qualification, taken }) => {
      const { balance, pending, totals, expiring } = holdings;
      const next = expiring.days[0];
      return [
        account,
        taken,
        leftOut,
        balance,
        pending,
        totals.owed,
        totals.earned,
        totals.adjusted,
        totals.transferred,
        totals.spent,
        totals.expired,
        totals.reversed,
        next?.lastUsableDay ?? null,
        next?.points ?? null,
        ...(expiringWithin === null ? [] : [pointsUntil(until, expiring.days)]),
        qualification.points,
        ...(hasTiers ? [qualification.tier] : []),
      ];
    },
  };
}

const OWN = [
  "account",
  "entries",
  "leftOut",
  "balance",
  "pending",
  "owed",
  "earned",
  "adjusted",
  "transferred",
  "spent",
  "expired",
  "reversed",
  "nextExpiry",
  "nextExpiryPoints",
] as const;

function pointsUntil(until: string, days: Settlement["holdings"]["expiring"]["days"]): number {
  let sum = 0;
  for (const { lastUsableDay, points } of days) if (lastUsableDay <= until) sum += points;
  return sum;
}
