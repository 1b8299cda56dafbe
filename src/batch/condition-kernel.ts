import { compileCondition, operatorOf } from "../condition/compile-condition.ts";
import { FALSE, TRUE, UNKNOWN } from "../condition/truth.ts";
import { readDate } from "../core/plain-date.ts";
import type { Slots } from "../core/slots.ts";
import type { Condition, InputTest, Operator, ScoreTest } from "../schema/model-document.ts";
import type { Chunk } from "./chunk.ts";
import { CHUNK, type Lane } from "./lanes.ts";

/** The truth of a condition for every row of the chunk. */
export type TruthKernel = () => Uint8Array;

/** What a tested slot holds, as conditions see it. */
export interface TestedLane {
  readonly slot: number;
  readonly kind: "number" | "date" | "category" | "boolean";
  /** The texts that codes stand for. */
  readonly dictionary: readonly string[];
}

/** A condition over lanes: tests row by row, then least, greatest and mirror image of truths. */
export function compileTruthKernel(
  condition: Condition,
  chunk: Chunk,
  resolve: (of: "input" | "score", id: string) => TestedLane,
): TruthKernel {
  const out = new Uint8Array(CHUNK);
  const parts = (conditions: readonly Condition[]) =>
    conditions.map((each) => compileTruthKernel(each, chunk, resolve));
  if ("all" in condition) return combined(parts(condition.all), TRUE, Math.min, chunk, out);
  if ("any" in condition) return combined(parts(condition.any), FALSE, Math.max, chunk, out);
  if ("not" in condition) {
    const [part] = parts([condition.not]) as [TruthKernel];
    return () => {
      const truths = part();
      for (let i = 0; i < chunk.rows; i++) out[i] = TRUE - (truths[i] as number);
      return out;
    };
  }
  return testKernel(condition, chunk, resolve, out);
}

function combined(
  parts: readonly TruthKernel[],
  start: number,
  choose: (a: number, b: number) => number,
  chunk: Chunk,
  out: Uint8Array,
): TruthKernel {
  return () => {
    out.fill(start, 0, chunk.rows);
    for (const part of parts) {
      const truths = part();
      for (let i = 0; i < chunk.rows; i++) out[i] = choose(out[i] as number, truths[i] as number);
    }
    return out;
  };
}

/** The test of one value, by the function that scores one account. */
function testKernel(
  test: InputTest | ScoreTest,
  chunk: Chunk,
  resolve: (of: "input" | "score", id: string) => TestedLane,
  out: Uint8Array,
): TruthKernel {
  const { slot, kind, dictionary } = "input" in test ? resolve("input", test.input) : resolve("score", test.score);
  const evaluate = compileCondition(test, () => ({ slot: 0, isDate: kind === "date" }));
  const one: Slots = [null];
  const truthOf = (value: Slots[number]) => {
    one[0] = value;
    return evaluate(one);
  };
  const values = chunk.lanes[slot] as Lane;
  const missing = truthOf(null);
  if (kind === "category" || kind === "boolean") {
    const truths = Uint8Array.from(kind === "boolean" ? [false, true] : dictionary, truthOf);
    return () => {
      for (let i = 0; i < chunk.rows; i++) {
        const code = values[i] as number;
        out[i] = Number.isNaN(code) ? missing : (truths[code | 0] as number);
      }
      return out;
    };
  }
  if (operatorOf(test) === "exists") {
    const present = truthOf(0);
    return () => {
      for (let i = 0; i < chunk.rows; i++) out[i] = Number.isNaN(values[i]) ? missing : present;
      return out;
    };
  }
  const bounds = boundsOf(test, kind === "date");
  if (bounds === null) {
    return () => {
      for (let i = 0; i < chunk.rows; i++) {
        const value = values[i] as number;
        out[i] = Number.isNaN(value) ? missing : truthOf(value);
      }
      return out;
    };
  }
  const { least, greatest, inside } = bounds;
  return () => {
    for (let i = 0; i < chunk.rows; i++) {
      const value = values[i] as number;
      const isInside = +(value >= least) & +(value <= greatest);
      // Inside and outside are each other's negation; a missing value is unknown whichever is true.
      out[i] = Number.isNaN(value) ? UNKNOWN : isInside === inside ? TRUE : FALSE;
    }
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
