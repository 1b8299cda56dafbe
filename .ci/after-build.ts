/** What a bundler does not make: the JSON Schema of the model document, shipped as `guanxi/model.schema.json`. */
import { writeFileSync } from "node:fs";
import { modelJsonSchema } from "../src/schema/json-schema.ts";

const target = new URL("../dist/model.schema.json", import.meta.url);
writeFileSync(target, `${JSON.stringify(modelJsonSchema(), null, 2)}\n`);
