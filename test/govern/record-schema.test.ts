import { describe, expect, it } from "vitest";
import { recordSchema } from "../../src/govern/record-schema.ts";
import { parseModel } from "../../src/model/parse-model.ts";
import type { Model } from "../../src/schema/model-document.ts";
import { editor } from "../schema/editor.ts";

const flag = { kind: "flag", points: { true: 1, false: 0 } } as const;
const line = { kind: "linear", knots: [[0, 0], [1, 1]] } as const; // biome-ignore format: one curve, one line

const MODEL = parseModel({
  format: 1,
  id: "shop",
  version: "1",
  title: { en: "Shop", "zh-CN": "商店" },
  fields: {
    revenue: { kind: "number", places: 2, min: 0, max: 9, unit: "CNY", title: { en: "Revenue", "zh-CN": "收入" } },
    cost: { kind: "number", note: "of the year" },
    level: { kind: "category", values: ["staff", "高管"] },
    region: { kind: "category" },
    since: { kind: "date" },
    isMember: { kind: "boolean" },
    spare: { kind: "number" },
  },
  measures: { margin: { kind: "difference", of: "revenue", minus: "cost" } },
  dimensions: {
    value: {
      weight: 1,
      indicators: {
        margin: { input: "margin", weight: 0.5, curve: line },
        group: {
          weight: 0.5,
          indicators: {
            level: { input: "level", weight: 1, curve: { kind: "lookup", points: { staff: 0, 高管: 1 } } },
            member: { input: "isMember", weight: 0, curve: flag },
            spare: { input: "spare", weight: 0, curve: line, appliesWhen: { input: "isMember", eq: true } },
          },
        },
      },
    },
  },
}) as Model;

const { offered, marked, shown } = editor(() => recordSchema(MODEL));

describe("the JSON Schema of a model's records", () => {
  it("requires what an indicator that always applies rejects the account for, those behind a measure and of weight 0 too", () => {
    expect(recordSchema(MODEL).required).toEqual(["revenue", "cost", "level", "isMember"]);
  });

  it("leaves out what may be missing", async () => {
    const record = { revenue: 1, cost: "0.10", level: "staff", isMember: true };
    expect(await marked(JSON.stringify(record))).toEqual([]);
    expect(await marked(JSON.stringify({ ...record, region: null, since: null, spare: null, other: {} }))).toEqual([]);
  });

  it.each([
    ["a number below its bound", { revenue: -0.01 }, "-0.01"],
    ["a number above its bound", { revenue: 9.01 }, "9.01"],
    ["thousands marks", { cost: "1,000" }, '"1,000"'],
    ["a required field that is missing", { cost: null }, "null"],
    ["a value that is not listed", { level: "chief" }, '"chief"'],
    ["no text at all", { region: "" }, '""'],
    ["a day written otherwise", { since: "31.12.2026" }, '"31.12.2026"'],
    ["yes for true", { isMember: "yes" }, '"yes"'],
  ])("marks %s", async (_, patch, at) => {
    const record = { revenue: 9, cost: 0, level: "高管", isMember: false, ...patch };
    const marks = await marked(JSON.stringify(record));
    expect([...new Set(marks.map((mark) => mark.at))]).toEqual([at]);
  });

  it("offers fields, and the values of a category", async () => {
    expect(Object.keys(await offered("{ | }"))).toEqual(Object.keys(MODEL.fields));
    expect(Object.keys(await offered('{ "level": | }'))).toEqual(["staff", "高管"]);
  });

  it("tells titles in the language asked for, units and notes", async () => {
    expect(await shown('{ "reve|nue": 1 }')).toMatch(/Revenue .*CNY/);
    expect(await shown('{ "co|st": 1 }')).toContain("of the year");
    expect(recordSchema(MODEL, { language: "zh-CN" })).toMatchObject({
      title: "商店",
      properties: { revenue: { title: "收入 (CNY)" } },
    });
  });
});
