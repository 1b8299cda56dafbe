/** Who takes one name of `guanxi/govern` pays for that name: not for the words of the JSON Schema, nor for scoring. */
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { MODEL } from "../../src/schema/descriptions.ts";
import { root } from "../support/root.ts";

async function bundleOf(names: string): Promise<string> {
  const result = await build({
    stdin: { contents: `export { ${names} } from "./dist/govern.js";`, resolveDir: root },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2019",
    absWorkingDir: root,
    logLevel: "error",
  });
  return result.outputFiles[0]?.text ?? "";
}

describe("a bundle of one name of govern", () => {
  it("holds the descriptions of the JSON Schema if it is modelJsonSchema (or this test proves nothing)", async () => {
    expect((await bundleOf("modelJsonSchema")).includes(MODEL.minimumCoverage)).toBe(true);
  });

  // Whoever can throw an issue has the sentences of all issues: some 5 KB of each ceiling.
  it.each([
    ["passedLimits", 6],
    ["describeFinding", 8],
    ["modelInForce", 7],
    ["recordSchema", 7],
    ["diffModels", 10],
  ])("%s: at most %i KB gzipped, and no description", async (name, ceiling) => {
    const code = await bundleOf(name);
    expect(code.includes(`${name}}`)).toBe(true);
    expect(code.includes(MODEL.minimumCoverage)).toBe(false);
    expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(ceiling * 1024);
  });
});
