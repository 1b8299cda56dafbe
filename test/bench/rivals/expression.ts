import { QUADRANTS, SIDES_CUT, TIER_CUTS, TIERS } from "../answers.ts";
import { type BenchIndicator, benchIndicators } from "../portfolio.ts";
import { piecesOf } from "./pieces.ts";

/** The words of an expression language, `E` being what it writes: text, or JSON. */
export interface Language<E> {
  readonly input: (field: string) => E;
  readonly number: (value: number) => E;
  readonly text: (value: string) => E;
  /** The branch of the first test that holds. */
  readonly choose: (branches: readonly (readonly [test: E, then: E])[], otherwise: E) => E;
  readonly isBelow: (x: E, bound: E) => E;
  readonly isOneOf: (x: E, values: readonly string[]) => E;
  readonly plus: (terms: readonly E[]) => E;
  readonly minus: (x: E, y: E) => E;
  readonly times: (x: E, y: E) => E;
  readonly dividedBy: (x: E, y: E) => E;
  readonly atMost: (x: E, most: E) => E;
  /** A result computed before: by its name where the language has names, else written out. */
  readonly result: (key: string, expression: E) => E;
}

/** The bench model in an expression language, result by result in an order in which each may read those before. */
export function expressionsOf<E>(language: Language<E>): readonly (readonly [key: string, expression: E])[] {
  const { input, number, text, choose, isBelow, isOneOf, plus, times, dividedBy, atMost, result } = language;
  const base = (dimension: string) =>
    dividedBy(
      plus(
        benchIndicators()
          .filter((indicator) => indicator.dimension === dimension)
          .map((indicator) => times(pointsIn(language, indicator), number(indicator.weight))),
      ),
      number(100),
    );
  const bonus = choose(
    [
      [isOneOf(input("industry"), ["finance", "government"]), number(5)],
      [input("isSponsor"), number(3)],
    ],
    number(0),
  );
  const value = atMost(plus([base("value"), bonus]), number(100));
  const relationship = base("relationship");
  const [theValue, theRelationship] = [result("value", value), result("relationship", relationship)];
  const total = dividedBy(plus([times(theValue, number(60)), times(theRelationship, number(40))]), number(100));
  const theTotal = result("total", total);
  const cell = (code: number) => text(QUADRANTS[code] as string);
  const isLow = (score: E) => isBelow(score, number(SIDES_CUT));
  const quadrant = choose(
    [[isLow(theValue), choose([[isLow(theRelationship), cell(0)]], cell(1))]],
    choose([[isLow(theRelationship), cell(2)]], cell(3)),
  );
  const rungs = TIER_CUTS.map((from, i) => [isBelow(theTotal, number(from)), text(TIERS[i + 1] as string)] as const);
  const tier = choose([...rungs].reverse(), text(TIERS[0]));
  return Object.entries({ value, relationship, total, quadrant, tier });
}

function pointsIn<E>(language: Language<E>, { id, curve }: BenchIndicator): E {
  const { input, number, choose, isBelow, isOneOf, plus, minus, times } = language;
  const x = input(id);
  switch (curve.kind) {
    case "flag":
      return choose([[x, number(curve.points.true)]], number(curve.points.false));
    case "lookup": {
      const entries = Object.entries(curve.points);
      const branches = entries.map(([name, points]) => [isOneOf(x, [name]), number(points)] as const);
      return choose(branches.slice(0, -1), number(entries.at(-1)?.[1] ?? 0));
    }
    default: {
      const pieces = piecesOf(curve).map(({ until, base, slope, start }) => {
        const rise = times(start === 0 ? x : minus(x, number(start)), number(slope));
        return { until, points: slope === 0 ? number(base) : base === 0 ? rise : plus([number(base), rise]) };
      });
      const branches = pieces
        .slice(0, -1)
        .map(({ until, points }) => [isBelow(x, number(until ?? 0)), points] as const);
      return choose(branches, pieces.at(-1)?.points as E);
    }
  }
}
