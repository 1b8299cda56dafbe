import { describe, expect, it } from "vitest";
import { readDate } from "../../src/core/plain-date.ts";
import { compileMeasure, type FieldPlace } from "../../src/measure/compile-measure.ts";
import { DEFAULT_MEASURE_PLACES, measurePlaces, needsAsOf } from "../../src/measure/measure-form.ts";
import type { Measure } from "../../src/schema/model-document.ts";

const PLACES: { readonly [id: string]: FieldPlace } = {
  revenue: { slot: 0, places: 2 },
  before: { slot: 1, places: 2 },
  visited: { slot: 2, places: 0 },
};
const field = (id: string): FieldPlace => PLACES[id] as FieldPlace;
const day = (text: string): number => readDate(text) as number;

const read = (measure: Measure, slots: (number | null)[], asOf: string | null = null): unknown =>
  compileMeasure("m", measure, field)(slots, asOf === null ? null : day(asOf));

describe("what the fine print says", () => {
  const change: Measure = { kind: "change", from: "before", to: "revenue" };

  it("a change has four places where the model names none", () => {
    expect(DEFAULT_MEASURE_PLACES).toBe(4);
    expect(read(change, [1_250_000, 1_000_000])).toBe(0.25);
    expect(read(change, [2, 3])).toBe(-0.3333);
    expect(read({ ...change, places: 0 }, [5, 2])).toBe(2);
  });

  it("halves go away from zero, floor goes down, ceiling goes up, also below zero and under a negative divisor", () => {
    const ratio = (rounding: "half-away" | "floor" | "ceiling"): Measure => ({
      kind: "ratio",
      of: "revenue",
      to: "before",
      places: 0,
      rounding,
    });
    expect([1, -1].map((of) => read(ratio("half-away"), [of, 2]))).toEqual([1, -1]);
    expect([1, -1].map((of) => read(ratio("floor"), [of, 2]))).toEqual([0, -1]);
    expect([1, -1].map((of) => read(ratio("ceiling"), [of, 2]))).toEqual([1, 0]);
    expect([1, -1].map((of) => read(ratio("floor"), [of, -2]))).toEqual([-1, 0]);
    expect([1, -1].map((of) => read(ratio("ceiling"), [of, -2]))).toEqual([0, 1]);
  });

  it("a divisor of zero makes the measure missing, a dividend of zero makes it zero", () => {
    expect(read({ kind: "ratio", of: "revenue", to: "before" }, [5, 0])).toBeNull();
    expect(read(change, [5, 0])).toBeNull();
    expect(read({ kind: "ratio", of: "revenue", to: "before" }, [0, -5])).toBe(0);
    expect(read(change, [0, 5])).toBe(-1);
  });

  it("difference and sum are at home on the places of their fields", () => {
    // In doubles 0.3 − 0.1 is 0.19999999999999998.
    expect(read({ kind: "difference", of: "revenue", minus: "before" }, [0.3, 0.1])).toBe(0.2);
    expect(read({ kind: "sum", of: ["revenue", "before", "revenue"] }, [0.1, 0.2])).toBe(0.4);
    expect(read({ kind: "sum", of: ["revenue"], places: 1, rounding: "ceiling" }, [0.11])).toBe(0.2);
  });

  it("what does not fit 15 digits is an issue that names the places", () => {
    expect(read({ kind: "sum", of: ["revenue", "before"], places: 2 }, [999_999_999_999.99, 0.01])).toBe(1e12);
    expect(
      read({ kind: "sum", of: ["revenue", "before"], places: 2 }, [9_999_999_999_999.99, 9_999_999_999_999.98]),
    ).toEqual({
      code: "record/precision",
      path: ["m"],
      expected: 2,
      found: "a longer number",
    });
  });

  it("what fits 15 digits but no scaled integer goes to the referee", () => {
    expect(read({ kind: "sum", of: ["revenue", "before"] }, [9e20, 1e20])).toBe(1e21);
    expect(read({ kind: "ratio", of: "revenue", to: "before" }, [9e30, 3e20])).toBe(3e10);
    expect(read({ kind: "difference", of: "revenue", minus: "before" }, [-9e20, 1e20])).toBe(-1e21);
  });
});

describe("days and months since", () => {
  const days: Measure = { kind: "days-since", field: "visited" };
  const months: Measure = { kind: "months-since", field: "visited" };
  const since = (measure: Measure, from: string | null, asOf: string | null) =>
    read(measure, [0, 0, from === null ? null : day(from)], asOf);

  it("count from the date to the day of the rating, below zero if it lies ahead", () => {
    expect(since(days, "2026-03-01", "2026-03-31")).toBe(30);
    expect(since(days, "2026-03-31", "2026-03-31")).toBe(0);
    expect(since(days, "2026-04-01", "2026-03-31")).toBe(-1);
    expect(since(months, "2026-01-31", "2026-02-28")).toBe(1);
    expect(since(months, "2026-01-31", "2026-03-30")).toBe(1);
    expect(since(months, "2026-03-31", "2026-03-31")).toBe(0);
    expect(since(months, "2026-04-01", "2026-03-31")).toBe(-1);
  });

  it("are missing without a date, or without a day", () => {
    for (const measure of [days, months]) {
      expect(since(measure, null, "2026-03-31")).toBeNull();
      expect(since(measure, "2026-03-31", null)).toBeNull();
    }
  });

  it("are whole numbers and need the day; other measures do neither", () => {
    const others: Measure[] = [
      { kind: "ratio", of: "revenue", to: "before", places: 7 },
      { kind: "change", from: "before", to: "revenue" },
      { kind: "difference", of: "revenue", minus: "before", places: 0 },
      { kind: "sum", of: ["revenue"] },
    ];
    expect([days, months].map(measurePlaces)).toEqual([0, 0]);
    expect([days, months].map(needsAsOf)).toEqual([true, true]);
    expect(others.map(measurePlaces)).toEqual([7, 4, 0, 4]);
    expect(others.map(needsAsOf)).toEqual([false, false, false, false]);
  });
});
