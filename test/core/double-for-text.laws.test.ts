import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { doubleForText } from "../../src/core/double-for-text.ts";
import { publish } from "../../src/core/publish.ts";
import { runs } from "../support/runs.ts";

/** Digits with a point anywhere, sometimes with a sign, an exponent, needless zeros or what no number has. */
const decimalText = () =>
  fc
    .record({
      sign: fc.constantFrom("", "-"),
      whole: fc.oneof(
        { weight: 3, arbitrary: fc.nat({ max: 999 }).map(String) },
        { weight: 1, arbitrary: fc.stringMatching(/^[1-9][0-9]{0,35}$/) },
        { weight: 1, arbitrary: fc.constantFrom("0", "00", "01", "") },
      ),
      fraction: fc.oneof(fc.constant(""), decimals(1, 12), decimals(18, 32), fc.constantFrom(".", ".5", ".005")),
      exponent: fc.oneof(
        { weight: 8, arbitrary: fc.constant("") },
        { weight: 1, arbitrary: fc.integer({ min: -33, max: 33 }).map((power) => `e${power}`) },
      ),
      rest: fc.oneof({ weight: 20, arbitrary: fc.constant("") }, { weight: 1, arbitrary: fc.constantFrom(" ", "%") }),
    })
    .map(({ sign, whole, fraction, exponent, rest }) => sign + whole + fraction + exponent + rest);

function decimals(minLength: number, maxLength: number) {
  return fc.array(fc.nat({ max: 9 }), { minLength, maxLength }).map((digits) => `.${digits.join("")}`);
}

describe("the double for a text", () => {
  it("publishes as the text does: publish(doubleForText(t, p), p) = publish(t, p)", () => {
    const hits = { plain: 0, beyondDoubles: 0, none: 0 };
    fc.assert(
      fc.property(decimalText(), fc.integer({ min: 0, max: 8 }), (text, places) => {
        const double = doubleForText(text, places);
        const published = publish(text, places);
        if (Number.isNaN(double)) {
          hits.none += 1;
          if (typeof published === "number") expect(Math.abs(published)).toBeGreaterThanOrEqual(1e21);
          return;
        }
        const digits = text.replace(/\D/g, "").length;
        hits[digits > 17 ? "beyondDoubles" : "plain"] += 1;
        // What is too precise as a text is so as a double.
        expect(publish(double, places)).toBe(published);
        expect(Object.is(double, -0)).toBe(false);
      }),
      { numRuns: runs(2000) },
    );
    for (const count of Object.values(hits)) expect(count).toBeGreaterThan(30);
  });

  it.each([
    ["0", 0],
    ["-0", 0],
    ["-0.00", 0],
    ["0.1", 0.1],
    ["999999999999999", 999999999999999],
    ["0.00000000000000000001", 1e-20],
    ["123456789.12345678", 123456789.123457],
    ["1e3", 1000],
    ["1E-3", 0.001],
    ["100000000000000000000", 1e20],
    ["1000000000000000000000", Number.NaN],
    ["", Number.NaN],
    ["-", Number.NaN],
    [".", Number.NaN],
    [".5", Number.NaN],
    ["5.", Number.NaN],
    ["1.2.3", Number.NaN],
    ["1-2", Number.NaN],
    ["00", Number.NaN],
    ["01.5", Number.NaN],
    ["+1", Number.NaN],
    [" 1", Number.NaN],
    ["١", Number.NaN],
    ["1e31", Number.NaN],
  ])("%s is %d", (text, double) => expect(doubleForText(text, 6)).toBe(double));

  it("rounds a tie as it is written, where the nearest double lies on the other side", () => {
    expect(doubleForText("1.00499999999999999999999", 2)).toBe(1);
    expect(doubleForText("1.00500000000000000000000", 2)).toBe(1.01);
  });
});
