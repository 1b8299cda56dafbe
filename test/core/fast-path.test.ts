import fc from "fast-check";
import { beforeEach, describe, expect, it, vi } from "vitest";
import * as numeral from "../../src/core/numeral.ts";
import { publish } from "../../src/core/publish.ts";

// Reading the text of a number answers everything, only slowly; so that it is the exception is not seen in any answer.
vi.mock("../../src/core/numeral.ts", { spy: true });

const readings = (): number => vi.mocked(numeral.readNumeral).mock.calls.length;

beforeEach(() => {
  vi.clearAllMocks();
});

describe("publishing a double reads its text only where it must", () => {
  it("not for decimals that have at most their places", () => {
    const money = fc.integer({ min: -1e14, max: 1e14 }).map((cents) => cents / 100);
    fc.assert(fc.property(money, (value) => publish(value, 2) === value + 0));
    expect(publish(999_999_999_999_999, 0)).toBe(999_999_999_999_999);
    expect(readings()).toBe(0);
  });

  it("not for doubles that are well away from a half unit", () => {
    expect(publish(0.7999999999999999, 6)).toBe(0.8);
    expect(publish(1 / 3, 4)).toBe(0.3333);
    expect(publish(-2 / 3, 4)).toBe(-0.6667);
    expect(publish(1e-30, 2)).toBe(0);
    expect(publish(12_345_678.901234567, 4)).toBe(12_345_678.9012);
    expect(readings()).toBe(0);
  });

  it("not for doubles that are written with a half unit, though the double may lie below it", () => {
    expect(publish(1.005, 2)).toBe(1.01);
    expect(publish(-2.5, 0)).toBe(-3);
    expect(readings()).toBe(0);
  });

  it.each<[number, number, number | string, string]>([
    [0.00049999, 3, 0, "close to a half unit"],
    [1_099_511_627_776.3, 0, 1_099_511_627_776, "too large for the product to be trusted"],
    [1e20, 0, 1e20, "no scaled integer"],
    [5e-31, 0, "exponent", "written with an exponent beyond the limit"],
    [Number.NaN, 2, "number", "no number"],
  ])("for %d at %d places: %s", (value, places, published) => {
    expect(publish(value, places)).toBe(published);
    expect(readings()).toBe(1);
  });

  it("and always for text", () => {
    expect(publish("12.5", 2)).toBe(12.5);
    expect(readings()).toBe(1);
  });
});
