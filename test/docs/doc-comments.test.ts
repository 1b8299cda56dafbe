import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as curves from "../../src/curves/index.ts";
import * as guanxi from "../../src/index.ts";
import * as pmml from "../../src/pmml/index.ts";
import { root } from "../support/root.ts";
import { executableOf } from "./executable.ts";

// Every @example of a doc comment runs. It sees the exports of its own file and of the doors, and the model and accounts
// of this prelude.

const OUT = `${root}test/.out/doc-comments`;

const PRELUDE = `
const text = ${JSON.stringify(
  JSON.stringify({
    format: 1,
    id: "example",
    version: "1",
    fields: { value: { kind: "number", places: 2 }, relationship: { kind: "number", places: 2 } },
    dimensions: { value: dimension("value"), relationship: dimension("relationship") },
    quadrant: {
      x: "relationship",
      y: "value",
      cut: { x: 60, y: 60 },
      cells: [
        { name: "partner", x: "high", y: "high" },
        { name: "win-over", x: "low", y: "high" },
        { name: "maintain", x: "high", y: "low" },
        { name: "watch", x: "low", y: "low" },
      ],
    },
    tier: {
      on: "total",
      rungs: [{ name: "A1", from: 85 }, { name: "A2", from: 75 }, { name: "B", from: 60 }, { name: "C" }],
      hold: { validMonths: 12 },
    },
  }),
)};
const model = parseModel(JSON.parse(text));
const accounts = [{ value: 90, relationship: 80 }, { value: 20, relationship: 40 }];
`;

function dimension(input: string) {
  const curve = {
    kind: "linear",
    knots: [
      [0, 0],
      [100, 100],
    ],
  };
  return { weight: 50, indicators: { [input]: { input, weight: 1, curve } } };
}

const files = sourcesBelow("src").filter((file) => !file.startsWith("src/cli/"));
const examples = files.flatMap((file) => {
  const comments = readFileSync(`${root}${file}`, "utf8").match(/\/\*\*[\s\S]*?\*\//g) ?? [];
  const code = comments
    .filter((comment) => comment.includes("@example"))
    .map((comment) => comment.replace(/^\s*\* ?/gm, ""));
  return code.map((comment, i) => ({ file, name: `${file.replace(/[^a-z0-9]+/gi, "-")}-${i + 1}`, comment }));
});

describe("doc comments", () => {
  it("have examples", () => {
    expect(examples.length).toBeGreaterThan(8);
  });

  it.each(examples)("$name does what it says", async ({ file, name, comment }) => {
    const own = await import(`${root}${file}`);
    const taken = new Set(Object.keys(own));
    const rest = (door: object) => Object.keys(door).filter((key) => !taken.has(key));
    const imports = [
      `import { ${[...taken].join(", ")} } from "${root}${file}";`,
      `import { ${rest(guanxi).join(", ")} } from "guanxi";`,
      `import { ${rest(curves).join(", ")} } from "guanxi/curves";`,
      `import { ${rest(pmml).join(", ")} } from "guanxi/pmml";`,
    ];
    const declared = /\b(?:const|let) (\w+)/g;
    const mine = new Set([...comment.matchAll(declared)].map((match) => match[1]));
    const prelude = PRELUDE.split("\n").filter((line) => !mine.has(/^const (\w+)/.exec(line)?.[1]));
    const executable = executableOf(name, comment, `${imports.join("\n")}\n${prelude.join("\n")}\n`);
    mkdirSync(OUT, { recursive: true });
    writeFileSync(`${OUT}/${name}.ts`, executable?.source ?? "throw new Error('an @example without a ts fence');");
    const { told } = await import(`${OUT}/${name}.ts`);
    for (const [expression, is, said] of told) expect({ [expression]: is }).toEqual({ [expression]: said });
  });
});

function sourcesBelow(folder: string): string[] {
  return readdirSync(`${root}${folder}`, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? sourcesBelow(path) : path.endsWith(".ts") ? [path] : [];
  });
}
