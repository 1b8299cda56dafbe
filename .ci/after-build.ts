/** What a bundler does not make: the JSON Schemas of the documents, and the licences of the libraries inside the bundles. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { modelJsonSchema } from "../src/schema/json-schema.ts";
import { pointsPlanJsonSchema } from "../src/schema/points-plan-json-schema.ts";
import { bundledPackages, licensesOf } from "./third-party-licenses.ts";

write("model.schema.json", json(modelJsonSchema()));
write("points-plan.schema.json", json(pointsPlanJsonSchema()));

const metafiles = ["dist/metafile-esm.json", "dist/metafile-cjs.json", "dist/cli/metafile-esm.json"];
write(
  "THIRD-PARTY-LICENSES.txt",
  licensesOf(bundledPackages(metafiles.map((path) => JSON.parse(readFileSync(path, "utf8"))))),
);
for (const path of metafiles) rmSync(path);

function write(name: string, text: string): void {
  writeFileSync(new URL(`../dist/${name}`, import.meta.url), text);
}

function json(schema: object): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}
