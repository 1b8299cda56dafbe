import { beforeEach, describe, expect, it, vi } from "vitest";
import * as referee from "../../src/core/referee.ts";
import { compileMeasure, type FieldPlace } from "../../src/measure/compile-measure.ts";
import { fieldsRead } from "../../src/measure/measure-form.ts";
import type { Measure } from "../../src/schema/model-document.ts";

// The referee answers everything, only slowly; so that it is really the last resort is not seen in any answer.
vi.mock("../../src/core/referee.ts", { spy: true });

const calls = (): number => vi.mocked(referee.refereeQuotient).mock.calls.length;

beforeEach(() => {
  vi.clearAllMocks();
});

const field = (id: string): FieldPlace => ({ slot: id.charCodeAt(0) - 97, places: 2 });
const read = (measure: Measure, slots: number[]): unknown => compileMeasure("m", measure, field)(slots, null);

describe("everyday money is decided by integer products", () => {
  it.each<[Measure, number[], number]>([
    [{ kind: "ratio", of: "a", to: "b" }, [123_456_789.01, 98_765.43], 1250],
    [{ kind: "change", from: "a", to: "b" }, [1_000_000, 1_250_000.5], 0.25],
    [{ kind: "change", from: "a", to: "b" }, [-3, 1], -1.3333],
    [{ kind: "difference", of: "a", minus: "b" }, [1_250_000.5, 999_999.99], 250_000.51],
    [{ kind: "sum", of: ["a", "b", "c"] }, [0.1, 0.2, 99_999_999.99], 100_000_000.29],
    [{ kind: "sum", of: ["a"], places: 0, rounding: "floor" }, [-0.01], -1],
  ])("%j of %j is %d", (measure, slots, value) => {
    expect(read(measure, slots)).toBe(value);
    expect(calls()).toBe(0);
  });
});

describe("the referee decides", () => {
  it("sums whose parts pass 2⁵³, and results of 15 digits and more", () => {
    expect(read({ kind: "sum", of: ["a", "b"], places: 0 }, [9e14, 9e14])).toBe(18e14);
    expect(calls()).toBe(1);
    expect(read({ kind: "ratio", of: "a", to: "b", places: 15 }, [1, 1])).toBe(1);
    expect(calls()).toBe(2);
  });
});

it.each<[Measure, string[]]>([
  [{ kind: "ratio", of: "a", to: "b" }, ["a", "b"]],
  [{ kind: "change", from: "a", to: "b" }, ["b", "a", "a"]],
  [{ kind: "difference", of: "a", minus: "b" }, ["a", "b"]],
  [{ kind: "sum", of: ["c", "a"] }, ["c", "a"]],
  [{ kind: "days-since", field: "d" }, ["d"]],
  [{ kind: "months-since", field: "d" }, ["d"]],
])("%j reads %j", (measure, fields) => expect(fieldsRead(measure)).toEqual(fields));
