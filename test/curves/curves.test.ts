import { logCurve, logisticCurve, minMaxCurve, targetCurve } from "guanxi/curves";
import { describe, expect, it } from "vitest";
import { GuanxiError } from "../../src/core/guanxi-error.ts";
import type { Issue } from "../../src/core/issue.ts";

/** Code, path, expectation and finding of everything that is wrong with a call. */
function issuesOf(call: () => unknown): (readonly [Issue["code"], string, Issue["expected"], Issue["found"]])[] {
  try {
    call();
  } catch (error) {
    if (!(error instanceof GuanxiError)) throw error;
    return error.issues.map(({ code, path, expected, found }) => [code, path.join("."), expected, found]);
  }
  return [];
}

describe("minMaxCurve", () => {
  it("is two knots, from the worst points to the best", () => {
    expect(minMaxCurve({ min: 0, max: 180 })).toEqual({
      kind: "linear",
      knots: [
        [0, 0],
        [180, 100],
      ],
    });
    expect(minMaxCurve({ min: 0, max: 180, direction: "falling" }).knots).toEqual([
      [0, 100],
      [180, 0],
    ]);
    expect(minMaxCurve({ min: -0.5, max: 0.25, points: [-10, 20.5], direction: "rising" }).knots).toEqual([
      [-0.5, -10],
      [0.25, 20.5],
    ]);
  });

  it("has no minus zero, which JSON would lose", () => {
    expect(minMaxCurve({ min: -0, max: 1, points: [-0, 1] }).knots).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  it("tells everything that is wrong at once", () => {
    expect(
      issuesOf(() => minMaxCurve({ min: "0", max: 1.2345678901234567, points: [100], direction: "up" } as never)),
    ).toEqual([
      ["curves/number", "min", 15, "0"],
      ["curves/number", "max", 15, 1.2345678901234567],
      ["curves/points", "points", null, "an array"],
      ["curves/direction", "direction", ["rising", "falling"], "up"],
    ]);
  });

  it.each([
    [{ min: 5, max: 5 }, [["curves/above", "max", 5, 5]]],
    [{ min: 5, max: 4 }, [["curves/above", "max", 5, 4]]],
    [{ min: 0, max: 1, points: [50, 50] }, [["curves/above", "points.1", 50, 50]]],
    [{ min: 0, max: 1, points: [60, 50] }, [["curves/above", "points.1", 60, 50]]],
    [
      { min: 0, max: 1, points: [Number.NaN, "1"] },
      [
        ["curves/number", "points.0", 15, "NaN"],
        ["curves/number", "points.1", 15, "1"],
      ],
    ],
    [{ min: 0, max: 1, points: [0, 1, 2] }, [["curves/points", "points", null, "an array"]]],
    [{ min: 0, max: 1, points: { length: 2 } }, [["curves/points", "points", null, "an object"]]],
    [{ min: 0, max: 1, points: null }, [["curves/points", "points", null, null]]],
    [{ min: Number.NEGATIVE_INFINITY, max: 1 }, [["curves/number", "min", 15, "-Infinity"]]],
    [{ min: 0, max: 1e64 }, [["curves/number", "max", 15, 1e64]]],
    [{ min: 1e-31, max: 1 }, [["curves/number", "min", 15, 1e-31]]],
  ])("%j", (options, issues) => expect(issuesOf(() => minMaxCurve(options as never))).toEqual(issues));

  it.each([[null], [undefined], [7], ["min"]])("refuses %j as it refuses missing arguments", (options) => {
    expect(issuesOf(() => minMaxCurve(options as never))).toEqual([
      ["curves/number", "min", 15, null],
      ["curves/number", "max", 15, null],
    ]);
  });
});

describe("targetCurve", () => {
  it("rises to the target and falls beyond", () => {
    expect(targetCurve({ target: 30, from: 0, to: 90 })).toEqual({
      kind: "linear",
      knots: [
        [0, 0],
        [30, 100],
        [90, 0],
      ],
    });
    expect(targetCurve({ target: 30, from: 0, to: 90, plateau: 0, points: [10, 20] }).knots).toEqual([
      [0, 10],
      [30, 20],
      [90, 10],
    ]);
  });

  it("keeps the best points on a plateau, whose edges are exact decimals", () => {
    expect(targetCurve({ target: 30, from: 0, to: 90, plateau: 5 }).knots).toEqual([
      [0, 0],
      [25, 100],
      [35, 100],
      [90, 0],
    ]);
    // In doubles 0.3 − 0.1 is 0.19999999999999998.
    expect(targetCurve({ target: 0.3, from: 0, to: 0.9, plateau: 0.1 }).knots[1]).toEqual([0.2, 100]);
  });

  it.each([
    [{ target: 30, from: 30, to: 90 }, [["curves/below", "from", 30, 30]]],
    [{ target: 30, from: 0, to: 30 }, [["curves/above", "to", 30, 30]]],
    [
      { target: 30, from: 25, to: 35, plateau: 5 },
      [
        ["curves/below", "from", 25, 25],
        ["curves/above", "to", 35, 35],
      ],
    ],
    [{ target: 30, from: 0, to: 90, plateau: -1 }, [["curves/least", "plateau", 0, -1]]],
    [{ target: 30, from: 0, to: 90, plateau: "5" }, [["curves/number", "plateau", 15, "5"]]],
    [{ target: 1e14, from: 0, to: 1e15, plateau: 0.05 }, [["curves/number", "plateau", 15, 0.05]]],
    // Only the upper edge has 16 digits.
    [{ target: 999999999999999, from: 0, to: 2e15, plateau: 2 }, [["curves/number", "plateau", 15, 2]]],
    [{ target: 123456789012345, from: 0, to: 2e15, plateau: 1 }, []],
    [
      { target: 0, from: 1, to: -1, points: [1, 0] },
      [
        ["curves/below", "from", 0, 1],
        ["curves/above", "to", 0, -1],
        ["curves/above", "points.1", 1, 0],
      ],
    ],
    [
      {},
      [
        ["curves/number", "target", 15, null],
        ["curves/number", "from", 15, null],
        ["curves/number", "to", 15, null],
      ],
    ],
  ])("%j", (options, issues) => expect(issuesOf(() => targetCurve(options as never))).toEqual(issues));
});

describe("logCurve", () => {
  it("is the example of its documentation", () => {
    const returns = logCurve({ from: 1000, to: 1000000, maximumError: 4, places: 0 });
    expect(returns.curve.knots).toEqual([
      [1000, 0],
      [4300, 21],
      [19300, 43],
      [89000, 65],
      [405600, 87],
      [1000000, 100],
    ]);
    expect(returns.maximumError).toBe(4);
  });

  it("is one line when the error allows it, and states the error that line has", () => {
    const { curve, maximumError } = logCurve({ from: 100, to: 101, maximumError: 50, places: 1 });
    expect(curve.knots).toEqual([
      [100, 0],
      [101, 100],
    ]);
    expect(maximumError).toBe(0.13);
  });

  it("has four places by default", () => {
    expect(
      logCurve({ from: 1, to: 1000, maximumError: 0.5 }).curve.knots.some(([, y]) => /\.\d{4}$/.test(String(y))),
    ).toBe(true);
  });

  it.each([
    [{ from: 0, to: 10, maximumError: 1 }, [["curves/above", "from", 0, 0]]],
    [
      { from: -1, to: -2, maximumError: 1 },
      [
        ["curves/above", "from", 0, -1],
        ["curves/above", "to", -1, -2],
      ],
    ],
    [{ from: 1, to: 10 }, [["curves/number", "maximumError", 15, null]]],
    [{ from: 1, to: 10, maximumError: 0 }, [["curves/above", "maximumError", 0.00005, 0]]],
    [{ from: 1, to: 10, maximumError: 0.00005 }, [["curves/above", "maximumError", 0.00005, 0.00005]]],
    [{ from: 1, to: 10, maximumError: 0.5, places: 0 }, [["curves/above", "maximumError", 0.5, 0.5]]],
    [{ from: 1, to: 10, maximumError: 1, places: -1 }, [["curves/places", "places", 15, -1]]],
    [{ from: 1, to: 10, maximumError: 1, places: 16 }, [["curves/places", "places", 15, 16]]],
    [{ from: 1, to: 10, maximumError: 1, places: 1.5 }, [["curves/places", "places", 15, 1.5]]],
    [{ from: 1, to: 10, maximumError: 1, places: null }, [["curves/places", "places", 15, null]]],
    [
      { from: 1, to: 10, maximumError: 1, points: [0.5, 99.25], places: 1 },
      [["curves/decimals", "points.1", 1, 99.25]],
    ],
    [{ from: 1, to: 10, maximumError: 1, places: 13 }, [["curves/size", "points.1", 13, 100]]],
    [{ from: 1, to: 10, maximumError: 1, points: [-100, 1], places: 13 }, [["curves/size", "points.0", 13, -100]]],
    [
      { from: 1, to: 10, maximumError: 1, direction: null },
      [["curves/direction", "direction", ["rising", "falling"], null]],
    ],
    [{ from: 1, to: 10, maximumError: 1e-9, places: 9 }, [["curves/knots", "maximumError", 1000, 1e-9]]],
  ])("%j", (options, issues) => expect(issuesOf(() => logCurve(options as never))).toEqual(issues));

  it("takes 15 places where the points leave room for them", () => {
    expect(logCurve({ from: 1, to: 2, points: [0, 0.5], maximumError: 0.01, places: 15 }).curve.knots.length).toBe(4);
    expect(issuesOf(() => logCurve({ from: 1, to: 2, points: [0, 9.99], maximumError: 1, places: 14 }))).toEqual([]);
  });
});

describe("logisticCurve", () => {
  const ends = { midpoint: 50, from: 0, to: 100, maximumError: 1 };

  it("is the example of its documentation", () => {
    const soft = logisticCurve({ midpoint: 50, at: 70, share: 0.9, from: 0, to: 100, maximumError: 5, places: 1 });
    expect(soft.curve.knots).toEqual([
      [0, 0.4],
      [33.51, 14],
      [50, 50],
      [69.98, 90],
      [100, 99.6],
    ]);
    expect(soft.maximumError).toBe(5);
  });

  it("has a knot at its midpoint, half way between the points, if that lies between the ends", () => {
    expect(logisticCurve({ ...ends, slope: 0.1, points: [20, 80] }).curve.knots).toContainEqual([50, 50]);
    for (const midpoint of [-10, 0, 100, 110]) {
      const { knots } = logisticCurve({ ...ends, midpoint, slope: 0.1 }).curve;
      expect(knots.filter(([input]) => input > 0 && input < 100).every(([, points]) => points !== 50)).toBe(true);
      expect([knots[0]?.[0], knots.at(-1)?.[0]]).toEqual([0, 100]);
    }
  });

  it("a share above one half is reached above the midpoint when it rises, and below when it falls", () => {
    const rising = logisticCurve({ ...ends, at: 70, share: 0.9 }).curve.knots;
    const falling = logisticCurve({ ...ends, at: 30, share: 0.9 }).curve.knots;
    expect(rising[0]?.[1]).toBe(falling.at(-1)?.[1]);
    expect(rising.at(-1)?.[1]).toBe(falling[0]?.[1]);
    expect(rising[0]?.[1]).toBe(0.4098);
    expect(logisticCurve({ ...ends, at: 30, share: 0.1 }).curve.knots).toEqual(rising);
  });

  it("finds a step of a millionth in a range of billions", () => {
    const { curve } = logisticCurve({ midpoint: 50, slope: 1e6, from: -1e9, to: 1e9, maximumError: 0.05 });
    expect(curve.knots.length).toBeLessThan(60);
    expect(curve.knots[0]).toEqual([-1e9, 0]);
    expect(curve.knots.at(-1)).toEqual([1e9, 100]);
  });

  it("says so where 15 digits are too coarse for the step", () => {
    expect(
      issuesOf(() => logisticCurve({ midpoint: 999999999999, slope: 1e6, from: 0, to: 1e13, maximumError: 1 })),
    ).toEqual([["curves/knots", "maximumError", 1000, 1]]);
  });

  it.each([
    [{ ...ends }, [["curves/steepness", "", null, null]]],
    [{ ...ends, slope: 1, at: 2 }, [["curves/steepness", "", null, "slope and at"]]],
    [{ ...ends, at: 2 }, [["curves/steepness", "", null, "at"]]],
    [{ ...ends, share: 0.5 }, [["curves/steepness", "", null, "share"]]],
    [{ ...ends, slope: 1, at: 2, share: 0.9 }, [["curves/steepness", "", null, "slope and at and share"]]],
    [{ ...ends, slope: 0 }, [["curves/other", "slope", 0, 0]]],
    [{ ...ends, slope: Number.NaN }, [["curves/number", "slope", 15, "NaN"]]],
    [{ ...ends, at: 50, share: 0.9 }, [["curves/other", "at", 50, 50]]],
    [{ ...ends, at: 60, share: 0.5 }, [["curves/share", "share", null, 0.5]]],
    [{ ...ends, at: 60, share: 0 }, [["curves/share", "share", null, 0]]],
    [{ ...ends, at: 60, share: 1 }, [["curves/share", "share", null, 1]]],
    [
      { ...ends, at: null, share: null },
      [
        ["curves/number", "at", 15, null],
        ["curves/number", "share", 15, null],
      ],
    ],
    [{ ...ends, slope: 1, from: 100, to: 0 }, [["curves/above", "to", 100, 0]]],
    [{ ...ends, slope: 1, midpoint: null }, [["curves/number", "midpoint", 15, null]]],
  ])("%j", (options, issues) => expect(issuesOf(() => logisticCurve(options as never))).toEqual(issues));
});
