import { compileCondition, operatorOf } from "../../condition/compile-condition.ts";
import { FALSE, TRUE, UNKNOWN } from "../../condition/truth.ts";
import { readDate } from "../../core/plain-date.ts";
import { powerOfTen } from "../../core/power-of-ten.ts";
import { ceilScaled, floorScaled } from "../../core/scaled-bound.ts";
import type { Slots } from "../../core/slots.ts";
import { at, type ByteLane, type CodeLane, type Lane } from "../../lanes/lane.ts";
import type { Condition, InputTest, Operator, ScoreTest } from "../../schema/model-document.ts";
import type { Chunk } from "./chunk.ts";
import type { InputSlot } from "./input-slot.ts";

/** The truth of a condition for every row of the chunk. */
export type TruthKernel = () => ByteLane;

/** A condition over lanes: tests row by row, then least, greatest and mirror image of truths. */
export function compileTruthKernel(
  condition: Condition,
  chunk: Chunk,
  resolve: (of: "input" | "score", id: string) => InputSlot,
): TruthKernel {
  const { kernels, byteLane } = chunk.space;
  const out = byteLane();
  const parts = (conditions: readonly Condition[]) =>
    conditions.map((each) => compileTruthKernel(each, chunk, resolve));
  if ("all" in condition) return least(parts(condition.all), chunk, out);
  if ("any" in condition) return greatest(parts(condition.any), chunk, out);
  if ("not" in condition) {
    const [part] = parts([condition.not]) as [TruthKernel];
    return () => {
      kernels.negate(at(part()), chunk.rows, TRUE, at(out));
      return out;
    };
  }
  return testKernel(condition, chunk, resolve, out);
}

function least(parts: readonly TruthKernel[], chunk: Chunk, out: ByteLane): TruthKernel {
  return () => {
    out.fill(TRUE, 0, chunk.rows);
    for (const part of parts) chunk.space.kernels.least(at(part()), chunk.rows, at(out));
    return out;
  };
}

function greatest(parts: readonly TruthKernel[], chunk: Chunk, out: ByteLane): TruthKernel {
  return () => {
    out.fill(FALSE, 0, chunk.rows);
    for (const part of parts) chunk.space.kernels.greatest(at(part()), chunk.rows, at(out));
    return out;
  };
}

/** The test of one value, by the function that scores one account. */
function testKernel(
  test: InputTest | ScoreTest,
  chunk: Chunk,
  resolve: (of: "input" | "score", id: string) => InputSlot,
  out: ByteLane,
): TruthKernel {
  const { kernels, table } = chunk.space;
  const { slot, kind, places, coded } = "input" in test ? resolve("input", test.input) : resolve("score", test.score);
  const evaluate = compileCondition(test, () => ({ slot: 0, isDate: kind === "date" }));
  const one: Slots = [null];
  const truthOf = (value: Slots[number]) => {
    one[0] = value;
    return evaluate(one);
  };
  if (coded.length > 0) {
    const codes = chunk.codes[slot] as CodeLane;
    const truths = table(Uint8Array.from(coded, truthOf));
    return () => {
      kernels.lookUp(at(codes), chunk.rows, truths, at(out));
      return out;
    };
  }
  chunk.isLaneRead[slot] = true;
  const values = chunk.numbers[slot] as Lane;
  const missing = truthOf(null);
  if (operatorOf(test) === "exists") {
    const present = truthOf(0);
    return () => {
      for (let i = 0; i < chunk.rows; i++) out[i] = Number.isNaN(values[i]) ? missing : present;
      return out;
    };
  }
  const bounds = boundsOf(test, kind === "date");
  if (bounds === null) {
    const unit = powerOfTen(places);
    return () => {
      for (let i = 0; i < chunk.rows; i++) {
        const value = values[i] as number;
        out[i] = Number.isNaN(value) ? missing : truthOf(value / unit);
      }
      return out;
    };
  }
  const from = ceilScaled(bounds.least, places);
  const to = floorScaled(bounds.greatest, places);
  // Inside and outside are each other's negation; a missing value is unknown whichever is true.
  const [inside, outside] = bounds.inside === 1 ? [TRUE, FALSE] : [FALSE, TRUE];
  return () => {
    kernels.testRange(at(values), chunk.rows, from, to, inside, outside, UNKNOWN, at(out));
    return out;
  };
}

/** A test as a range, inclusive at both ends, and whether it holds inside (1) or outside (0) of it. */
interface Bounds {
  readonly least: number;
  readonly greatest: number;
  readonly inside: 0 | 1;
}

/** The range each operator asks about; `null` where it is no range. */
const BOUNDS = {
  eq: ([at]) => ({ least: at, greatest: at, inside: 1 }),
  ne: ([at]) => ({ least: at, greatest: at, inside: 0 }),
  lt: ([at]) => ({ least: at, greatest: Number.POSITIVE_INFINITY, inside: 0 }),
  lte: ([at]) => ({ least: Number.NEGATIVE_INFINITY, greatest: at, inside: 1 }),
  gt: ([at]) => ({ least: Number.NEGATIVE_INFINITY, greatest: at, inside: 0 }),
  gte: ([at]) => ({ least: at, greatest: Number.POSITIVE_INFINITY, inside: 1 }),
  between: ([from, to]) => ({ least: from, greatest: to as number, inside: 1 }),
  in: () => null,
  notIn: () => null,
  exists: () => null,
} satisfies { readonly [K in Operator]: (constants: readonly [number, number?]) => Bounds | null };

function boundsOf(test: InputTest | ScoreTest, isDate: boolean): Bounds | null {
  const operator = operatorOf(test);
  const constants = ([test[operator]].flat() as unknown[]).map((each) => (isDate ? readDate(String(each)) : each));
  return BOUNDS[operator](constants as unknown as readonly [number, number?]);
}
