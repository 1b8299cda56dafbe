import { describe, expect, it } from "vitest";
import { compileTier, type EarnedTier, type PreviousTier, writeDay } from "../../src/classify/classify-tier.ts";
import { readDate } from "../../src/core/plain-date.ts";
import type { Hold, Tier } from "../../src/schema/model-document.ts";

const RUNGS: Tier["rungs"] = [
  { name: "A1", from: 85 },
  { name: "A2", from: 75, formerly: ["A", "gold"] },
  { name: "B1", from: 60 },
  { name: "B2", from: 45.5, formerly: ["A1", "silver"] },
  { name: "C" },
];
const NAMES = RUNGS.map(({ name }) => name);
const ladder = (hold?: Hold) => compileTier({ on: "total", rungs: RUNGS, ...(hold && { hold }) }, 2);
const day = (text: string): number => readDate(text) as number;

/** Rates a score after a previous name and validity: [name, held, validUntil]. */
function rated(
  score: number,
  hold: Hold,
  before: string | null = null,
  validUntil: string | null = null,
  asOf = "2026-03-31",
) {
  const previous: PreviousTier = {
    rung: before === null ? null : NAMES.indexOf(before),
    validUntil: validUntil === null ? null : day(validUntil),
  };
  const earned = ladder(hold).earn(score, day(asOf), previous) as EarnedTier;
  return [NAMES[earned.rung], earned.held, writeDay(earned.validUntil)];
}

describe("the candidate is the rung the score reaches", () => {
  it.each([
    [10_000, "A1"],
    [8501, "A1"],
    [8500, "A1"],
    [8499, "A2"],
    [7500, "A2"],
    [7499, "B1"],
    [6000, "B1"],
    [5999, "B2"],
    [4550, "B2"],
    [4549, "C"],
    [0, "C"],
    [-5000, "C"],
  ])("%d hundredths: %s", (score, name) => {
    expect(NAMES[ladder().candidate(score)]).toBe(name);
    expect(rated(score, {})).toEqual([name, null, null]);
  });
});

describe("better is promoted at once, whatever holds", () => {
  it.each([["B1"], ["C"]])("from %s", (before) => {
    const hold: Hold = { margin: 10, maxStepsDown: 1, validMonths: 12 };
    expect(rated(8500, hold, before, "2026-12-31")).toEqual(["A1", null, "2027-03-31"]);
  });

  it("the same rung is neither promoted nor held", () => {
    expect(rated(8000, { margin: 10, maxStepsDown: 0 }, "A2")).toEqual(["A2", null, null]);
  });
});

describe("worse is held by margin while score ≥ from − margin", () => {
  const hold: Hold = { margin: 2 };

  it.each([
    [8499, "A1", "margin"],
    [8300, "A1", "margin"],
    [8299, "A2", null],
    [0, "C", null],
  ])("%d hundredths after A1: %s, held %s", (score, name, held) => {
    expect(rated(score, hold, "A1")).toEqual([name, held, null]);
  });

  it("without a margin nothing is held", () => expect(rated(8499, {}, "A1")).toEqual(["A2", null, null]));
});

describe("what is not held falls at most so many rungs", () => {
  it.each([
    [1, 0, "A2", "step"],
    [1, 7600, "A2", null],
    [2, 0, "B1", "step"],
    [4, 0, "C", null],
    [0, 8499, "A1", "step"],
  ])("%d steps at %d hundredths after A1: %s, held %s", (maxStepsDown, score, name, held) => {
    expect(rated(score, { maxStepsDown }, "A1")).toEqual([name, held, null]);
  });

  it("unlimited by default", () => expect(rated(0, {}, "A1")).toEqual(["C", null, null]));
});

describe("validity holds before margin, and margin before step", () => {
  const hold: Hold = { margin: 2, maxStepsDown: 1, validMonths: 12 };

  it.each([
    [0, "2026-04-01", "A1", "validity", "2026-04-01", "still valid for a day"],
    [8400, "2026-04-01", "A1", "validity", "2026-04-01", "valid, though the margin would hold too"],
    [8400, "2026-03-31", "A1", "margin", "2027-03-31", "the last day is over: margin, and a new term"],
    [8400, "2026-03-30", "A1", "margin", "2027-03-31", "long over"],
    [8400, null, "A1", "margin", "2027-03-31", "no term known"],
    [0, "2026-03-31", "A2", "step", "2027-03-31", "neither: one step down"],
    [8200, "2026-03-31", "A2", null, "2027-03-31", "one rung down of itself"],
    [9000, "2026-04-01", "A1", null, "2026-04-01", "kept on merit: the term stays"],
    [9000, "2026-03-31", "A1", null, "2027-03-31", "kept on merit after the term: a new one"],
    [9000, null, "A1", null, "2027-03-31", "kept on merit without a term: a first one"],
  ])("%d after A1 until %s: %s, held %s, until %s: %s", (score, until, name, held, next, _why) => {
    expect(rated(score, hold, "A1", until)).toEqual([name, held, next]);
  });

  it("a first rating has a first term, whatever term is told without a tier", () => {
    expect(rated(9000, hold)).toEqual(["A1", null, "2027-03-31"]);
    expect(rated(9000, hold, null, "2026-12-31")).toEqual(["A1", null, "2027-03-31"]);
  });

  it("terms end with the month when the day does not exist, and zero months end at once", () => {
    expect(rated(9000, { validMonths: 11 })[2]).toBe("2027-02-28");
    expect(rated(9000, { validMonths: 0 })[2]).toBe("2026-03-31");
  });

  it("a model without a term has none, and ignores one from before", () => {
    expect(rated(0, { margin: 2 }, "A1", "2099-12-31")).toEqual(["C", null, null]);
  });

  it("a term beyond the year 9999 cannot be written", () => {
    const earn = ladder(hold).earn;
    expect(earn(9000, day("9999-01-01"), { rung: null, validUntil: null })).toBe("date-range");
    expect(earn(9000, day("9999-01-01"), { rung: 0, validUntil: day("9999-06-01") })).toEqual({
      rung: 0,
      held: null,
      validUntil: day("9999-06-01"),
    });
  });
});

describe("names", () => {
  it("of today come before names of earlier versions", () => {
    const { rungOf, names } = ladder();
    expect(names).toEqual(NAMES);
    expect(["A1", "A2", "B1", "B2", "C", "A", "gold", "silver"].map(rungOf)).toEqual([0, 1, 2, 3, 4, 1, 1, 3]);
    for (const unknown of ["", "a1", "toString", "platinum"]) expect(rungOf(unknown)).toBe(-1);
  });
});

describe("the way up and down", () => {
  it("is what lacks to the rung above, and what is left above the earned rung's own bound", () => {
    expect(ladder().neighbours(1, 8079)).toEqual({
      up: { name: "A1", needs: 4.21 },
      down: { name: "B1", slack: 5.79 },
    });
    expect(ladder().neighbours(3, 4550)).toEqual({ up: { name: "B1", needs: 14.5 }, down: { name: "C", slack: 0 } });
  });

  it("is below zero downwards while a rung is held", () => {
    expect(ladder().neighbours(1, 7400).down).toEqual({ name: "B1", slack: -1 });
  });

  it("ends at the ends", () => {
    expect(ladder().neighbours(0, 9000)).toEqual({ up: null, down: { name: "A2", slack: 5 } });
    expect(ladder().neighbours(4, 1000)).toEqual({ up: { name: "B2", needs: 35.5 }, down: null });
  });

  it("of a ladder of one rung there is none", () => {
    const one = compileTier({ on: "total", rungs: [{ name: "all" }] }, 0);
    expect(one.candidate(-1e9)).toBe(0);
    expect(one.neighbours(0, 5)).toEqual({ up: null, down: null });
  });
});

it("a day is written as text, none as null", () => {
  expect(writeDay(0)).toBe("1970-01-01");
  expect(writeDay(null)).toBeNull();
});
