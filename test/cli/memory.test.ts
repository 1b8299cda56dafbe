/** Memory does not grow with the rows but for the ids: a heap that holds those, and little else, is enough. */
import { spawn } from "node:child_process";
import { createReadStream, statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { root } from "../support/root.ts";
import { type Desk, openDesk } from "./run-guanxi.ts";
import { DAY, HEAD, SHOP } from "./shop-model.ts";

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
  desk.write("model.json", JSON.stringify(SHOP));
});
afterEach(() => desk.clear());

const ROWS = 30_000;
/** Two maps of 30,000 ids take 3 MB, the program and its compiler some 40 MB; the rows are 120 MB of text. */
const HEAP_MEGABYTES = 100;
const NOTE = "x".repeat(4000);

function rows(from: number, to: number): string {
  let text = "";
  for (let i = from; i < to; i++)
    text += `A${i},${i % 1000}.50,${i % 2 ? "north" : "south"},2025-12-1${i % 10},no,${NOTE}\n`;
  return text;
}

async function scoreInSmallHeap(
  args: readonly string[],
  feed: (write: (text: string) => Promise<void>) => Promise<void>,
) {
  const tsx = join(root, "node_modules/tsx/dist/loader.mjs");
  const program = [`--max-old-space-size=${HEAP_MEGABYTES}`, "--import", tsx, join(root, "src/cli/guanxi.ts")];
  const child = spawn(process.execPath, [...program, ...args], { stdio: ["pipe", "pipe", "pipe"] });
  let printed = "";
  child.stderr.on("data", (data) => {
    printed += data;
  });
  child.stdout.resume();
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  await feed((text) => new Promise((resolve) => child.stdin.write(text, () => resolve())));
  child.stdin.end();
  return { code: await ended, printed };
}

describe(`a heap of ${HEAP_MEGABYTES} MB`, () => {
  it("is enough for 30,000 rows of 4 KB, and for as many previous ones", { timeout: 120_000 }, async () => {
    const args = ["score", "-", "--model", desk.path("model.json"), "--as-of", DAY, "--quiet"];
    const feed = async (write: (text: string) => Promise<void>) => {
      await write(`${HEAD},note\n`);
      for (let i = 0; i < ROWS; i += 100) await write(rows(i, i + 100));
    };
    const first = [...args, "--out", desk.path("one.csv"), "--keep", "note"];
    expect(await scoreInSmallHeap(first, feed)).toEqual({ code: 0, printed: "" });
    expect(statSync(desk.path("one.csv")).size).toBeGreaterThan(ROWS * 4000);
    const second = [...args, "--out", desk.path("two.csv"), "--previous", desk.path("one.csv"), "--keep", "note"];
    expect(await scoreInSmallHeap(second, feed)).toEqual({ code: 0, printed: "" });
    let lines = 0;
    for await (const chunk of createReadStream(desk.path("two.csv")))
      for (const byte of chunk) if (byte === 10) lines++;
    expect(lines).toBe(ROWS + 1);
  });
});
