import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { describeIssue } from "../../src/core/wording.ts";
import { runCases } from "../../src/score/run-cases.ts";
import { root } from "../support/root.ts";
import { countBy, exampleModel, type Portfolio, scoreFile } from "./portfolio.ts";

/** Milliseconds: the reference interpreter takes its time. */
const SLOW = 60_000;
const folder = `${root}examples/models`;
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .map((name) => name.slice(0, -".json".length));

describe.each(names)("the example model %s", (name) => {
  const model = exampleModel(name);

  it("reproduces every one of its cases", () => {
    const results = runCases(model);
    expect(results.length).toBeGreaterThanOrEqual(6);
    expect(results.flatMap(({ issues }) => issues.map((issue) => describeIssue(issue)))).toEqual([]);
  });

  it("is called as its file, and says that its weights are illustrative", () => {
    expect(model.id).toBe(name);
    expect(model.note?.toLowerCase()).toContain("illustrative");
  });

  it("names the JSON Schema where the build writes it, so that an editor helps", () => {
    const { exports } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
    const schema = resolve(dirname(`${folder}/${name}.json`), model.$schema ?? "");
    expect(schema).toBe(resolve(root, exports["./model.schema.json"]));
  });
});

describe("the group-customer model on its 500 invented accounts", () => {
  const model = exampleModel("group-customer");
  let portfolio: Portfolio;
  beforeAll(() => {
    portfolio = scoreFile(model, `${root}examples/data/accounts.csv`, "2026-06-30");
  }, SLOW);

  it("rejects the six bad rows and scores the rest as the reference does", () => {
    const { rows, rejected } = portfolio;
    expect([rows.length, rejected]).toEqual([494, 6]);
    expect(countBy(rows, "status")).toEqual({ scored: 471, "insufficient-data": 18, disqualified: 5 });
  });

  it("populates every quadrant and every tier", () => {
    const scored = portfolio.rows.filter(({ status }) => status === "scored");
    expect(countBy(scored, "quadrant")).toEqual({ partner: 131, "win-over": 57, maintain: 112, watch: 171 });
    expect(countBy(scored, "tier")).toEqual({ A1: 25, A2: 49, B1: 126, B2: 156, C: 115 });
  });

  it("names its fields and measures in English and Chinese", () => {
    for (const { title } of [...Object.values(model.fields), ...Object.values(model.measures ?? {})]) {
      expect(Object.keys(title ?? {})).toEqual(["en", "zh-CN"]);
    }
  });
});

const real = resolve(process.env.GUANXI_SHARED ?? "", "data/online-retail/accounts.csv");
const hasReal = process.env.GUANXI_SHARED !== undefined && existsSync(real);

describe.skipIf(!hasReal)("the wholesale model on 4,339 real accounts (skipped: no data)", () => {
  let portfolio: Portfolio;
  beforeAll(() => {
    portfolio = scoreFile(exampleModel("wholesale-accounts"), real, null);
  }, SLOW);

  it("scores every one, as the reference does", () => {
    const { rows, rejected } = portfolio;
    expect(rejected).toBe(0);
    expect(countBy(rows, "status")).toEqual({ scored: 4339 });
  });

  it("populates every quadrant and every tier with 3 % of them or more", () => {
    const { rows } = portfolio;
    for (const counts of [countBy(rows, "quadrant"), countBy(rows, "tier")]) {
      expect(Math.min(...Object.values(counts)) / rows.length).toBeGreaterThan(0.03);
    }
    expect(Object.keys(countBy(rows, "quadrant")).sort()).toEqual(["maintain", "partner", "watch", "win-over"]);
    expect(Object.keys(countBy(rows, "tier")).sort()).toEqual(["dormant", "key", "major", "regular", "small"]);
  });
});
