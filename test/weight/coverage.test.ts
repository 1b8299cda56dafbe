import { describe, expect, it } from "vitest";
import type { Branch } from "../../src/schema/model-document.ts";
import {
  ANSWERED,
  coverage,
  effectiveWeights,
  isGroup,
  NOT_APPLICABLE,
  UNANSWERED,
} from "../../src/weight/coverage.ts";

const leaf = (weight?: number) => ({
  input: "a",
  curve: { kind: "bands" as const, bands: [{ points: 0 }] },
  ...(weight === undefined ? {} : { weight }),
});

describe("a tree's effective weights", () => {
  const tree: Branch = {
    indicators: {
      revenue: leaf(70),
      rest: {
        weight: 30,
        combine: "sum",
        indicators: { a: leaf(), b: leaf(), group: { indicators: { c: leaf(0.25), d: leaf(0.75), none: leaf(0) } } },
      },
    },
  };

  it("share a sum's weight equally, and a mean's by weight", () => {
    // 70 %, then 10 % each of three, the last by quarters.
    expect(effectiveWeights(tree)).toEqual([28, 4, 4, 1, 3, 0]);
  });

  it("give coverage by what is answered of what is applicable", () => {
    const weights = effectiveWeights(tree);
    const all = [ANSWERED, ANSWERED, ANSWERED, ANSWERED, ANSWERED, ANSWERED];
    expect(coverage(weights, all, 0)).toBe(10_000);
    expect(coverage(weights, [UNANSWERED, ...all.slice(1)], 0)).toBe(3000);
    expect(coverage(weights, [NOT_APPLICABLE, UNANSWERED, ...all.slice(2)], 0)).toBe(6667);
    expect(coverage(weights, new Array(6).fill(NOT_APPLICABLE), 0)).toBe(0);
    expect(coverage(weights, new Array(6).fill(UNANSWERED), 0)).toBe(0);
    expect(coverage([], [], 0)).toBe(0);
  });

  it("of siblings with many odd counts are text, and cover as exactly", () => {
    const primes = [3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43];
    const wide: Branch = {
      combine: "sum",
      indicators: Object.fromEntries(
        primes.map((n) => [
          `g${n}`,
          {
            combine: "sum" as const,
            indicators: Object.fromEntries(Array.from({ length: n }, (_, i) => [`i${i}`, leaf()])),
          },
        ]),
      ),
    };
    const weights = effectiveWeights(wide);
    expect(weights[0]).toBeTypeOf("string");
    const leaves = primes.reduce((a, b) => a + b, 0);
    expect(weights).toHaveLength(leaves);
    // One answered leaf of the group of three: a third of a thirteenth.
    expect(coverage(weights, [ANSWERED, ...new Array(leaves - 1).fill(UNANSWERED)], 0)).toBe(256);
    expect(coverage(weights, new Array(leaves).fill(ANSWERED), 0)).toBe(10_000);
    expect(coverage(weights, new Array(leaves).fill(NOT_APPLICABLE), 0)).toBe(0);
  });

  it("a node is a group if it has indicators", () => {
    expect(isGroup({ indicators: {} })).toBe(true);
    expect(isGroup(leaf())).toBe(false);
  });
});
