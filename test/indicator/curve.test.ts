import { describe, expect, it } from "vitest";
import { attainablePoints, curvePoints } from "../../src/indicator/attainable.ts";
import { compileCurve } from "../../src/indicator/compile-curve.ts";
import type { Curve } from "../../src/schema/model-document.ts";

const GROWTH: Curve = {
  kind: "bands",
  bands: [{ points: 20 }, { from: 0, points: 50 }, { from: 0.1, points: 80 }, { above: 0.3, points: 100 }],
};
const REVENUE: Curve = {
  kind: "linear",
  knots: [
    [0, 0],
    [500_000, 60],
    [2_000_000, 100],
  ],
};

describe("bands at, one unit below and one unit above each edge", () => {
  const points = compileCurve(GROWTH, 4, 0);

  it.each([
    [-0.0001, 20, "below from 0"],
    [0, 50, "from 0 is inclusive"],
    [-0, 50, "minus zero is zero"],
    [0.0001, 50, "above from 0"],
    [0.0999, 50, "below from 0.1"],
    [0.1, 80, "from 0.1 is inclusive"],
    [0.2999, 80, "below above 0.3"],
    [0.3, 80, "above 0.3 is exclusive"],
    [0.3001, 100, "above above 0.3"],
    [-999, 20, "the first band has no end"],
    [999, 100, "nor has the last"],
  ])("%d gives %d: %s", (input, expected) => expect(points(input)).toBe(expected));

  it("a single band answers everything", () => {
    const flat = compileCurve({ kind: "bands", bands: [{ points: 7 }] }, 0, 1);
    expect([-1e9, 0, 1e9].map(flat)).toEqual([70, 70, 70]);
  });
});

describe("lines at, one unit below and one unit above each knot", () => {
  const points = compileCurve(REVENUE, 2, 4);

  it.each([
    [-0.01, 0],
    [0, 0],
    [0.01, 0],
    [0.42, 1],
    [0.41, 0],
    [499_999.99, 600_000],
    [499_999, 599_999],
    [500_000, 600_000],
    [500_001, 600_000],
    [500_002, 600_001],
    [1_250_000, 800_000],
    [1_999_998, 999_999],
    [2_000_000, 1_000_000],
    [2_000_000.01, 1_000_000],
    [9e14, 1_000_000],
  ])("%d gives %d ten-thousandths", (input, expected) => expect(points(input)).toBe(expected));

  it("halves of a unit go away from zero, on either side of it and across it", () => {
    const up = compileCurve(
      {
        kind: "linear",
        knots: [
          [0, -1],
          [4, 1],
        ],
      },
      0,
      0,
    );
    expect([0, 1, 2, 3, 4].map((x) => up(x) + 0)).toEqual([-1, -1, 0, 1, 1]);
    const falling = compileCurve(
      {
        kind: "linear",
        knots: [
          [0, 1],
          [4, -1],
        ],
      },
      0,
      0,
    );
    expect([0, 1, 2, 3, 4].map((x) => falling(x) + 0)).toEqual([1, 1, 0, -1, -1]);
    const positive = compileCurve(
      {
        kind: "linear",
        knots: [
          [0, 3],
          [2, 2],
        ],
      },
      0,
      0,
    );
    expect(positive(1)).toBe(3);
    const negative = compileCurve(
      {
        kind: "linear",
        knots: [
          [0, -3],
          [2, -2],
        ],
      },
      0,
      0,
    );
    expect(negative(1)).toBe(-3);
    const rising = compileCurve(
      {
        kind: "linear",
        knots: [
          [0, 2],
          [2, 3],
        ],
      },
      0,
      0,
    );
    expect(rising(1)).toBe(3);
    const sinking = compileCurve(
      {
        kind: "linear",
        knots: [
          [0, -2],
          [2, -3],
        ],
      },
      0,
      0,
    );
    expect(sinking(1)).toBe(-3);
  });

  it("knots too large or too fine for scaled integers go to the referee, and are no defect", () => {
    const wide = compileCurve(
      {
        kind: "linear",
        knots: [
          [-9e30, 0],
          [9e30, 100],
        ],
      },
      6,
      4,
    );
    expect(wide(0)).toBe(500_000);
    expect(wide(4.5e30)).toBe(750_000);
    const fine = compileCurve(
      {
        kind: "linear",
        knots: [
          [1e-35, 0],
          [10, 100],
        ],
      },
      6,
      4,
    );
    expect(fine(5)).toBe(500_000);
    expect(fine(0)).toBe(0);
    const both = compileCurve(
      {
        kind: "linear",
        knots: [
          [1e-320, -50],
          [1e300, 50],
        ],
      },
      0,
      2,
    );
    expect(both(1)).toBe(-5000);
    expect(both(5e299)).toBe(0);
  });
});

describe("lookup", () => {
  const levels: Curve = { kind: "lookup", points: { staff: 30, manager: 60.5, "99": 1, 政府: -2 } };

  it("gives the listed points, own properties only", () => {
    const points = compileCurve(levels, 0, 1);
    expect(["staff", "manager", "99", "政府"].map(points)).toEqual([300, 605, 10, -20]);
    for (const other of ["Staff", "", "toString", "constructor", "__proto__"]) expect(points(other)).toBeNaN();
  });

  it("gives otherwise to the rest, even when that is 0", () => {
    expect(compileCurve({ ...levels, otherwise: 0 }, 0, 1)("other")).toBe(0);
    expect(compileCurve({ ...levels, otherwise: 12.5 }, 0, 1)("other")).toBe(125);
    expect(compileCurve({ ...levels, otherwise: 12.5 }, 0, 1)("staff")).toBe(300);
  });
});

it("flag gives one of two", () => {
  const points = compileCurve({ kind: "flag", points: { true: 100, false: -0.5 } }, 0, 1);
  expect([true, false].map(points)).toEqual([1000, -5]);
});

describe("worst and best", () => {
  it.each([
    [GROWTH, 20, 100],
    [REVENUE, 0, 100],
    [
      {
        kind: "linear",
        knots: [
          [0, 5],
          [1, -5],
          [2, 3],
        ],
      } as Curve,
      -5,
      5,
    ],
    [{ kind: "lookup", points: { a: 3, b: 1 } } as Curve, 1, 3],
    [{ kind: "lookup", points: { a: 3, b: 1 }, otherwise: 0 } as Curve, 0, 3],
    [{ kind: "lookup", points: { a: 3, b: 1 }, otherwise: 9 } as Curve, 1, 9],
    [{ kind: "flag", points: { true: -1, false: 2 } } as Curve, -1, 2],
  ])("%j: %d to %d", (curve, worst, best) => expect(attainablePoints(curve)).toEqual({ worst, best }));

  it("of a lookup of 190,000 categories are found", () => {
    const points = Object.fromEntries(Array.from({ length: 190_000 }, (_, i) => [`c${i}`, i % 97]));
    expect(attainablePoints({ kind: "lookup", points })).toEqual({ worst: 0, best: 96 });
  });

  it("points come in the order of the inputs, false before true", () => {
    expect(curvePoints(GROWTH)).toEqual([20, 50, 80, 100]);
    expect(curvePoints(REVENUE)).toEqual([0, 60, 100]);
    expect(curvePoints({ kind: "flag", points: { true: 1, false: 2 } })).toEqual([2, 1]);
    expect(curvePoints({ kind: "lookup", points: { a: 3, b: 1 }, otherwise: 9 })).toEqual([3, 1, 9]);
  });
});
