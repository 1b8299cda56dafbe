import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Desk, openDesk } from "./run-guanxi.ts";
import { DAY, HEAD, SHOP } from "./shop-model.ts";

const { cases: _cases, ...NOW } = SHOP;
const NEXT = {
  ...NOW,
  version: "2.0",
  tier: { ...NOW.tier, rungs: [{ name: "A", from: 90, formerly: ["gold"] }, ...NOW.tier.rungs.slice(1)] },
};
const ROWS = `${HEAD}
a,1000,south,2026-01-21,yes
b,900,south,2026-01-11,no
c,100,south,2025-12-12,no
`;

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
  desk.write("now.json", JSON.stringify(NOW));
  desk.write("next.json", JSON.stringify(NEXT));
  desk.write("accounts.csv", ROWS);
});
afterEach(() => desk.clear());

const simulate = (...args: string[]) =>
  desk.guanxi(["simulate", "@now.json", "@next.json", "@accounts.csv", "--as-of", DAY, ...args]);

describe("guanxi simulate", () => {
  it("prints the changes, the matrices, the shift and the movers", async () => {
    const { code, stdout, stderr } = await simulate();
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toBe(`shop 1.0 → shop 2.0: 3 accounts, 1 move (33.3 %)

Changes
  1. tier.rungs.A.from: 80 → 90 (moves 1)

Tiers
  from \\ to  A  B  C  all
  A          1  1  ·    2
  B          ·  ·  ·    0
  C          ·  ·  1    1
  all        1  1  1    3
  stability index 0.346574

Quadrants
  from \\ to  partner  win-over  maintain  watch  all
  partner          2         ·         ·      ·    2
  win-over         ·         ·         ·      ·    0
  maintain         ·         ·         1      ·    1
  watch            ·         ·         ·      ·    0
  all              2         0         1      0    3
  stability index 0

Totals
  3 with a total before and after: 0 up, 3 unchanged, 0 down
  mean shift 0, mean size 0
  shift at 0 %: 0, 5 %: 0, 25 %: 0, 50 %: 0, 75 %: 0, 95 %: 0, 100 %: 0
  rank correlation 1
  stability index 0

Movers
  b  A → B  partner  85  by 1
`);
  });

  it("tells all of it in Chinese", async () => {
    const { code, stdout } = await simulate("--limit-tier", "30", "--language", "zh-CN");
    expect(code).toBe(4);
    expect(stdout).toContain("shop 1.0 → shop 2.0：共 3 个账户，变动 1 个（33.3 %）");
    expect(stdout).toContain("  1. tier.rungs.A.from：80 → 90（使 1 个账户变动）");
    expect(stdout).toContain("  等级 A：2 → 1：50.0 %、上限 30 %");
    expect(stdout).not.toMatch(/\b(Changes|Tiers|Quadrants|Totals|Movers|Past|all|by|index|mean|shift|limit)\b/);
  });

  it("ends with 4 past a limit and says which; at the limit it ends with 0", async () => {
    const past = await simulate("--limit-tier", "49.9");
    expect(past.code).toBe(4);
    expect(past.stdout).toContain(
      "\nPast the limits\n  tier A: 2 → 1: 50.0 %, limit 49.9 %\n  tier B: 0 → 1: had nobody, limit 49.9 %\n",
    );
    expect((await simulate("--limit-moved", "33")).code).toBe(4);
    expect((await simulate("--limit-moved", "34")).code).toBe(0);
    expect((await simulate("--limit-quadrant", "0")).code).toBe(0);
  });

  it("says the same as JSON", async () => {
    const { code, stdout } = await simulate("--format", "json", "--limit-tier", "30", "--movers", "0");
    expect(code).toBe(4);
    const told = JSON.parse(stdout);
    expect(told).toMatchObject({
      from: { version: "1.0" },
      to: { version: "2.0" },
      accounts: 3,
      moved: 1,
      movers: [],
      limits: { tierHeads: 0.3 },
      steps: [{ moved: 1, changes: [{ kind: "tier", path: ["tier", "rungs", "A", "from"], from: 80, to: 90 }] }],
    });
    expect(told.passed.map(({ limit, share }: { limit: string; share: number | null }) => [limit, share])).toEqual([
      ["tierHeads", 0.5],
      ["tierHeads", null],
    ]);
  });

  it("holds by the scores of last time, as guanxi score wrote them", async () => {
    await desk.guanxi(["score", "@accounts.csv", "--model", "@now.json", "--as-of", DAY, "--out", "@scores.csv"]);
    const { stdout } = await simulate("--previous", "@scores.csv");
    expect(stdout).toContain("3 accounts, 0 move (0.0 %)");
  });

  it("counts rejected rows by both or by one, and ends with 3", async () => {
    desk.write(
      "accounts.csv",
      `${ROWS}d,many,south,2026-01-21,no\ne,1,south,2026-01-21,no,6\nh,,south,2026-01-21,no\n`,
    );
    const { code, stdout } = await simulate("--movers", "9");
    expect(code).toBe(3);
    expect(stdout).toContain("rejected");
    expect(stdout).toMatch(/\n {2}d by both: netRevenue: expected a decimal number/);
    expect(stdout).toMatch(/\n {2}e by both: expected 5 cells/);
    expect(stdout).toMatch(/\n {2}h by both: netRevenue: expected a value/);
    expect((await simulate("--movers", "0")).code).toBe(3);
  });

  it("reads the fields of both models, and maps those of either", async () => {
    const { netRevenue, ...fields } = NOW.fields;
    const next = JSON.parse(JSON.stringify({ ...NEXT, fields: { sales: netRevenue, ...fields } }));
    next.dimensions.value.indicators.money.indicators.revenue.input = "sales";
    desk.write("next.json", JSON.stringify(next));
    expect((await simulate()).stderr).toMatch(/expected a column for each field that is read, got none for "sales"/);
    expect((await simulate("--map", "sales=netRevenue")).stdout).toContain("1 move");
    expect((await simulate("--map", "sale=netRevenue")).stderr).toMatch(/did you mean "sales"/);
  });

  it.each<[string, readonly string[], RegExp]>([
    ["a third argument", ["simulate", "@now.json", "@next.json"], /expected ACCOUNTS\.csv, got nothing/],
    ["any argument", ["simulate"], /FROM\.json[\s\S]*TO\.json[\s\S]*ACCOUNTS\.csv/],
    ["a day", ["simulate", "@now.json", "@next.json", "@accounts.csv"], /--as-of: expected the day of the rating/],
    [
      "a percentage",
      ["simulate", "@now.json", "@next.json", "@accounts.csv", "--as-of", DAY, "--limit-tier", "a third"],
      /--limit-tier: expected a number in percent/,
    ],
    [
      "a count",
      ["simulate", "@now.json", "@next.json", "@accounts.csv", "--as-of", DAY, "--movers", "all"],
      /--movers: expected a whole number/,
    ],
  ])("without %s says so, and ends with 2", async (_, args, message) => {
    const { code, stdout, stderr } = await desk.guanxi(args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
  });
});
