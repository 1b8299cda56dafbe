/** The command line inside the test's own process, with a folder of its own and everything it printed. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { run } from "../../src/cli/run.ts";

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export type Input = string | Uint8Array | Iterable<string | Uint8Array>;

export interface Desk {
  /** Arguments that name a file of the desk begin with `@`: `@scores.csv`. */
  readonly guanxi: (args: readonly string[], stdin?: Input) => Promise<Ran>;
  readonly write: (name: string, content: string | Uint8Array) => void;
  readonly read: (name: string) => string;
  readonly files: () => readonly string[];
  readonly path: (name: string) => string;
  readonly clear: () => void;
}

export function openDesk(): Desk {
  const folder = mkdtempSync(join(tmpdir(), "guanxi-cli-"));
  const path = (name: string) => join(folder, name);
  return {
    path,
    guanxi: (args, stdin) =>
      runGuanxi(
        args.map((arg) => arg.replace(/^@/, () => `${folder}/`)),
        stdin,
      ),
    write: (name, content) => writeFileSync(path(name), content),
    read: (name) => readFileSync(path(name), "utf8"),
    files: () => readdirSync(folder).sort(),
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export async function runGuanxi(args: readonly string[], stdin: Input = ""): Promise<Ran> {
  const printed = { stdout: "", stderr: "" };
  const sink = (name: keyof typeof printed) => ({
    write: async (text: string) => {
      printed[name] += text;
    },
    isTerminal: false,
    hasColour: false,
  });
  const code = await run(args, {
    stdin: Readable.from(bytesOf(stdin)),
    stdout: sink("stdout"),
    stderr: sink("stderr"),
    cleanups: new Set(),
    isDebugging: false,
  });
  return { code, ...printed };
}

function* bytesOf(input: Input): Generator<Uint8Array> {
  const pieces = typeof input === "string" || input instanceof Uint8Array ? [input] : input;
  for (const piece of pieces) yield typeof piece === "string" ? Buffer.from(piece, "utf8") : piece;
}

/** The data rows of a written CSV without quotes, by column. */
export function rowsOf(csv: string): { readonly [column: string]: string }[] {
  const [head = "", ...lines] = csv.trimEnd().split("\n");
  const names = head.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ""]));
  });
}
