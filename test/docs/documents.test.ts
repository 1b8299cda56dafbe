import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { root } from "../support/root.ts";
import { typeCheck } from "../support/type-check.ts";
import { type Executable, executableOf } from "./executable.ts";

// Every TypeScript fence of the README and the documentation runs and type-checks, page by page, and a comment behind an
// expression is what the expression is.

const OUT = `${root}test/.out/docs`;
const PAGES = ["README.md", ...pagesBelow("docs")];
const executables = PAGES.flatMap((page) => {
  const executable = executableOf(page, readFileSync(`${root}${page}`, "utf8"));
  return executable === null ? [] : [executable];
});

describe("the documentation", () => {
  let messages: ReadonlyMap<string, readonly string[]>;

  beforeAll(() => {
    mkdirSync(OUT, { recursive: true });
    for (const executable of executables) writeFileSync(fileOf(executable), executable.source);
    messages = typeCheck(new Map(executables.map((executable) => [fileOf(executable), executable.source])));
  }, 60_000);

  it("has pages that run", () => {
    expect(executables.map(({ title }) => title)).toContain("README.md");
    expect(executables.reduce((sum, { assertions }) => sum + assertions, 0)).toBeGreaterThan(20);
  });

  it.each(executables)("$title type-checks", (executable) => {
    expect(messages.get(fileOf(executable))).toEqual([]);
  });

  it.each(executables)("$title does what it says", async (executable) => {
    const { told } = await import(fileOf(executable));
    for (const [expression, is, said] of told) expect({ [expression]: is }).toEqual({ [expression]: said });
  });

  it("has a README of at most 150 lines", () => {
    expect(readFileSync(`${root}README.md`, "utf8").split("\n").length).toBeLessThanOrEqual(150);
  });

  it.each(PAGES)("%s links to pages that are there", (page) => {
    const folder = page.split("/").slice(0, -1).join("/");
    const links = [...readFileSync(`${root}${page}`, "utf8").matchAll(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g)];
    for (const [, link = ""] of links) expect(existsSync(resolve(root, folder, link)), link).toBe(true);
  });
});

function fileOf({ title }: Executable): string {
  return `${OUT}/${title.replace(/[^a-z0-9]+/gi, "-")}.ts`;
}

function pagesBelow(folder: string): string[] {
  return readdirSync(`${root}${folder}`, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    // Generated reference pages of the exported names are not pages of ours.
    if (entry.isDirectory()) return entry.name === "api" ? [] : pagesBelow(path);
    return entry.name.endsWith(".md") ? [path] : [];
  });
}
