import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { issueReference, TARGET } from "../../../.ci/issue-reference.ts";

it("docs/reference/issues.md is what npx tsx .ci/issue-reference.ts writes", () => {
  expect(readFileSync(TARGET, "utf8")).toBe(issueReference());
});
