/** Files appear whole or not at all; real processes are stopped half way. */
import { spawn } from "node:child_process";
import { chmodSync, lstatSync, mkdirSync, readdirSync, statSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { root } from "../support/root.ts";
import { type Desk, openDesk } from "./run-guanxi.ts";
import { DAY, HEAD, SHOP } from "./shop-model.ts";

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
  desk.write("model.json", JSON.stringify(SHOP));
  desk.write("accounts.csv", `${HEAD}\na,500,south,2025-12-12,no\n`);
});
afterEach(() => desk.clear());

const SCORE = ["score", "@accounts.csv", "--model", "@model.json", "--as-of", DAY, "--quiet", "--out"];

describe("a result", () => {
  it("makes the folder it goes to", async () => {
    expect(await desk.guanxi([...SCORE, "@deep/er/scores.csv", "--errors", "@other/errors.csv"])).toMatchObject({
      code: 0,
    });
    expect(readdirSync(desk.path("deep/er"))).toEqual(["scores.csv"]);
    expect(readdirSync(desk.path("other"))).toEqual(["errors.csv"]);
  });

  it("replaces a file with its permissions, and what a link points at", async () => {
    desk.write("scores.csv", "old");
    chmodSync(desk.path("scores.csv"), 0o640);
    symlinkSync(desk.path("scores.csv"), desk.path("link.csv"));
    expect(await desk.guanxi([...SCORE, "@link.csv"])).toMatchObject({ code: 0 });
    expect(lstatSync(desk.path("link.csv")).isSymbolicLink()).toBe(true);
    expect(desk.read("scores.csv")).toContain("a,scored");
    expect(statSync(desk.path("scores.csv")).mode & 0o777).toBe(0o640);
    expect(desk.files()).toEqual(["accounts.csv", "link.csv", "model.json", "scores.csv"]);
  });

  it("is not a folder", async () => {
    mkdirSync(desk.path("folder"));
    const { code, stderr } = await desk.guanxi([...SCORE, "@folder"]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/expected to write .*folder, got "?a folder/);
  });

  it("goes to a device without replacing it", async () => {
    expect(await desk.guanxi([...SCORE, "/dev/null"])).toMatchObject({ code: 0 });
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
  });

  it("leaves nothing when the errors cannot be written", async () => {
    const { code, stderr } = await desk.guanxi([...SCORE, "@scores.csv", "--errors", "@accounts.csv/errors.csv"]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^guanxi: expected to /);
    expect(desk.files()).toEqual(["accounts.csv", "model.json"]);
  });

  it("leaves the old one when the accounts break off half way", async () => {
    desk.write("scores.csv", "old");
    const rows = Array.from({ length: 20_000 }, (_, i) => `a${i},500,south,2025-12-12,no\n`).join("");
    desk.write("accounts.csv", Buffer.concat([Buffer.from(`${HEAD}\n${rows}`), Buffer.from([0xff])]));
    const { code, stderr } = await desk.guanxi([...SCORE, "@scores.csv", "--errors", "@errors.csv"]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/other bytes after row \d{4,5}\n/);
    expect(desk.read("scores.csv")).toBe("old");
    expect(desk.files()).toEqual(["accounts.csv", "model.json", "scores.csv"]);
  });
});

/** A process whose accounts never end, until `then` does something to it. */
async function underWay(args: readonly string[], then: (child: ReturnType<typeof spawn>) => void) {
  const tsx = join(root, "node_modules/tsx/dist/loader.mjs");
  const child = spawn(process.execPath, ["--import", tsx, join(root, "src/cli/guanxi.ts"), ...args], {
    stdio: ["pipe", "pipe", "pipe"],
  });
  const printed = { stdout: "", stderr: "" };
  child.stdout.on("data", (data) => (printed.stdout += data));
  child.stderr.on("data", (data) => (printed.stderr += data));
  child.stdin.on("error", () => {});
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) =>
    child.on("close", (code, signal) => resolve({ code, signal })),
  );
  child.stdin.write(`${HEAD}\n`);
  let row = 0;
  const feed = setInterval(() => {
    const rows = Array.from({ length: 5000 }, () => `a${row++},500,south,2025-12-12,no\n`).join("");
    child.stdin.write(rows);
  }, 20);
  then(child);
  const end = await ended;
  clearInterval(feed);
  return { ...end, ...printed };
}

const until = (test: () => boolean, then: () => void) => {
  const timer = setInterval(() => {
    if (!test()) return;
    clearInterval(timer);
    then();
  }, 20);
};

describe("a process stopped half way", () => {
  const args = () => [
    ...["score", "-", "--model", desk.path("model.json"), "--as-of", DAY],
    ...["--out", desk.path("scores.csv"), "--errors", desk.path("errors.csv")],
  ];
  const drafts = () => desk.files().filter((file) => file.endsWith(".part"));
  const isWriting = () => drafts().some((file) => statSync(desk.path(file)).size > 1000);

  it.each(["SIGINT", "SIGTERM"] as const)("by %s leaves nothing, and ends by that signal", async (signal) => {
    const end = await underWay(args(), (child) => until(isWriting, () => child.kill(signal)));
    expect(end).toMatchObject({ signal, stdout: "", stderr: "" });
    expect(desk.files()).toEqual(["accounts.csv", "model.json"]);
  });

  it("by SIGKILL leaves no half file under the name of the result", async () => {
    const end = await underWay(args(), (child) => until(isWriting, () => child.kill("SIGKILL")));
    expect(end.signal).toBe("SIGKILL");
    expect(desk.files().filter((file) => !file.endsWith(".part"))).toEqual(["accounts.csv", "model.json"]);
    expect(drafts().every((file) => file.startsWith("."))).toBe(true);
  });

  it("by a reader who goes away says nothing", async () => {
    const toStdout = [...args().slice(0, 6), "--out", "-"];
    const end = await underWay(toStdout, (child) => child.stdout?.once("data", () => child.stdout?.destroy()));
    expect(end).toMatchObject({ code: 0, signal: null, stderr: "" });
  });
});

it("what is printed is a defect's one line, without a stack", async () => {
  const { run } = await import("../../src/cli/run.ts");
  const broken = {
    write: async () => {
      throw new TypeError("nobody thought of this\nat all");
    },
    isTerminal: false,
    hasColour: false,
  };
  let told = "";
  const stderr = {
    ...broken,
    write: async (text: string) => {
      told += text;
    },
  };
  const io = { stdin: [] as never, stdout: broken, stderr, cleanups: new Set<() => void>() };
  expect(await run(["--version"], { ...io, isDebugging: false })).toBe(1);
  expect(told).toBe("guanxi has a defect: nobody thought of this, please report it\n");
  await run(["--version"], { ...io, isDebugging: true });
  expect(told).toContain(dirname(new URL(import.meta.url).pathname));
});
