import { compareFractions, type Fraction } from "../core/fraction.ts";
import type { PmmlInterval } from "./pmml-scorecard.ts";
import { exactly } from "./read-decimal.ts";

/** Whether each margin belongs to an interval of a closure. */
const CLOSED = {
  openOpen: [false, false],
  openClosed: [false, true],
  closedOpen: [true, false],
  closedClosed: [true, true],
} satisfies { readonly [K in PmmlInterval["closure"]]: readonly [left: boolean, right: boolean] };

/** An interval as a test of numbers. */
export function compileInterval({ closure, leftMargin, rightMargin }: PmmlInterval): (value: Fraction) => boolean {
  const [isLeftClosed, isRightClosed] = CLOSED[closure];
  const left = leftMargin === null ? null : exactly(leftMargin);
  const right = rightMargin === null ? null : exactly(rightMargin);
  return (value) => {
    const aboveLeft = left === null ? 1 : compareFractions(value, left);
    const belowRight = right === null ? 1 : compareFractions(right, value);
    return aboveLeft >= (isLeftClosed ? 0 : 1) && belowRight >= (isRightClosed ? 0 : 1);
  };
}
