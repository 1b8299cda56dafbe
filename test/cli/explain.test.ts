import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SHOP as EXPLAINED } from "../explain/shop-model.ts";
import { type Desk, openDesk } from "./run-guanxi.ts";
import { DAY, HEAD, SHOP } from "./shop-model.ts";

const ACCOUNTS = `id,revenue,growth,contact,has_contract,region,visits,arrears
a1,1600,0.1,manager,yes,north,6,1
a2,4000,0.4,executive,yes,south,12,3
a3,x,0.1,manager,yes,north,6,1
a4,1600,,manager,,nowhere,6
a5,1,2
`;

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
  desk.write("model.json", JSON.stringify(EXPLAINED));
  desk.write("accounts.csv", ACCOUNTS);
});
afterEach(() => desk.clear());

const explain = (id: string, args: readonly string[] = []) =>
  desk.guanxi(["explain", "@accounts.csv", "--model", "@model.json", "--id", id, ...args]);

describe("guanxi explain", () => {
  it("prints the tree, the reasons and the gates of an account", async () => {
    const { code, stdout, stderr } = await explain("a1");
    expect([code, stderr]).toEqual([0, ""]);
    for (const line of [
      "a1 · shop 1",
      "Total 76.9 · tier B · quadrant partner · scored",
      /^ {2}Total +76\.9$/m,
      /^ {4}Value +79 +60 % +47\.4 {2}█+/m,
      /^ {6}revenue +68 +75 % +51 {2}█+▏? +Revenue 1600 CNY lies between 1000 \(60 points\) and 4000 \(100 points\)$/m,
      /^ {6}signed +\+2 +cap: \+5$/m,
      /^ {6}start +\+10$/m,
      /^ {4}Late payment +-2\.5$/m,
      /^ {2}R01 +-14\.4 {2}revenue: Revenue 1600 CNY/m,
    ]) {
      expect(stdout).toMatch(line);
    }
    expect(stdout).not.toMatch(/Gates|To reach/);
  });

  it("tells gates that fired, and the range that took something off", async () => {
    const { stdout } = await explain("a2");
    expect(stdout).toMatch(/^ {6}range +-20$/m);
    expect(stdout).toMatch(/^ {2}Gates\n {2}G01 +In arrears: at most tier B\n {2}gate:known +known: at least tier B$/m);
    expect(stdout).toContain("tier B · earned A");
  });

  it("says what would reach a goal, and what two fields do it at the least cost", async () => {
    const { stdout } = await explain("a1", ["--goal", "up", "--effort", "revenue=1/100", "--effort", "visits=2"]);
    expect(stdout).toContain(`
  To reach A
  raise Revenue by 515.51 CNY to 2115.51 CNY
  raise visits by 3 to 9
  change contact from manager to executive
  not reachable by growth alone: 0.3001 comes nearest, with 79.9
  not reachable by arrears alone: 0 comes nearest, with 79.4
  No change alone does it: hasContract

  Cheapest of two
  raise Revenue by 71.51 CNY to 1671.51 CNY, and raise visits by 2 to 8 (cost 4.7151)
`);
  });

  it.each([
    ["stay", "To stay in B\n  Revenue may fall by 1092.77 CNY; 507.22 CNY loses the tier"],
    ["tier=B", "To reach B\n  already reached"],
    ["quadrant=watch", "To reach watch\n"],
    ["relationship=85", "To reach 85\n  change contact from manager to executive\n  raise visits by 2 to 8"],
  ])("takes the goal %s", async (goal, told) => {
    const { code, stdout } = await explain("a1", ["--goal", goal]);
    expect([code, stdout]).toEqual([0, expect.stringContaining(told)]);
  });

  it("says so where there is no tier above, or none to stay in", async () => {
    desk.write(
      "accounts.csv",
      `${ACCOUNTS.split("\n")[0]}\nbest,4000,0.4,executive,yes,south,12,0\nout,1,0,staff,no,nowhere,0,0\n`,
    );
    expect((await explain("best", ["--goal", "up"])).stdout).toContain("To reach\n  no tier above\n");
    expect((await explain("out", ["--goal", "stay"])).stdout).toContain("To stay in\n  no tier to stay in\n");
  });

  it("speaks Chinese", async () => {
    const { stdout } = await explain("a1", ["--language", "zh-CN", "--goal", "up"]);
    expect(stdout).toContain("总分 76.9 · 等级 B · 象限 partner · 已评级");
    expect(stdout).toMatch(/^ {2}达到目标 A\n {2}将收入提高 515\.51 CNY 至 2115\.51 CNY$/m);
    expect(stdout).toMatch(/^ {2}原因$/m);
  });

  it("writes JSON with the card, the explanation and the changes", async () => {
    const { code, stdout } = await explain("a1", [
      "--format",
      "json",
      "--goal",
      "total=80",
      "--baseline",
      "cut",
      "--of",
      "value",
    ]);
    expect(code).toBe(0);
    const { id, card, explanation, changes } = JSON.parse(stdout);
    expect([id, card.total, explanation.total.score, explanation.ranking.of]).toEqual(["a1", 76.9, 76.9, "value"]);
    expect(explanation.reasons[0]).toMatchObject({ code: "R01", baseline: 50 });
    expect(changes).toMatchObject({ status: "open", target: 80, goal: { kind: "score", of: "total", atLeast: 80 } });
    expect(JSON.parse((await explain("a1", ["--format", "json"])).stdout).changes).toBeNull();
  });

  it("reads the previous rating", async () => {
    desk.write("shop.json", JSON.stringify(SHOP));
    desk.write("shop.csv", `${HEAD}\nx,600,south,2026-01-21,no\n`);
    desk.write(
      "previous.csv",
      "id,status,quadrantX,quadrantY,tierEarned,tierValidUntil\nx,scored,high,high,A,2026-12-31\n",
    );
    const args = ["explain", "@shop.csv", "--model", "@shop.json", "--id", "x", "--as-of", DAY];
    expect((await desk.guanxi(args)).stdout).toContain("tier B ·");
    const { stdout } = await desk.guanxi([...args, "--previous", "@previous.csv"]);
    expect(stdout).toContain(`as of ${DAY}`);
    expect(stdout).toContain("tier A · held by validity");
  });
});

describe("guanxi explain ends", () => {
  it("with 3 and the issues where the account cannot be scored", async () => {
    const bad = await explain("a3");
    expect([bad.code, bad.stdout, bad.stderr]).toEqual([
      3,
      "",
      'guanxi: revenue: expected a decimal number, got "x"\n',
    ]);
    expect((await explain("a3", ["--language", "zh-CN"])).stderr).toBe('guanxi: revenue：应为十进制数，实际为 "x"\n');
    expect((await explain("a4")).stderr).toBe("guanxi: expected 8 cells, as the first line has, got 7\n");
    const { code, stdout, stderr } = await explain("a3", ["--format", "json"]);
    expect([code, stderr]).toEqual([3, ""]);
    expect(JSON.parse(stdout)).toMatchObject({ id: "a3", issues: [{ code: "record/number", at: "revenue" }] });
  });

  it("with 3 where the id is there twice", async () => {
    desk.write("accounts.csv", `${ACCOUNTS}a1,1,0.1,staff,no,south,0,0\n`);
    expect(await explain("a1")).toMatchObject({
      code: 3,
      stderr: "guanxi: id: expected each id once, got the id of row 1 again\n",
    });
  });

  it("with 1 where there is no such account", async () => {
    const unknown = await explain("A1");
    expect([unknown.code, unknown.stderr]).toEqual([
      1,
      'guanxi: --id: expected the id of an account in the file, got "A1", did you mean "a1"\n',
    ]);
    expect((await explain("a11", [])).code).toBe(1);
  });

  it.each([
    [["--goal", "tier=Z"], '--goal: expected a rung ("A", "B" or "C"), got "Z"'],
    [
      ["--goal", "quadrant=partners"],
      '--goal: expected a cell of the quadrant ("partner", "win-over", "maintain" or "watch"), got "partners", did you mean "partner"',
    ],
    [
      ["--goal", "totals=80"],
      '--goal: expected a dimension or the total ("value", "relationship" or "total"), got "totals", did you mean "total"',
    ],
    [
      ["--goal", "up", "--effort", "visit=1"],
      '--effort: expected a field that fits here ("revenue", "growth", "contact", "hasContract", "visits" or "arrears"), got "visit", did you mean "visits"',
    ],
    [
      ["--of", "nothing"],
      '--of: expected a dimension or the total ("value", "relationship" or "total"), got "nothing"',
    ],
  ])("with 2 where the model has none such: %j", async (args, sentence) => {
    expect(await explain("a1", args)).toEqual({
      code: 2,
      stdout: "",
      stderr: `guanxi: ${sentence}\nguanxi: see guanxi --help\n`,
    });
  });

  it("with 2 where the goal is a tier and the model has none", async () => {
    desk.write("model.json", JSON.stringify({ ...EXPLAINED, tier: undefined, gates: undefined }));
    const { code, stderr } = await explain("a1", ["--goal", "up"]);
    expect([code, stderr.split("\n")[0]]).toEqual([
      2,
      "guanxi: --goal: expected a model with a tier section, got none",
    ]);
  });

  it("with 1 where the options are right and the model is not", async () => {
    desk.write("model.json", JSON.stringify({ ...EXPLAINED, dimensions: {} }));
    expect(await explain("a1", ["--goal", "tier=Z"])).toMatchObject({ code: 1, stdout: "" });
  });

  it.each([
    [["--goal", "higher"], '--goal: expected up, stay, tier=NAME, quadrant=NAME or SCORE=NUMBER, got "higher"'],
    [["--goal", "total=high"], '--goal: expected a number after total=, got "high"'],
    [["--goal", "tier="], '--goal: expected up, stay, tier=NAME, quadrant=NAME or SCORE=NUMBER, got "tier="'],
    [
      ["--goal", "up", "--effort", "visits"],
      '--effort: expected field=WEIGHT or field=WEIGHT/PER, both above 0, got "visits"',
    ],
    [
      ["--goal", "up", "--effort", "visits=0"],
      '--effort: expected field=WEIGHT or field=WEIGHT/PER, both above 0, got "visits=0"',
    ],
    [
      ["--goal", "up", "--effort", "visits=1/ "],
      '--effort: expected field=WEIGHT or field=WEIGHT/PER, both above 0, got "visits=1/ "',
    ],
    [["--effort", "visits=1"], "--goal: expected the option with its GOAL, got nothing"],
    [["--baseline", "average"], '--baseline: expected "best", "worst" or "cut", got "average"'],
    [["--as-of", "today"], '--as-of: expected a day written YYYY-MM-DD, got "today"'],
  ])("with 2 when called %j", async (args, sentence) => {
    const { code, stderr } = await explain("a1", args);
    expect([code, stderr.split("\n")[0]]).toEqual([2, `guanxi: ${sentence}`]);
  });

  it("with 2 where the model needs a day", async () => {
    desk.write("model.json", JSON.stringify(SHOP));
    desk.write("accounts.csv", `${HEAD}\nx,600,south,2026-01-21,no\n`);
    expect(await explain("x")).toMatchObject({ code: 2 });
  });
});
