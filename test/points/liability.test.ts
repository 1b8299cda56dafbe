import { type LiabilityOptions, liability, type PointsContract, parsePointsPlan } from "guanxi/points";
import { describe, expect, it } from "vitest";

const planOf = (pointValue: number) => parsePointsPlan({ format: 1, id: "plan", version: "1", rules: [], pointValue });
const deferred = (pointValue: number, contract: PointsContract, options?: LiabilityOptions) =>
  liability(planOf(pointValue), contract, options);

describe("published figures", () => {
  // KPMG handbook, Example 10A, after IFRS 15.IE267–IE270.
  const kpmg: PointsContract = {
    sales: 100_000,
    expectedRedeemed: 9700,
    closings: [
      { redeemedToDate: 4500, expectedRedeemed: 9700 },
      { redeemedToDate: 8500, expectedRedeemed: 9900 },
    ],
  };

  it("97 % of 10,000 points expected: exactly 91,157.70 and 8,842.30", () => {
    expect(deferred(1, kpmg)).toMatchObject({ pointsPrice: 9700, allocated: { goods: 91_157.7, points: 8842.3 } });
  });

  it("by whole percents 91,000 and 9,000; then 4,175, then 3,552", () => {
    const { allocated, closings, deferred: rest } = deferred(1, kpmg, { places: 0, sharePlaces: 2 });
    expect(allocated).toEqual({ goods: 91_000, points: 9000 });
    expect(closings).toEqual([
      { revenueToDate: 4175, revenue: 4175, deferred: 4825 },
      { revenueToDate: 7727, revenue: 3552, deferred: 1273 },
    ]);
    expect(rest).toBe(1273);
  });

  it("95 % expected, as the standard has it: 91,324 and 8,676; then 4,110, then 3,493", () => {
    const standard = {
      sales: 100_000,
      expectedRedeemed: 9500,
      closings: [
        { redeemedToDate: 4500, expectedRedeemed: 9500 },
        { redeemedToDate: 8500, expectedRedeemed: 9700 },
      ],
    };
    const { allocated, closings } = deferred(1, standard, { places: 0 });
    expect(allocated).toEqual({ goods: 91_324, points: 8676 });
    expect(closings.map(({ revenue }) => revenue)).toEqual([4110, 3493]);
  });

  it("a grocer: 6,480,000 and 720,000; then 360,000, 288,000 and 72,000", () => {
    const {
      allocated,
      closings,
      deferred: rest,
    } = deferred(100, {
      sales: 7_200_000,
      expectedRedeemed: 8000,
      closings: [
        { redeemedToDate: 4000, expectedRedeemed: 8000 },
        { redeemedToDate: 8100, expectedRedeemed: 9000 },
        { redeemedToDate: 9000, expectedRedeemed: 9000 },
      ],
    });
    expect(allocated).toEqual({ goods: 6_480_000, points: 720_000 });
    expect(closings.map(({ revenue }) => revenue)).toEqual([360_000, 288_000, 72_000]);
    expect(rest).toBe(0);
  });

  it("2,000 points of 0.10 at 85 %: 170 beside goods of 2,000, exactly 1,843.32 and 156.68", () => {
    expect(deferred(0.1, { sales: 2000, expectedRedeemed: 1700 })).toEqual({
      pointsPrice: 170,
      allocated: { goods: 1843.32, points: 156.68 },
      closings: [],
      deferred: 156.68,
    });
  });
});

describe("a liability", () => {
  it("reads decimal text, and goods whose own price is not what was paid", () => {
    // 99.9 × 1 ÷ (119.9 + 1) = 0.8263…
    expect(deferred(0.01, { sales: "99.90", goodsPrice: "119.90", expectedRedeemed: "100" }).allocated).toEqual({
      goods: 99.07,
      points: 0.83,
    });
  });

  it("takes revenue back where many more are expected than before", () => {
    const closings = [
      { redeemedToDate: 50, expectedRedeemed: 100 },
      { redeemedToDate: 50, expectedRedeemed: 200 },
    ];
    const { closings: periods } = deferred(1, { sales: 900, goodsPrice: 800, expectedRedeemed: 100, closings });
    expect(periods).toEqual([
      { revenueToDate: 50, revenue: 50, deferred: 50 },
      { revenueToDate: 25, revenue: -25, deferred: 75 },
    ]);
  });

  it("of points that nobody is expected to redeem is nothing", () => {
    expect(deferred(1, { sales: 100, expectedRedeemed: 0 })).toMatchObject({
      allocated: { goods: 100, points: 0 },
      deferred: 0,
    });
  });

  it("rounds half away from zero", () => {
    // 1 × 0.5 ÷ (0.5 + 0.5) = 0.5
    expect(deferred(0.5, { sales: 1, goodsPrice: 0.5, expectedRedeemed: 1 }, { places: 0 }).allocated.points).toBe(1);
    expect(deferred(0.5, { sales: 1, goodsPrice: 0.5, expectedRedeemed: 1 }, { places: 1 }).allocated.points).toBe(0.5);
  });

  it.each([
    [{ expectedRedeemed: 1 }, "sales: expected a number or decimal text, got nothing"],
    [{ sales: "12,5", expectedRedeemed: 1 }, 'sales: expected a decimal number, got "12,5"'],
    [{ sales: -1, expectedRedeemed: 1 }, "sales: expected more than 0, got -1"],
    [{ sales: -1, goodsPrice: 5, expectedRedeemed: 1 }, "sales: expected at least 0, got -1"],
    [{ sales: 0, expectedRedeemed: 1 }, "sales: expected more than 0, got 0"],
    [{ sales: Number.NaN, expectedRedeemed: 1 }, "sales: expected a decimal number, got NaN"],
    [{ sales: 5, goodsPrice: 0, expectedRedeemed: 1 }, "goodsPrice: expected more than 0, got 0"],
    [{ sales: 5, expectedRedeemed: [1] }, "expectedRedeemed: expected a number or decimal text, got an array"],
    [{ sales: "1234567890.1234567", expectedRedeemed: 1 }, "sales: expected at most 15 significant digits"],
    [{ sales: "1e99", expectedRedeemed: 1 }, "sales: expected a written exponent within ±30"],
    [null, "expected an object, got nothing"],
    [{ sales: 5, expectedRedeemed: 1, refund: 1 }, "refund: expected a known key"],
    [{ sales: 5, expectedRedeemed: 1, closings: {} }, "closings: expected an array, got an object"],
    [{ sales: 5, expectedRedeemed: 1, closings: [null] }, "closings[0]: expected an object, got nothing"],
    [
      { sales: 5, expectedRedeemed: 1, closings: [{ redeemedToDate: 0, expectedRedeemed: 0 }] },
      "closings[0].expectedRedeemed: expected more than 0, got 0",
    ],
    [
      { sales: 5, expectedRedeemed: 9, closings: [{ redeemedToDate: 9, expectedRedeemed: 8 }] },
      "closings[0].expectedRedeemed: expected at least 9, got 8",
    ],
  ])("refuses %j: %s", (contract, sentence) => {
    expect(() => deferred(1, contract as PointsContract)).toThrow(sentence);
  });

  it("refuses options that mean nothing, and places that would take too many digits", () => {
    const call = (options: object) => () => deferred(1, { sales: 1e13, expectedRedeemed: 1 }, options);
    expect(call({ places: -1 })).toThrow("places: expected a whole number from 0 to 15, got -1");
    expect(call({ sharePlaces: 1.5 })).toThrow("sharePlaces: expected a whole number from 0 to 15, got 1.5");
    expect(call(5 as never)).toThrow("expected an object, got 5");
    expect(call(null as never)().pointsPrice).toBe(1);
    expect(call({ digits: 2 })).toThrow("digits: expected a known key");
    expect(call({ places: 15 })).toThrow("places: expected at most 15 significant digits at 15 places");
  });
});
