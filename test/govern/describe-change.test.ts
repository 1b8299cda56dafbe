import { describe, expect, it } from "vitest";
import type { Change } from "../../src/govern/change.ts";
import { curveDifference } from "../../src/govern/curve-difference.ts";
import { describeChange } from "../../src/govern/describe-change.ts";
import type { Curve } from "../../src/schema/model-document.ts";

const path = ["dimensions", "value", "indicators", "revenue", "curve"];

function curves(from: Curve, to: Curve): Change {
  return { kind: "curve", path, from, to, points: curveDifference(from, to, 4) ?? [] };
}

describe("a change in words", () => {
  it.each<[string, Change, string, string]>([
    [
      "a weight",
      { kind: "weight", path: ["dimensions", "value", "weight"], from: 60, to: 50 },
      "dimensions.value.weight: 60 → 50",
      "dimensions.value.weight：60 → 50",
    ],
    [
      "a date that is new",
      { kind: "dates", path: ["bonuses", "olympics", "until"], to: "2026-09-30" },
      'bonuses.olympics.until: added: "2026-09-30"',
      'bonuses.olympics.until：新增："2026-09-30"',
    ],
    [
      "a gate that is gone",
      { kind: "gate", path: ["gates", "a"], from: { id: "a" } },
      'gates.a: removed: {"id":"a"}',
      'gates.a：删除：{"id":"a"}',
    ],
    [
      "an order",
      { kind: "order", path: ["bonuses"], from: ["a", "b"], to: ["b", "a"] },
      "bonuses: order: b, a",
      "bonuses：顺序：b、a",
    ],
    [
      "bands",
      curves(
        { kind: "bands", bands: [{ points: 0 }, { from: 1, points: 10 }, { above: 5, points: 20 }] },
        { kind: "bands", bands: [{ points: 5 }, { from: 2, points: 10 }, { above: 5, points: 30 }] },
      ),
      `${path.join(".")}: below 1: points 0 → 5; from 1 below 2: points 10 → 5; above 5: points 20 → 30`,
      `${path.join(".")}：小于 1：得分 0 → 5；不小于 1 且小于 2：得分 10 → 5；大于 5：得分 20 → 30`,
    ],
    [
      "lines",
      curves(
        {
          kind: "linear",
          knots: [
            [0, 0],
            [100, 100],
          ],
        },
        {
          kind: "linear",
          knots: [
            [0, 0],
            [50, 80],
            [100, 100],
          ],
        },
      ),
      `${path.join(".")}: above 0 up to 50: points 0…50 → 0…80; above 50 below 100: points 50…100 → 80…100`,
      `${path.join(".")}：大于 0 且不大于 50：得分 0…50 → 0…80；大于 50 且小于 100：得分 50…100 → 80…100`,
    ],
    [
      "one value and a single input",
      curves(
        { kind: "bands", bands: [{ points: 0 }, { from: 5, points: 1 }] },
        { kind: "bands", bands: [{ points: 0 }, { above: 5, points: 1 }] },
      ),
      `${path.join(".")}: at 5: points 1 → 0`,
      `${path.join(".")}：等于 5：得分 1 → 0`,
    ],
    [
      "a knot on the line",
      curves(
        {
          kind: "linear",
          knots: [
            [0, 0],
            [2, 2],
          ],
        },
        {
          kind: "linear",
          knots: [
            [0, 0],
            [1, 1],
            [2, 2],
          ],
        },
      ),
      `${path.join(".")}: written otherwise, the same points everywhere`,
      `${path.join(".")}：写法不同，各处得分相同`,
    ],
    [
      "a lookup",
      curves({ kind: "lookup", points: { a: 1 }, otherwise: 2 }, { kind: "lookup", points: { a: 3 } }),
      `${path.join(".")}: "a": points 1 → 3; any other value: points 2 → none`,
      `${path.join(".")}："a"：得分 1 → 3；其他取值：得分 2 → 无`,
    ],
    [
      "a flag",
      curves({ kind: "flag", points: { true: 1, false: 0 } }, { kind: "flag", points: { true: 2, false: 0 } }),
      `${path.join(".")}: true: points 1 → 2`,
      `${path.join(".")}：是：得分 1 → 2`,
    ],
    [
      "points everywhere",
      curves({ kind: "bands", bands: [{ points: 0 }] }, { kind: "bands", bands: [{ points: 1 }] }),
      `${path.join(".")}: everywhere: points 0 → 1`,
      `${path.join(".")}：所有取值：得分 0 → 1`,
    ],
  ])("tells %s", (_, change, english, chinese) => {
    expect(describeChange(change)).toBe(english);
    expect(describeChange(change, { language: "zh-CN" })).toBe(chinese);
  });

  it("cuts a long value, and not through a character", () => {
    const told = describeChange({ kind: "gate", path: ["gates", "a"], from: `${"x".repeat(157)}😀` });
    expect(told).toBe(`gates.a: removed: "${"x".repeat(157)}…`);
  });
});
