/** What a bundler does not make: the JSON Schemas of the documents, shipped as `guanxi/model.schema.json` and the like. */
import { writeFileSync } from "node:fs";
import { modelJsonSchema } from "../src/schema/json-schema.ts";
import { pointsPlanJsonSchema } from "../src/schema/points-plan-json-schema.ts";

write("model.schema.json", modelJsonSchema());
write("points-plan.schema.json", pointsPlanJsonSchema());

function write(name: string, schema: object): void {
  writeFileSync(new URL(`../dist/${name}`, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`);
}
