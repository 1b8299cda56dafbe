import { Decimal as Unset } from "decimal.js";
import type { AnswerRow } from "./answers.ts";
import { QUADRANTS, quadrantOf, TIERS, tierOf } from "./answers.ts";
import { type BenchAccount, type BenchIndicator, benchIndicators, type NumberField } from "./portfolio.ts";

// 20 digits hold every quotient of the bench model far from a false tie; SQL and spreadsheets round half away from zero.
const Decimal = Unset.clone({ precision: 20, rounding: Unset.ROUND_HALF_UP });
type Decimal = InstanceType<typeof Decimal>;

/** The points of one indicator for one account. */
type Points = (account: BenchAccount) => Decimal;

/**
 * The bench model record by record in decimal.js, exact at every station, as a careful person would write it without
 * thinking of speed: constants are made once, everything else is Decimal.
 */
export function naiveDecimalScorer(places: number): (account: BenchAccount) => AnswerRow {
  const indicators = benchIndicators().map((indicator) => ({
    dimension: indicator.dimension,
    weight: new Decimal(indicator.weight),
    points: pointsOf(indicator, places),
  }));
  const [hundred, valueWeight, relationshipWeight] = [new Decimal(100), new Decimal(60), new Decimal(40)];
  const [industryBonus, sponsorBonus, none] = [new Decimal(5), new Decimal(3), new Decimal(0)];

  return (account) => {
    let valueSum = none;
    let relationshipSum = none;
    for (const { dimension, weight, points } of indicators) {
      const weighted = points(account).times(weight);
      if (dimension === "value") valueSum = valueSum.plus(weighted);
      else relationshipSum = relationshipSum.plus(weighted);
    }
    const isFinance = account.industry === "finance" || account.industry === "government";
    const bonus = isFinance ? industryBonus : account.isSponsor ? sponsorBonus : none;
    const value = Decimal.min(hundred, valueSum.div(hundred).toDecimalPlaces(2).plus(bonus));
    const relationship = relationshipSum.div(hundred).toDecimalPlaces(2);
    const total = value
      .times(valueWeight)
      .plus(relationship.times(relationshipWeight))
      .div(hundred)
      .toDecimalPlaces(2)
      .toNumber();
    const [valueScore, relationshipScore] = [value.toNumber(), relationship.toNumber()];
    return {
      value: valueScore,
      relationship: relationshipScore,
      total,
      quadrant: QUADRANTS[quadrantOf(valueScore, relationshipScore)] as string,
      tier: TIERS[tierOf(total)] as string,
    };
  };
}

function pointsOf({ id, curve }: BenchIndicator, places: number): Points {
  const input = (account: BenchAccount) => new Decimal(account[id as NumberField]).toDecimalPlaces(places);
  switch (curve.kind) {
    case "bands": {
      const [first, ...others] = curve.bands;
      const below = new Decimal(first?.points ?? 0);
      const bands = others.map(({ from, points }) => ({ from: new Decimal(from ?? 0), points: new Decimal(points) }));
      return (account) => {
        const x = input(account);
        let points = below;
        for (const band of bands) if (x.gte(band.from)) points = band.points;
        return points;
      };
    }
    case "linear": {
      const knots = curve.knots.map(([x, y]) => ({ x: new Decimal(x), y: new Decimal(y) }));
      const [first, last] = [knots[0], knots.at(-1)] as [(typeof knots)[0], (typeof knots)[0]];
      return (account) => {
        const x = input(account);
        if (x.lte(first.x)) return first.y;
        if (x.gte(last.x)) return last.y;
        const after = knots.findIndex((knot) => x.lt(knot.x));
        const [low, high] = [knots[after - 1], knots[after]] as [(typeof knots)[0], (typeof knots)[0]];
        const rise = x.minus(low.x).times(high.y.minus(low.y)).div(high.x.minus(low.x));
        return low.y.plus(rise).toDecimalPlaces(4);
      };
    }
    case "lookup": {
      const points = new Map(Object.entries(curve.points).map(([name, y]) => [name, new Decimal(y)]));
      return (account) => points.get(String(account[id as keyof BenchAccount])) as Decimal;
    }
    case "flag": {
      const [yes, no] = [new Decimal(curve.points.true), new Decimal(curve.points.false)];
      return (account) => (account[id as keyof BenchAccount] === true ? yes : no);
    }
  }
}
