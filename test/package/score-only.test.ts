/** Somebody who ships only `score` to a browser or a spreadsheet pays for scoring, not for reading models. */
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";
import { root } from "../support/root.ts";

const CEILING = 20 * 1024;

describe("a bundle of score alone", () => {
  let code: Uint8Array;
  let modules: string[];

  beforeAll(async () => {
    const result = await build({
      stdin: { contents: 'export { score } from "./dist/index.js";', resolveDir: root },
      bundle: true,
      minify: true,
      write: false,
      metafile: true,
      format: "esm",
      target: "es2019",
      absWorkingDir: root,
      outfile: join(root, "score-only.js"),
    });
    const [output] = Object.values(result.metafile.outputs);
    code = result.outputFiles[0]?.contents ?? new Uint8Array();
    modules = Object.entries(output?.inputs ?? {})
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([path]) => path);
  });

  it("holds the library (or this test proves nothing)", () => {
    expect(modules.some((path) => path.startsWith("dist/"))).toBe(true);
  });

  it("holds no module of zod", () => {
    expect(modules.filter((path) => /\bzod\b/.test(path))).toEqual([]);
  });

  it("holds no word of zod", () => {
    const text = Buffer.from(code).toString("utf8");
    expect(text.match(/\$Zod\w*|_zod\b/g) ?? []).toEqual([]);
  });

  it("weighs at most 20 KB gzipped, decimal.js included", () => {
    expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(CEILING);
  });
});
