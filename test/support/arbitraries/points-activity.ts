import fc from "fast-check";
import type { Activity, ActivityLine, EarnOptions, PointsPlanDocument } from "guanxi/points";
import { dayChoice, dayOf } from "./calendar-days.ts";
import { often, sometimes, TOWARDS_FIRST, withoutUndefined } from "./choice.ts";
import { numberOfUnits } from "./decimal-units.ts";
import { ACTIVITIES, CATEGORIES, COLORS, QUADRANTS, SKUS, TIERS } from "./points-plan.ts";

// Activities and standings that meet a generated plan: its names, amounts around its minimums and halves, days at its dates.

/** Money of two decimals, some whole, some with many digits, some as text. */
export function amount(): fc.Arbitrary<number | string> {
  const money = fc.oneof(
    TOWARDS_FIRST,
    { weight: 3, arbitrary: fc.constantFrom(0, 1, 3, 5, 7, 10, 20, 50, 60) },
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 12_000 }).map((units) => numberOfUnits(units, 2)) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 120 }).map((halves) => halves / 2) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 9e14 }).map((units) => numberOfUnits(units, 13)) },
  );
  return fc.tuple(money, fc.nat({ max: 5 })).map(([value, i]) => (i === 0 ? asText(value) : value));
}

function asText(value: number): string {
  return String(value).replace(/e-.*$/, "");
}

function line(): fc.Arbitrary<ActivityLine> {
  return fc
    .record({
      amount: amount(),
      sku: often(fc.constantFrom(...SKUS)),
      category: often(fc.constantFrom(...CATEGORIES)),
      labels: often(fc.constantFrom(...COLORS).map((color) => ({ color }))),
      isDelivery: fc.constantFrom(undefined, undefined, false, true),
      quantity: sometimes(fc.integer({ min: 1, max: 5 }), { oneIn: 2 }),
    })
    .map((each) => withoutUndefined(each) as ActivityLine);
}

export function activity(): fc.Arbitrary<Activity> {
  const spent = fc.oneof(
    { weight: 3, arbitrary: fc.array(line(), { maxLength: 5 }).map((lines) => ({ lines })) },
    { weight: 2, arbitrary: amount().map((each) => ({ amount: each })) },
    { weight: 1, arbitrary: fc.constant({}) },
  );
  const kind = fc.constantFrom("purchase", "review", ...ACTIVITIES);
  return fc.tuple(kind, dayChoice(), spent).map(([of, day, rest]) => ({ kind: of, date: dayOf(day), ...rest }));
}

const tier = () => fc.constantFrom(...TIERS, null);
const quadrant = () => fc.constantFrom(...QUADRANTS, null);

/** Scores at the bounds of generated bands, with two decimals or none. */
function card() {
  const score = fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 10 }).map((tens) => tens * 10) },
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 10_000 }).map((units) => numberOfUnits(units, 2)) },
    { weight: 1, arbitrary: fc.constant(null) },
  );
  return fc
    .record({
      status: fc.constantFrom("scored", "scored", "scored", undefined, "insufficient-data"),
      total: score,
      value: score,
      tier: tier(),
      quadrant: quadrant(),
    })
    .map(({ value, tier: tierName, quadrant: quadrantName, ...rest }) =>
      withoutUndefined({
        ...rest,
        dimensions: { value: { score: value } },
        tier: tierName === null ? null : { name: tierName },
        quadrant: { name: quadrantName },
      }),
    );
}

const counts = (most: number) =>
  fc
    .record({
      day: often(fc.integer({ min: 0, max: most })),
      month: often(fc.integer({ min: 0, max: most })),
      year: often(fc.integer({ min: 0, max: most })),
      lifetime: often(fc.integer({ min: 0, max: most })),
    })
    .map(withoutUndefined);

/** Everything a generated plan may need. */
export function earnOptions({ rules }: PointsPlanDocument): fc.Arbitrary<Required<EarnOptions>> {
  const standing = fc
    .record({
      tier: often(tier()),
      quadrant: often(quadrant()),
      card: card(),
      previousCard: often(card()),
      reviews: often(fc.array(fc.record({ tier: tier(), quadrant: quadrant() }), { maxLength: 5 })),
    })
    .map(withoutUndefined);
  const ofRules = rules.map(({ id }) =>
    fc
      .record({ points: often(counts(150)), times: often(counts(3)) })
      .map((each) => [id, withoutUndefined(each)] as const),
  );
  const earnedSoFar = fc
    .tuple(counts(150), fc.tuple(...ofRules))
    .map(([points, each]) => ({ points, rules: Object.fromEntries(each) }));
  return fc.record({ standing, earnedSoFar });
}
