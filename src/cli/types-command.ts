import { scoringContent } from "../fingerprint/scoring-content.ts";
import type { Model } from "../schema/model-document.ts";
import type { Call, Command } from "./command.ts";
import { EXIT, type ExitCode } from "./exit.ts";
import { openOutput } from "./files/open-output.ts";
import { readModelFile } from "./files/read-model-file.ts";
import { isSameFile } from "./files/same-file.ts";
import type { Io } from "./io.ts";
import { stop } from "./stop.ts";
import { printable } from "./text-layout.ts";

export const TYPES: Command = {
  summary: "write the types of a model's accounts and scorecards",
  argument: "MODEL.json",
  options: {
    out: { value: "FILE.d.ts", help: "where the types go; default standard output" },
    name: { value: "Name", help: "what the types begin with; default the id of the model" },
  },
  notes: [
    "For a model kept as JSON: the types that defineModel would give to the same model in code. Take a parsed model for one by a cast: parseModel(json) as unknown as NameModel.",
  ],
  examples: ["guanxi types model.json --out model.d.ts", "guanxi types model.json --name Group > model.d.ts"],
  run,
};

async function run(call: Call, io: Io): Promise<ExitCode> {
  const model = await readModelFile(call.argument);
  const name = call.value("name") ?? nameOf(model.id);
  if (!/^[A-Za-z_$][\w$]*$/.test(name)) stop("usage/value", ["--name"], "a name as TypeScript has it", name);
  const out = call.value("out") ?? "-";
  if (isSameFile(out, call.argument)) stop("usage/same-file", ["--out"], "the model", out);
  const output = await openOutput(out, io);
  try {
    await output.write(typesOf(model, name));
    await output.finish();
    await output.publish();
  } catch (error) {
    await output.discard();
    throw error;
  }
  return EXIT.done;
}

/** The id as a type is named: `group-customer` is `GroupCustomer`. Ids are ASCII and begin with a letter. */
function nameOf(id: string): string {
  return id.replace(/(?:^|-)(.)/g, (_, first: string) => first.toUpperCase());
}

/** The model as a literal type, without the words in it, and what guanxi derives from that. */
function typesOf(model: Model, name: string): string {
  const { id, version, fingerprint } = model;
  const document = { id, version, ...(scoringContent(model) as object) };
  return `// Written by: guanxi types, from the model ${printable(`${id} ${version}`, 400)}
// ${fingerprint}
import type { AccountOf, Parsed, Scorecard } from "guanxi";

export type ${name}Model = Parsed & ${literalType(document, "")};
export type ${name}Account = AccountOf<${name}Model>;
export type ${name}Scorecard = Scorecard<${name}Model>;
`;
}

/** A JSON value as the type that holds this value only. */
function literalType(value: unknown, indent: string): string {
  if (Array.isArray(value)) return `readonly [${value.map((each) => literalType(each, indent)).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([key, member]) => `${inner}readonly ${JSON.stringify(key)}: ${literalType(member, inner)};\n`);
  return members.length === 0 ? "{}" : `{\n${members.join("")}${indent}}`;
}
