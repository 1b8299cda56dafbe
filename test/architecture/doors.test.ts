import { describe, expect, it } from "vitest";
import { breachesOfDoors } from "./law-of-doors.ts";
import { readHouse } from "./source.ts";

describe("the law of doors", () => {
  it("is kept by every file of src", () => {
    const house = readHouse();
    expect(house.length).toBeGreaterThan(0);
    expect(house.flatMap(breachesOfDoors)).toEqual([]);
  }, 30_000);
});

describe("the law of doors lets through", () => {
  it.each([
    ["core/a.ts", 'import { Decimal } from "decimal.js";'],
    ["schema/a.ts", 'import * as z from "zod/mini";'],
    ["fingerprint/a.ts", 'import { sha256 } from "@noble/hashes/sha2.js";'],
    ["pmml/a.ts", 'import { XMLParser } from "fast-xml-parser";'],
    ["lanes/a.ts", "new WebAssembly.Module(bytes);"],
    ["cli/a.ts", 'import Papa from "papaparse"; import { readFile } from "node:fs/promises";'],
    ["cli/a.ts", "console.log(Date.now(), new Date(), process.argv, 2 ** 3);"],
    ["core/a.ts", "// Date.now() and Math.random()\nconst a = 'console.log(1n ** 2n)';"],
    ["core/a.ts", "const b = Math.floor(Math.sqrt(2)) + Date.UTC(2026, 0, 1);"],
    ["core/a.ts", "export class GuanxiError extends Error { readonly issues = []; }"],
    ["core/a.ts", "export function fit(performance: number): number { return performance; }"],
    ["core/a.ts", "interface Row { readonly process: string; readonly when: Date }"],
    ["core/a.ts", "const c = row.process + row.console; const d = { process: 1, Intl: 2 };"],
    ["core/a.ts", "const isDay = value instanceof Date; type F = Function;"],
  ])("%s: %s", (path, text) => {
    expect(breachesOfDoors({ path, text })).toEqual([]);
  });
});

describe("the law of doors sees", () => {
  it.each([
    ["score/a.ts", 'import { Decimal } from "decimal.js";', /only src\/core/],
    ["score/a.ts", 'import type { Decimal } from "decimal.js";', /only src\/core/],
    ["model/a.ts", 'import * as z from "zod/mini";', /only src\/schema/],
    ["schema/a.ts", 'import { z } from "zod";', /no door/],
    ["schema/a.ts", 'import { z } from "zod/mini";', /otherwise than/],
    ["schema/a.ts", 'import * as zod from "zod/mini";', /otherwise than/],
    ["schema/a.ts", 'export { z } from "zod/mini";', /otherwise than/],
    ["core/a.ts", 'import { sha256 } from "@noble/hashes/sha2.js";', /only src\/fingerprint/],
    ["table/a.ts", 'import { XMLParser } from "fast-xml-parser";', /only src\/pmml/],
    ["table/a.ts", 'import Papa from "papaparse";', /only src\/cli/],
    ["report/a.ts", 'import { readFileSync } from "node:fs";', /only src\/cli/],
    ["report/a.ts", 'import { readFileSync } from "fs";', /no door/],
    ["core/a.ts", 'import lodash from "lodash";', /no door/],
    ["core/a.ts", 'const d = await import("node:fs");', /only src\/cli/],
    ["core/a.ts", "const d = await import(name);", /no door/],
    ["core/a.ts", 'type D = import("decimal.js").Decimal; const r = require("node:os");', /only src\/cli/],
    ["core/a.ts", "const t = Date.now();", /clock/],
    ["core/a.ts", 'const t = Date["now"]();', /clock/],
    ["core/a.ts", "const t = new Date(2026, 0, 1);", /clock/],
    ["core/a.ts", "const t = Date();", /clock/],
    ["core/a.ts", 'const t = Date.parse("2026-01-01");', /clock/],
    ["core/a.ts", "const t = performance.now();", /performance/],
    ["core/a.ts", "const r = Math.random();", /Math\.random/],
    ["core/a.ts", "const { pow } = Math;", /Math other than/],
    ["core/a.ts", "const M = Math;", /Math other than/],
    ["core/a.ts", 'const r = Math["exp"](1);', /Math\.exp/],
    ["core/a.ts", "const r = xs.map(Math.log10);", /Math\.log10/],
    ...["exp", "log", "log2", "log1p", "pow", "sin", "cos", "tan", "atan2", "cbrt", "hypot"].map(
      (name): [string, string, RegExp] => ["core/a.ts", `Math.${name}(1);`, /not exact/],
    ),
    ["core/a.ts", "console.log(1);", /console/],
    ["core/a.ts", "const e = { process };", /process/],
    ["core/a.ts", "const e = process.env;", /process/],
    ["core/a.ts", "const e = globalThis.process;", /globalThis/],
    ["core/a.ts", "new Intl.NumberFormat();", /Intl/],
    ["core/a.ts", "setTimeout(f, 1);", /setTimeout/],
    ["core/a.ts", "const p = 2 ** 3;", /\*\*/],
    ["core/a.ts", "let p = 2; p **= 3;", /\*\*/],
    ["core/a.ts", "const b = 1n;", /BigInt/],
    ["core/a.ts", "const b = BigInt(1);", /BigInt/],
    ["core/a.ts", "let b: bigint;", /BigInt/],
    ["core/a.ts", 'eval("1");', /eval/],
    ["core/a.ts", 'new Function("return 1");', /Function/],
    ["core/a.ts", "xs.sort((a, b) => a.localeCompare(b));", /localeCompare/],
    ["core/a.ts", "const s = n.toLocaleString();", /toLocaleString/],
    ["core/a.ts", "const { toLocaleUpperCase } = s;", /toLocaleUpperCase/],
    ["core/a.ts", "class GuanxiError { #secret = 1; }", /#secret/],
    ["core/a.ts", "class GuanxiError { static of() {} }", /static/],
    ["core/a.ts", "class GuanxiError { static { f(); } }", /static/],
    ["core/a.ts", "class Model {}", /class/],
    ["score/a.ts", "class GuanxiError extends Error {}", /class/],
    ["core/a.ts", "const C = class {};", /class/],
    ["batch/a.ts", "new WebAssembly.Module(bytes);", /only src\/lanes/],
    ["batch/a.ts", "declare const WebAssembly: object;", /only src\/lanes/],
    ["cli/a.ts", "export default 1;", /default export/],
    ["core/a.ts", "export default function f() {}", /default export/],
    ["core/a.ts", "export { f as default };", /default export/],
    ["core/a.ts", "enum Side { high, low }", /enum/],
    ["core/a.ts", "namespace Inner { export const a = 1; }", /namespace/],
  ] as [string, string, RegExp][])("%s: %s", (path, text, expected) => {
    expect(breachesOfDoors({ path, text }).join("\n")).toMatch(expected);
  });
});
