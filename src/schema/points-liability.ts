/** Sales that brought points, and what became of the points since. Amounts are numbers, or decimal text. */
export interface PointsContract {
  /** What the customers paid for goods and points together: the transaction price. */
  readonly sales: number | string;
  /** The stand-alone selling price of the goods. Default: the sales. */
  readonly goodsPrice?: number | string;
  /** How many of the points were expected to be redeemed, as it looked at the time of the sale. */
  readonly expectedRedeemed: number | string;
  /** The ends of the periods since, in order. */
  readonly closings?: readonly Closing[];
}

/** How it stands at the end of a period. */
export interface Closing {
  /** Points redeemed since the sale, those of earlier periods included. */
  readonly redeemedToDate: number | string;
  /** How many are expected to be redeemed in all, as it looks now. */
  readonly expectedRedeemed: number | string;
}

export interface LiabilityOptions {
  /** Decimals of the currency. Default 2. */
  readonly places?: number;
  /** Decimals to which the points' share of the price is rounded before it is applied, 2 for whole percents. Default: none. */
  readonly sharePlaces?: number;
}

/** The revenue that is deferred for points. */
export interface Liability {
  /** The stand-alone selling price of the points: what those that are expected to be redeemed are worth. */
  readonly pointsPrice: number;
  /** The transaction price, split; the two parts are the sales exactly. */
  readonly allocated: { readonly goods: number; readonly points: number };
  readonly closings: readonly ClosedPeriod[];
  /** What is still deferred after the last closing. */
  readonly deferred: number;
}

export interface ClosedPeriod {
  /** Revenue of the points since the sale. */
  readonly revenueToDate: number;
  /** Revenue of this period alone; below 0 where so many more are expected than before. */
  readonly revenue: number;
  readonly deferred: number;
}
