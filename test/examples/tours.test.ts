import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { root } from "../support/root.ts";
import { expectedLines, printedLines } from "./printed-lines.ts";

const tours = readdirSync(`${root}examples`)
  .filter((name) => /^\d\d-.*\.ts$/.test(name))
  .sort();

describe("the numbered tours", () => {
  for (const name of tours) {
    const path = `${root}examples/${name}`;
    const source = readFileSync(path, "utf8");

    it(`${name} prints what its comments say`, async () => {
      const expected = expectedLines(source);
      expect(expected.length).toBeGreaterThan(0);
      expect(await printedLines(() => import(/* @vite-ignore */ path))).toEqual(expected);
    });

    it(`${name} says what it shows and how to run it`, () => {
      expect(source).toMatch(new RegExp(`^/\\*\\*\\n \\* ${name.slice(0, 2)} · .+`));
      expect(source).toContain(` *   npx tsx examples/${name}\n`);
    });
  }

  it("are numbered without a gap, and the page of examples lists each", () => {
    const page = readFileSync(`${root}examples/README.md`, "utf8");
    expect(tours.map((name) => Number(name.slice(0, 2)))).toEqual(tours.map((_, i) => i + 1));
    for (const name of tours) expect(page).toContain(`(${name})`);
  });
});

describe("the lines a tour says it prints", () => {
  it("are at the end of a line that prints, or right under code; a comment after a blank line explains", () => {
    const source =
      "// not printed\nconsole.log(1); // one\nfor (const x of y) {\n  console.log(x);\n}\n// two\n// three\n\n// no";
    expect(expectedLines(source)).toEqual(["one", "two", "three"]);
  });
});
