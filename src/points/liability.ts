import { GuanxiError } from "../core/guanxi-error.ts";
import { issue } from "../core/issue.ts";
import type { ClosedPeriod, Liability, LiabilityOptions, PointsContract } from "../schema/points-liability.ts";
import type { PointsPlan } from "../schema/points-plan-document.ts";
import { exactDifference, exactRatio } from "./exact-ratio.ts";
import { type ReadContract, readContract } from "./read-contract.ts";
import { requirePlan } from "./require-plan.ts";

/**
 * The revenue to defer for points that came with a sale, and to recognise as they are redeemed (IFRS 15, B39–B47): the
 * transaction price is split in proportion to the stand-alone selling prices, points counting as far as they are expected
 * to be redeemed; at each closing what is recognised catches up with today's expectation.
 *
 * Rounded half away from zero to `places`, each used as rounded from there on: the price of the points, their part of the
 * sales (the goods have the rest), and the revenue to date.
 *
 * @param plan gives `pointValue`, the stand-alone price of one point
 * @throws GuanxiError for amounts that are none, or out of bounds
 *
 * @example
 * ```ts
 * const valued = parsePointsPlan({ format: 1, id: "valued", version: "1", rules: [], pointValue: 1 });
 * const sold = { sales: 100000, expectedRedeemed: 9700, closings: [{ redeemedToDate: 4500, expectedRedeemed: 9700 }] };
 * liability(valued, sold).allocated; // { goods: 91157.7, points: 8842.3 }
 * liability(valued, sold, { places: 0, sharePlaces: 2 }).closings[0]?.revenue; // 4175
 * ```
 */
export function liability(plan: PointsPlan, contract: PointsContract, options: LiabilityOptions = {}): Liability {
  requirePlan(plan);
  const { pointValue } = plan;
  if (pointValue === undefined) {
    throw new GuanxiError([issue("document/missing-key", ["pointValue"], "a number", null)]);
  }
  const read = readContract(contract, options);
  const pointsPrice = exactRatio([pointValue, read.expectedRedeemed], [1], read.places);
  const points = allocate(read, pointsPrice);
  const closings = close(read, points);
  return {
    pointsPrice,
    allocated: { goods: exactDifference(read.sales, points), points },
    closings,
    deferred: closings[closings.length - 1]?.deferred ?? points,
  };
}

function allocate({ sales, goodsPrice, places, sharePlaces }: ReadContract, pointsPrice: number): number {
  const prices = [goodsPrice, pointsPrice];
  if (sharePlaces === null) return exactRatio([sales, pointsPrice], prices, places);
  return exactRatio([sales, exactRatio([pointsPrice], prices, sharePlaces)], [1], places);
}

function close({ closings, places }: ReadContract, deferred: number): readonly ClosedPeriod[] {
  let before = 0;
  return closings.map(({ redeemedToDate, expectedRedeemed }) => {
    const revenueToDate = exactRatio([deferred, redeemedToDate], [expectedRedeemed], places);
    const revenue = exactDifference(revenueToDate, before);
    before = revenueToDate;
    return { revenueToDate, revenue, deferred: exactDifference(deferred, revenueToDate) };
  });
}
