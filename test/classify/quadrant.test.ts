import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileQuadrant, NO_SIDES } from "../../src/classify/classify-quadrant.ts";
import type { Quadrant, Side } from "../../src/schema/model-document.ts";
import type { Sides } from "../../src/schema/scorecard.ts";

const QUADRANT: Quadrant = {
  x: "relationship",
  y: "value",
  cut: { x: 60, y: 55.5 },
  deadBand: 2,
  cells: [
    { name: "partner", x: "high", y: "high" },
    { name: "win-over", x: "low", y: "high" },
    { name: "maintain", x: "high", y: "low" },
    { name: "watch", x: "low", y: "low" },
  ],
};

const rate = (x: number, y: number, previous: Sides | null = null, isScored = true, quadrant = QUADRANT) =>
  compileQuadrant(quadrant, 2)(x, y, previous, isScored);

describe("without previous sides, at or above the cut is high", () => {
  it.each([
    [6000, 5550, "partner"],
    [5999, 5550, "win-over"],
    [6000, 5549, "maintain"],
    [5999, 5549, "watch"],
    [6001, 5551, "partner"],
    [0, 10_000, "win-over"],
  ])("%d, %d hundredths: %s", (x, y, name) => {
    const card = rate(x, y);
    expect(card.name).toBe(name);
    expect(card.held).toEqual({ x: false, y: false });
    expect(rate(x, y, NO_SIDES)).toEqual(card);
  });
});

describe("the dead band keeps a side while |score − cut| is below it", () => {
  it.each([
    [5801, "high", "high", true, "one unit inside, below the cut"],
    [5800, "high", "low", false, "at its edge it no longer holds"],
    [6199, "low", "low", true, "one unit inside, above the cut"],
    [6200, "low", "high", false, "at its edge it no longer holds"],
    [6000, "low", "low", true, "at the cut"],
    [6000, "high", "high", false, "at the cut it is high anyway"],
    [5999, "high", "high", true, "just below the cut"],
    [5900, "low", "low", false, "already low"],
  ] as const)("%d hundredths after %s is %s (held %s): %s", (score, before, side, held, _why) => {
    const onX = rate(score, 10_000, { x: before, y: null });
    expect([onX.sides.x, onX.held.x, onX.sides.y, onX.held.y]).toEqual([side, held, "high", false]);
    const onY = rate(0, score - 450, { x: null, y: before });
    expect([onY.sides.y, onY.held.y, onY.sides.x, onY.held.x]).toEqual([side, held, "low", false]);
  });

  it("names the cell of the sides that were kept", () => {
    expect(rate(5999, 5549, { x: "high", y: "high" }).name).toBe("partner");
    expect(rate(5999, 5549, { x: "high", y: "low" }).name).toBe("maintain");
  });

  it("is 0 by default: nothing is kept", () => {
    const { deadBand: _, ...bare } = QUADRANT;
    expect(rate(6000, 5550, { x: "low", y: "low" }, true, bare).sides).toEqual({ x: "high", y: "high" });
    expect(rate(5999, 5549, { x: "high", y: "high" }, true, bare).name).toBe("watch");
  });
});

describe("without a rating", () => {
  const previous: Sides = { x: "high", y: null };

  it.each([
    ["a card that is not scored", 9000, 9000, false, { x: 30, y: 34.5 }],
    ["no x", Number.NaN, 9000, true, { x: null, y: 34.5 }],
    ["no y", 9000, Number.NaN, true, { x: 30, y: null }],
    ["neither", Number.NaN, Number.NaN, false, { x: null, y: null }],
  ])("%s: no name, sides carried forward, distances where there are scores", (_, x, y, isScored, distance) => {
    const card = { name: null, held: { x: false, y: false }, distance };
    expect(rate(x, y, previous, isScored)).toEqual({ ...card, sides: previous });
    expect(rate(x, y, null, isScored)).toEqual({ ...card, sides: { x: null, y: null } });
  });
});

it("distance = score − cut, exactly", () => {
  expect(rate(6010, 5540).distance).toEqual({ x: 0.1, y: -0.1 });
  expect(rate(6000, 5550).distance).toEqual({ x: 0, y: 0 });
});

describe("laws of the dead band", () => {
  const score = fc.integer({ min: 5600, max: 6400 });
  const side = fc.constantFrom<(Side | null)[]>("high", "low", null);

  it("stable: rating again with the sides just given, at the same scores, changes nothing", () => {
    fc.assert(
      fc.property(score, score, side, side, (x, y, px, py) => {
        const first = rate(x, y, { x: px, y: py });
        const again = rate(x, y, first.sides as Sides);
        expect([again.name, again.sides]).toEqual([first.name, first.sides]);
      }),
    );
  });

  it("no flip inside: while |score − cut| < deadBand the side never changes", () => {
    fc.assert(
      fc.property(fc.integer({ min: -199, max: 199 }), side, (off, before) => {
        fc.pre(before !== null);
        expect(rate(6000 + off, 9000, { x: before, y: null }).sides.x).toBe(before);
      }),
    );
  });

  it("monotone: a higher score never gives a lower side", () => {
    fc.assert(
      fc.property(score, fc.nat({ max: 500 }), side, (x, more, before) => {
        const [low, high] = [x, x + more].map((each) => rate(each, 9000, { x: before, y: null }).sides.x);
        expect(low === "high" && high === "low").toBe(false);
      }),
    );
  });
});

it("a cell without a name would be our defect", () => {
  expect(() => rate(0, 0, null, true, { ...QUADRANT, cells: QUADRANT.cells.slice(0, 3) })).toThrow(
    "guanxi has a defect: a quadrant without a name",
  );
});
