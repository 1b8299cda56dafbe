import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { root } from "../support/root.ts";
import { typeCheck } from "../support/type-check.ts";

// What a person reads who misspells something: the compiler's first message, which must name what is allowed.

const MODEL = readFileSync(`${root}test/types/typed-model.ts`, "utf8");

/** One change to the literal model or to a use of it, and what the message must name. */
const MISTAKES: { readonly [what: string]: { readonly code: string; readonly names: readonly string[] } } = {
  "an input that is no field": {
    code: change('input: "margin"', 'input: "margn"'),
    names: ['"margn"', '"revenue"', '"margin"'],
  },
  "a field that is not there, in a measure": {
    code: change('of: "revenue"', 'of: "turnover"'),
    names: ['"turnover"', '"revenue" | "costs"'],
  },
  "a date measure of a field that is no date": {
    code: change('field: "lastVisit"', 'field: "revenue"'),
    names: ['"revenue"', '"lastVisit"'],
  },
  "a misspelt dimension on an axis": {
    code: change('x: "relationship",', 'x: "relation",'),
    names: ['"relation"', '"value"', '"relationship"'],
  },
  "a misspelt dimension in a bonus": {
    code: change('to: "value"', 'to: "valeu"'),
    names: ['"valeu"', '"value"', '"relationship"'],
  },
  "a bonus group that is not there": {
    code: change('group: "key"', 'group: "kye"'),
    names: ['"kye"', '"key"'],
  },
  "a category value in a condition": {
    code: change('in: ["finance", "retail"]', 'in: ["finance", "retial"]'),
    names: ['"retial"', '"finance" | "retail"'],
  },
  "a rung that is not there": {
    code: change('tierAtMost: "B"', 'tierAtMost: "C"'),
    names: ['"C"', '"A" | "B"'],
  },
  "an unknown field in a record": {
    code: use("score(model, { ...account, revenu: 1, revenue: 2 }); score(model, { revenue: 1, revenu: 2 } as const);"),
    names: ["revenu", "revenue"],
  },
  "a record with a misspelt field": {
    code: use(
      'score(model, { revenu: 1, costs: 1, industry: "retail", city: null, lastVisit: null, isSponsor: true });',
    ),
    names: ["'revenu'", "revenue", "industry"],
  },
  "a wrong category value in a record": {
    code: use('score(model, { ...account, industry: "bank" });'),
    names: ['"bank"', '"finance" | "retail"'],
  },
  "a misspelt dimension on a card": {
    code: use("score(model, account).dimensions.vlaue;"),
    names: ["'vlaue'", "value"],
  },
  "an override by a tier that is not there": {
    code: use('score(model, account, { override: { tier: "Z", reason: "why" } });'),
    names: ['"Z"', '"A" | "B"'],
  },
};

function change(from: string, to: string): string {
  if (!MODEL.includes(from)) throw new Error(`the model no longer holds ${from}`);
  return MODEL.replace(from, to);
}

function use(code: string): string {
  return `import { score } from "guanxi";\nimport { account, model } from "./typed-model.ts";\n${code}\n`;
}

describe("the compiler's message names what is allowed", () => {
  const names = Object.keys(MISTAKES);
  const fileOf = (name: string) => `${root}test/types/mistake-${names.indexOf(name)}.ts`;
  let messages: ReadonlyMap<string, readonly string[]>;

  beforeAll(() => {
    messages = typeCheck(new Map(names.map((name) => [fileOf(name), MISTAKES[name]?.code ?? ""])));
  }, 60_000);

  it.each(names)("%s", (name) => {
    const told = (messages.get(fileOf(name)) ?? []).join("\n");
    expect(told).not.toBe("");
    for (const expected of MISTAKES[name]?.names ?? []) expect(told).toContain(expected);
  });
});
