/** The command line in a folder of its own: what it tells of a call that goes wrong. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";
import type { Io, TextSink } from "../../../src/cli/io.ts";
import { run } from "../../../src/cli/run.ts";

/** Files by name; `undefined` for one that is not there. */
export type Files = { readonly [name: string]: string | Uint8Array | undefined };

const MODEL = {
  format: 1,
  id: "small",
  version: "1",
  fields: { netRevenue: { kind: "number" }, vip: { kind: "boolean" } },
  dimensions: {
    value: {
      weight: 100,
      indicators: {
        revenue: {
          input: "netRevenue",
          weight: 100,
          curve: {
            kind: "linear",
            knots: [
              [0, 0],
              [1000, 100],
            ],
          },
        },
      },
    },
  },
  bonuses: [{ id: "vip", to: "value", points: 5, when: { input: "vip", eq: true } }],
  tier: { on: "value", rungs: [{ name: "A", from: 80 }, { name: "B" }] },
};

const PLAIN: Files = {
  "model.json": JSON.stringify(MODEL),
  "accounts.csv": "id,netRevenue,vip\na,500,yes\nb,900,no\n",
  "plan.json": JSON.stringify({ format: 1, id: "small", version: "1", rules: [] }),
};

/** `score`, with all that it needs. */
export const SCORE = ["score", "accounts.csv", "--model", "model.json", "--out", "scores.csv"];

/** `points` of standard input, with all that it needs. */
export const POINTS = ["points", "-", "--plan", "plan.json", "--as-of", "2026-06-30", "--out", "balances.csv"];

/** The sentences on standard error after a call, and those in errors.csv, without the folder and the name of the program. */
export async function told(
  args: readonly string[],
  files: Files = {},
  stdin: readonly string[] = [],
): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), "guanxi-issues-"));
  const lines: string[] = [];
  try {
    const all = { ...PLAIN, ...files };
    for (const [name, content] of Object.entries(all)) {
      if (content !== undefined) writeFileSync(join(folder, name), content);
    }
    const inFolder = args.map((arg) => (/^[\w-]+\.(?:json|csv)$/.test(arg) ? join(folder, arg) : arg));
    await run(inFolder, world(lines, stdin));
    return [...lines, ...errorsIn(join(folder, "errors.csv"))].map((line) => line.split(`${folder}/`).join(""));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function world(lines: string[], stdin: readonly string[]): Io {
  const quiet: TextSink = { write: async () => {}, isTerminal: false, hasColour: false };
  const write = async (text: string) => {
    const sentences = text.split("\n").map((line) => line.replace(/^guanxi: /, ""));
    lines.push(...sentences.filter((line) => line !== "" && line !== "see guanxi --help"));
  };
  return {
    stdin: bytesOf(stdin),
    stdout: quiet,
    stderr: { ...quiet, write },
    cleanups: new Set(),
    isDebugging: false,
  };
}

async function* bytesOf(texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

function errorsIn(file: string): readonly string[] {
  try {
    const { data } = Papa.parse<{ message: string }>(readFileSync(file, "utf8"), {
      header: true,
      skipEmptyLines: true,
    });
    return data.map(({ message }) => message);
  } catch {
    return [];
  }
}
