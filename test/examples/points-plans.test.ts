import { readdirSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { earn, parsePointsPlan } from "guanxi/points";
import { describe, expect, it } from "vitest";
import { planEditor } from "../schema/editor.ts";
import { root } from "../support/root.ts";
import { exampleModel } from "./portfolio.ts";

const folder = `${root}examples/points`;
const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
const textOf = (name: string) => readFileSync(`${folder}/${name}`, "utf8");
const planOf = (name: string) => parsePointsPlan(JSON.parse(textOf(name)));

describe.each(names)("the example plan %s", (name) => {
  it("is called as its file, and says where its figures are from", () => {
    const plan = planOf(name);
    expect(`${plan.id}.json`).toBe(name);
    expect(plan.note).toMatch(/illustrative|sources/i);
  });

  it("names the JSON Schema where the build writes it, and an editor marks nothing in it", async () => {
    const { exports } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
    const schema = resolve(dirname(`${folder}/${name}`), planOf(name).$schema ?? "");
    expect(schema).toBe(resolve(root, exports["./points-plan.schema.json"]));
    expect(await planEditor.marked(textOf(name))).toEqual([]);
  });
});

describe("the plan of the group-customer model", () => {
  it("has the tiers and quadrants of the model, and reads a dimension that it has", () => {
    const model = exampleModel("group-customer");
    const plan = planOf("group-customer-points.json");
    expect(plan.tiers).toEqual(model.tier?.rungs.map(({ name }) => name));
    expect(plan.quadrants).toEqual(model.quadrant?.cells.map(({ name }) => name));
    for (const rule of plan.rules) if ("on" in rule) expect(Object.keys(model.dimensions)).toContain(rule.on);
  });
});

describe("the plan of the operator", () => {
  const plan = planOf("operator-stars.json");
  const pointsAt = (tier: string | null, lines: { amount: number; category?: string }[]) =>
    earn(plan, { kind: "bill", date: "2021-05-31", lines }, { standing: { tier } }).points;

  it("gives 221 points for a bill of 88.30 at four stars", () => {
    expect(pointsAt("four-star", [{ amount: 88.3 }])).toBe(221);
  });

  it("gives 1, 1.5, 2, 2.5, 3 and 5 for a yuan, rounded up", () => {
    const stars = ["one-star", "two-star", "three-star", "four-star", "five-star-silver", "five-star-gold"];
    expect(stars.map((star) => pointsAt(star, [{ amount: 10 }]))).toEqual([10, 15, 20, 25, 30, 50]);
    expect(stars.map((star) => pointsAt(star, [{ amount: 1 }]))).toEqual([1, 2, 2, 3, 3, 5]);
  });

  it("gives nothing for gifted fees, nor outside the star system", () => {
    expect(pointsAt("one-star", [{ amount: 30 }, { amount: 20, category: "gifted-fee" }])).toBe(30);
    expect(pointsAt(null, [{ amount: 30 }])).toBe(0);
  });
});
