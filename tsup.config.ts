import { readFileSync } from "node:fs";
import { defineConfig } from "tsup";

/**
 * Two bundles. The library: every public door of package.json#exports, as ESM and CJS, sharing chunks so that a
 * cache kept at module level is one cache whichever door is used. The command line: one file for Node, with
 * its own libraries inside, so that nobody who only imports guanxi installs them. What each bundle holds is left in a
 * metafile, from which `.ci/after-build.ts` collects the licences of those libraries.
 */
export default defineConfig([
  {
    entry: doors(),
    format: ["esm", "cjs"],
    dts: true,
    splitting: true,
    target: "es2019",
    platform: "neutral",
    outDir: "dist",
    clean: false,
    silent: true,
    metafile: true,
  },
  {
    entry: { guanxi: "src/cli/guanxi.ts" },
    format: ["esm"],
    dts: false,
    splitting: false,
    target: "node20",
    platform: "node",
    noExternal: ["papaparse"],
    // CommonJS libraries bundled into an ES module still ask for Node's own modules by `require`.
    banner: {
      js: 'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);',
    },
    outDir: "dist/cli",
    clean: false,
    silent: true,
    metafile: true,
  },
]);

/** `"./curves"` in package.json#exports is the door `src/curves/index.ts`, built as `dist/curves.js`. */
function doors(): Record<string, string> {
  const { exports } = JSON.parse(readFileSync("package.json", "utf8"));
  const entry: Record<string, string> = {};
  for (const [door, target] of Object.entries(exports)) {
    if (typeof target === "string") continue;
    const name = door.slice(2);
    entry[name || "index"] = name ? `src/${name}/index.ts` : "src/index.ts";
  }
  return entry;
}
