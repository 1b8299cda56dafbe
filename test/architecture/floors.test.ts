import { describe, expect, it } from "vitest";
import { breachesOfFloors } from "./law-of-floors.ts";
import { readDoors, readHouse } from "./source.ts";

describe("the law of floors", () => {
  it("is kept by every file of src", () => {
    const house = readHouse();
    expect(house.length).toBeGreaterThan(0);
    expect(breachesOfFloors(house, readDoors())).toEqual([]);
  }, 30_000);
});

describe("the law of floors is not vacuous", () => {
  const house = (files: Record<string, string>, doors: string[] = []) =>
    breachesOfFloors(
      Object.entries(files).map(([path, text]) => ({ path, text })),
      doors,
    );
  const a = "export const a = 1;";

  it("lets a file import its own folder and lower floors", () => {
    const files = {
      "core/a.ts": a,
      "schema/b.ts": 'import { a } from "../core/a.ts"; export const b = a;',
      "schema/deep/c.ts": 'import type { b } from "../b.ts"; export type C = typeof b;',
      "index.ts": 'export { b } from "./schema/b.ts";',
    };
    expect(house(files, [""])).toEqual([]);
  });

  it.each([
    ["up", { "core/b.ts": 'import { a } from "../schema/a.ts"; a;', "schema/a.ts": a }, /up, from/],
    ["sideways", { "stats/b.ts": 'import { a } from "../schema/a.ts"; a;', "schema/a.ts": a }, /sidew/],
    ["a type", { "core/b.ts": 'import type { a } from "../schema/a.ts"; a;', "schema/a.ts": a }, /up/],
    ["import()", { "core/b.ts": 'await import("../schema/a.ts");', "schema/a.ts": a }, /up/],
    ["import type()", { "core/b.ts": 'type B = import("../schema/a.ts").A;', "schema/a.ts": a }, /up/],
    ["a re-export", { "core/b.ts": `export { a } from "../schema/a.ts"; ${a}`, "schema/a.ts": a }, /up/],
    ["an unknown folder", { "attic/a.ts": a }, /on no floor/],
    ["a loose file", { "loose.ts": a }, /outside every folder/],
    ["a missing file", { "core/b.ts": 'import { a } from "./a.ts"; a;' }, /not a file of src/],
    ["no extension", { "core/b.ts": 'import { a } from "./a"; a;', "core/a.ts": a }, /\.ts extension/],
    ["a private index.ts", { "core/index.ts": a }, /no public door/],
    ["a private barrel", { "core/b.ts": 'export { a } from "./a.ts";', "core/a.ts": a }, /only re-exports/],
    ["utils", { "core/utils.ts": a }, /named for nothing/],
    ["string-helpers", { "core/string-helpers.ts": a }, /named for nothing/],
    ["common/", { "core/common/a.ts": a }, /named for nothing/],
  ])("sees %s", (_, files: Record<string, string>, expected) => {
    expect(house(files).join("\n")).toMatch(expected);
  });

  it("sees a cycle inside one folder, types included", () => {
    const files = {
      "core/a.ts": 'import { b } from "./b.ts"; export const a = b;',
      "core/b.ts": 'import type { A } from "./c.ts"; export const b = 1 as A;',
      "core/c.ts": 'import type { a } from "./a.ts"; export type A = typeof a;',
    };
    expect(house(files)).toEqual(["cycle: core/a.ts → core/b.ts → core/c.ts → core/a.ts"]);
  });

  it.each([
    ["logic in a door", { "index.ts": `export { a } from "./core/a.ts"; ${a}`, "core/a.ts": a }, /re-exports only/],
    [
      "a door imported from inside",
      { "index.ts": 'export { a } from "./core/a.ts";', "core/a.ts": `import "../index.ts"; ${a}` },
      /imports the door/,
    ],
    ["the command line in the roof", { "index.ts": 'export { a } from "./cli/a.ts";', "cli/a.ts": a }, /command line/],
    ["a door without a file", { "core/a.ts": a }, /but no file/],
  ])("sees %s", (_, files: Record<string, string>, expected) => {
    expect(house(files, [""]).join("\n")).toMatch(expected);
  });
});
