import { describe, expect, it } from "vitest";
import { describeIssue } from "../../src/core/wording.ts";
import { minMaxCurve } from "../../src/curves/index.ts";
import { GuanxiError, readAccount } from "../../src/index.ts";
import { small } from "../support/small-model.ts";

describe("a misspelt option", () => {
  it("of a curve builder is refused with the near miss, not ignored", () => {
    const misspelt = { min: 0, max: 180, directon: "falling" };
    expect(() => minMaxCurve(misspelt)).toThrow(GuanxiError);
    expect(() => minMaxCurve(misspelt)).toThrow('did you mean "direction"');
  });

  it("of a spelling is refused with the near miss, not ignored", () => {
    const read = readAccount(small(), { value: "1,000" }, { thousand: "," } as never);
    expect(read.ok ? [] : read.issues.map((issue) => describeIssue(issue))).toEqual([
      'thousand: expected a known key ("thousands", "decimal", "percent", "yes", "no" or "dateFormat"), got "thousand", did you mean "thousands"',
    ]);
  });
});

describe("describeIssue", () => {
  it("may be handed to map, which adds the place in the list", () => {
    const read = readAccount(small(), { value: "x", relationship: "y" });
    const issues = read.ok ? [] : read.issues;
    expect(issues.map(describeIssue as never)).toEqual([
      'value: expected a decimal number, got "x"',
      'relationship: expected a decimal number, got "y"',
    ]);
  });
});
