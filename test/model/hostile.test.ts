import { afterEach, describe, expect, it, vi } from "vitest";
import type { Issue } from "../../src/core/issue.ts";
import { describeIssue } from "../../src/core/wording.ts";
import { parseModel, safeParseModel } from "../../src/model/parse-model.ts";
import { type Draft, smallModel } from "../core/issues/small-model.ts";
import { costOf } from "../support/cost.ts";

/**
 * No document may cost more than this, whatever is in it. The dearest costs some 40, and a check of the names of one list
 * against all of another some thousands.
 */
const MOST_COST = 150;

vi.setConfig({ testTimeout: 30_000 });

const own = Reflect.ownKeys(Object.prototype);
afterEach(() => {
  expect(Reflect.ownKeys(Object.prototype)).toEqual(own);
});

function refused(document: unknown, code?: string): void {
  let issues: readonly Issue[] = [];
  let message = "";
  const cost = costOf(() => {
    const outcome = safeParseModel(document);
    issues = outcome.ok ? [] : outcome.issues;
    message = issues
      .slice(0, 5)
      .map((issue) => describeIssue(issue))
      .join("\n");
  });
  expect(cost).toBeLessThan(MOST_COST);
  expect(issues).not.toEqual([]);
  expect(message.length).toBeLessThan(10_000);
  if (code !== undefined) expect(issues.map((issue) => issue.code)).toContain(code);
}

function changed(change: (model: Draft) => void): Draft {
  const model = smallModel();
  change(model);
  return model;
}

/** The small model with a value at a place written with dots. */
function placed(path: string, value: unknown): Draft {
  const keys = path.split(".");
  const last = keys.pop() as string;
  return changed((model) => {
    keys.reduce((inner, key) => inner[key], model)[last] = value;
  });
}

/** Every object of the model in turn, with a key added that only JSON text can add. */
function* withProtoKeys(): Generator<[string, unknown]> {
  const count = JSON.stringify(smallModel()).split("{").length - 1;
  for (let i = 0; i < count; i++) {
    const parts = JSON.stringify(smallModel()).split("{");
    parts[i + 1] = `"__proto__":{"polluted":true}${parts[i + 1]?.startsWith("}") ? "" : ","}${parts[i + 1]}`;
    const text = parts.join("{");
    yield [text.slice(Math.max(0, text.indexOf("__proto__") - 40), text.indexOf("__proto__")), JSON.parse(text)];
  }
}

describe("a document is refused, and nothing else happens, for", () => {
  it("a __proto__ key in any of its objects", () => {
    const documents = [...withProtoKeys()];
    expect(documents.length).toBeGreaterThan(40);
    for (const [, document] of documents) refused(document, "document/key");
    expect(({} as Draft).polluted).toBeUndefined();
  });

  it.each(["constructor", "toString", "hasOwnProperty", "valueOf", "__defineGetter__"])("an id called %s", (id) => {
    for (const section of ["fields", "measures", "dimensions", "bonusGroups"]) {
      refused(placed(`${section}.${id}`, Object.values(smallModel()[section])[0]));
    }
    refused(placed(`dimensions.value.indicators.${id}`, smallModel().dimensions.value.indicators.growth));
    refused(placed("bonuses.0.id", id));
    refused(placed("id", id));
  });

  it("conditions 5,000 deep", () => {
    const deep = (form: string) => {
      let condition: unknown = { input: "city", eq: "Beijing" };
      for (let i = 0; i < 5000; i++) condition = { [form]: form === "not" ? condition : [condition] };
      return condition;
    };
    for (const form of ["all", "any", "not"]) {
      refused(placed("bonuses.0.when", deep(form)), "document/depth");
    }
  });

  it("groups 5,000 deep", () => {
    let node: unknown = smallModel().dimensions.value.indicators.revenue;
    for (let i = 0; i < 5000; i++) node = { weight: 1, indicators: { a: node } };
    refused(placed("dimensions.value.indicators", { a: node }), "document/depth");
  });

  it("JSON text 100,000 levels deep", () => {
    refused(JSON.parse("[".repeat(100_000) + "]".repeat(100_000)), "document/depth");
    refused({ x: JSON.parse(`${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`) }, "document/depth");
  });

  it("an object that holds itself", () => {
    const model = smallModel();
    model.x = { model };
    refused(model, "document/depth");
  });

  it("an object that holds itself many times over", () => {
    const x: Draft = {};
    for (let i = 0; i < 20; i++) x[`a${i}`] = x;
    refused({ ...smallModel(), x }, "document/size");
  });

  it("300,000 nodes", () => {
    const indicators: Draft = {};
    for (let i = 0; i < 300_000; i++) indicators[`a${i}`] = {};
    refused(placed("dimensions.value.indicators", indicators), "document/size");
    refused(placed("fields.industry.values", new Array(300_000).fill("a")), "document/size");
  });

  it("a list with a length and nothing in it", () => {
    refused(placed("gates", new Array(4_000_000_000)), "document/size");
  });

  it("10 MB of text, as a value and as a key", () => {
    const text = "9".repeat(10_000_000);
    refused(placed("note", text), "document/text-length");
    refused(placed("x", { [text]: 1 }), "document/text-length");
    refused(placed(`fields.${text}`, { kind: "date" }), "document/text-length");
    refused(text, "document/text-length");
  });

  it.each([
    ["NaN", Number.NaN],
    ["Infinity", Number.POSITIVE_INFINITY],
    ["-Infinity", Number.NEGATIVE_INFINITY],
    ["a function", () => 0],
    ["a symbol", Symbol("a")],
    ["a bigint", 10n],
    ["a Date", new Date(0)],
    ["a Map", new Map([["a", 1]])],
    ["a Set", new Set([1])],
    ["a boxed number", Object(5)],
    ["a regular expression", /a/],
    ["a typed array", new Uint8Array(2)],
    ["an instance", new (class Weight {})()],
    ["an error", new Error("no")],
  ])("%s, wherever it stands", (_, value) => {
    refused(value);
    for (const key of ["id", "range", "fields", "bonuses", "x", "minimumCoverage"]) {
      refused({ ...smallModel(), [key]: value }, "document/value");
    }
    refused(placed("x", { in: [value] }), "document/value");
  });

  it("null and undefined for a document", () => {
    refused(null, "document/kind");
    refused(undefined);
  });

  it("a getter that throws", () => {
    const x = Object.defineProperty({}, "a", {
      enumerable: true,
      get: () => {
        throw new Error("not yours");
      },
    });
    refused({ ...smallModel(), x }, "document/value");
  });

  it("lone surrogates in texts and keys", () => {
    for (const lone of ["\ud800", "a\udfff", "\udc00\ud800", "\ud83d x"]) {
      refused(placed("note", lone), "document/unicode");
      refused(placed(`title.${lone}`, "a"), "document/unicode");
    }
  });

  it("names misspelt by the ten thousand", () => {
    const unknown: Draft = {};
    for (let i = 0; i < 30_000; i++) unknown[`revenue${i}`] = { kind: "number" };
    const keys = changed((model) => Object.assign(model, unknown));
    refused(keys, "document/unknown-key");
    const gates = Array.from({ length: 20_000 }, (_, i) => ({
      id: `gate${i}`,
      when: { input: `revenue${i}x`, eq: 1 },
      disqualify: true,
    }));
    refused(
      changed((model) => Object.assign(model, { fields: { ...model.fields, ...unknown }, gates })),
      "model/unknown-input",
    );
  });

  it("long lists, each entry of which is looked up in another", () => {
    const values = Array.from({ length: 60_000 }, (_, i) => `v${i}`);
    refused(
      changed((model) => {
        model.fields.industry.values = values;
        model.bonuses[0].when.in = values.map((value) => `${value}x`);
      }),
      "model/unknown-value",
    );
    refused(placed("fields.industry.values", [...values, ...values]), "model/duplicate");
  });
});

describe("a document is taken, quickly, with", () => {
  it("as many values as a model may have", () => {
    const values = Array.from({ length: 90_000 }, (_, i) => `v${i}`);
    const points = Object.fromEntries(values.map((value) => [value, 1]));
    const document = changed((model) => {
      model.fields.industry.values = values;
      model.dimensions.relationship.indicators.industry.curve.points = points;
      model.bonuses[0].when.in = values.slice(0, 10_000);
    });
    const cost = costOf(() => parseModel(document));
    expect(cost).toBeLessThan(2 * MOST_COST);
  });

  it("getters: each is read once, and what it gave is kept", () => {
    let reads = 0;
    const document = Object.defineProperty(smallModel(), "version", {
      enumerable: true,
      get: () => `${++reads}`,
    });
    const model = parseModel(document);
    expect([model.version, model.version, reads]).toEqual(["1", "1", 1]);
  });

  it("no prototype at all", () => {
    const bare = (value: unknown): unknown =>
      typeof value !== "object" || value === null || Array.isArray(value)
        ? value
        : Object.assign(Object.create(null), Object.fromEntries(Object.entries(value).map(([k, v]) => [k, bare(v)])));
    expect(parseModel(bare(smallModel())).fingerprint).toBe(parseModel(smallModel()).fingerprint);
  });
});
