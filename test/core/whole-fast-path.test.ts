import fc from "fast-check";
import { beforeEach, expect, it, vi } from "vitest";
import * as integer from "../../src/core/integer.ts";
import { divided, plus, shifted, times } from "../../src/core/whole.ts";

// Integers of any size answer everything, only slowly; so that they are the exception is not seen in any answer.
vi.mock("../../src/core/integer.ts", { spy: true });

const long = (): number =>
  [integer.sum, integer.product, integer.quotient].reduce(
    (calls, spied) => calls + vi.mocked(spied).mock.calls.length,
    0,
  );

beforeEach(() => {
  vi.clearAllMocks();
});

it("numbers whose answer a double holds never become longer", () => {
  const small = fc.integer({ min: -90_000_000, max: 90_000_000 });
  fc.assert(
    fc.property(small, small, fc.integer({ min: 1, max: 1_000_000 }), (a, b, divisor) => {
      plus(a, b);
      times(a, b);
      divided(times(a, b), divisor, "ceiling");
      shifted(a, 7);
    }),
  );
  expect(long()).toBe(0);
});

it("others do", () => {
  expect(plus(Number.MAX_SAFE_INTEGER, 1)).toEqual(integer.integerOf(9007199254740992));
  expect(times(94906266, -94906267)).toMatchObject({ isNegative: true });
  expect(shifted(1, 16)).toEqual(integer.tenTo(16));
  expect(shifted(0, 300)).toMatchObject({ isNegative: false });
  expect(long()).toBe(4);
});
