/** The scores of last time feed back as they are, whatever their format. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Desk, openDesk, rowsOf } from "./run-guanxi.ts";
import { DAY, HEAD, OWN, SHOP } from "./shop-model.ts";

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
  desk.write("model.json", JSON.stringify(SHOP));
});
afterEach(() => desk.clear());

const score = async (accounts: string, args: readonly string[]) =>
  await desk.guanxi(["score", "-", "--model", "@model.json", "--quiet", ...args], accounts);

const STATE = `id,status,quadrantX,quadrantY,tierEarned,tierValidUntil`;
const ACCOUNTS = [
  "a,1000,north,2026-01-31,yes",
  "b,520,south,2025-12-14,no",
  "=c,990,south,2025-11-01,no",
  "d,x,south,2025-11-01,no",
  "d,990,south,2025-11-01,no",
  ",1,south,,no",
  "e,990,south",
  "e,100,south,2026-01-01,no",
];

describe("scores written before", () => {
  it.each(["csv", "json", "ndjson"])(
    "hold tiers and sides, and carry the state of rejected rows, as %s",
    async (format) => {
      const first = await score(`${HEAD}\n${ACCOUNTS.join("\n")}\n`, [
        "--as-of",
        DAY,
        "--out",
        "@one",
        "--format",
        format,
      ]);
      expect(first.code).toBe(3);
      const later = ACCOUNTS.map((line) => line.replace(/,(\d+),/, (_, revenue) => `,${Number(revenue) - 35},`));
      const args = ["--as-of", "2026-02-01", "--previous", "@one", "--out"];
      expect(
        await score(`${HEAD}\n${later.join("\n")}\nnew,1,south,2026-01-31,no\n`, [...args, "@two.csv"]),
      ).toMatchObject({
        code: 3,
      });
      const rows = rowsOf(desk.read("two.csv"));
      expect(rows.map(({ id, tierHeld }) => [id, tierHeld])).toContainEqual(["b", "validity"]);
      expect(rows.find(({ id }) => id === "b")).toMatchObject({ quadrantX: "high", value: "48.5", quadrantY: "high" });
      expect(rows.find(({ id }) => id === "'=c")).toMatchObject({ tierValidUntil: "2027-01-31" });
      expect(rows.find(({ id }) => id === "new")).toMatchObject({ tierValidUntil: "2027-02-01" });
    },
  );

  it("say the same in every format", async () => {
    const accounts = `${HEAD}\n${ACCOUNTS.join("\n")}\n`;
    const written: string[] = [];
    for (const format of ["csv", "json", "ndjson"]) {
      await score(accounts, ["--as-of", DAY, "--out", "@one", "--format", format, "--detail", "--keep", "all"]);
      await score(accounts, ["--as-of", "2026-06-01", "--previous", "@one", "--out", "@two.csv"]);
      written.push(desk.read("two.csv"));
    }
    expect(written[1]).toBe(written[0]);
    expect(written[2]).toBe(written[0]);
  });

  it("may be replaced in place, and then stay as they are on the same day", async () => {
    // Without the row that is too short: what it lacked the first time, the state of its id, it has the second.
    const accounts = `${HEAD}\n${ACCOUNTS.filter((line) => line !== "e,990,south").join("\n")}\n`;
    await score(accounts, ["--as-of", DAY, "--out", "@scores.csv"]);
    const first = desk.read("scores.csv");
    await score(accounts, ["--as-of", DAY, "--out", "@scores.csv", "--previous", "@scores.csv"]);
    expect(desk.read("scores.csv")).toBe(first);
  });

  it("carry over a rejected row as they stand, an earlier name of a rung by its name of today", async () => {
    desk.write("old.csv", `${STATE}\na,scored,high,low,gold,2030-01-01\nb,scored,,,platinum,\n`);
    const accounts = `${HEAD}\na,x,south,,no\nb,x,south,,no\nc,x,south,,no\n`;
    await score(accounts, ["--as-of", DAY, "--previous", "@old.csv", "--out", "@scores.csv"]);
    expect(desk.read("scores.csv")).toBe(
      `id,${OWN}\na,rejected,,,,,,high,low,,A,,2030-01-01\nb,rejected,,,,,,,,,platinum,,\nc,rejected,,,,,,,,,,,\n`,
    );
  });

  it("give an account the row that was not rejected, wherever that stood", async () => {
    desk.write(
      "old.csv",
      `${STATE}\nx,rejected,,,C,\nx,scored,high,high,A,2030-01-01\nx,rejected,,,B,\n,rejected,,,,\n`,
    );
    await score(`${HEAD}\nx,1,south,2026-01-31,no\n`, [
      "--as-of",
      DAY,
      "--previous",
      "@old.csv",
      "--out",
      "@scores.csv",
    ]);
    expect(rowsOf(desk.read("scores.csv"))[0]).toMatchObject({ tierEarned: "A", tierHeld: "validity" });
  });

  it("that say what is no rung, side or day are told row by row", async () => {
    desk.write("old.csv", `${STATE}\na,scored,up,low,A,2030-01-01\nb,scored,,,platinum,\nc,scored,,,A,soon\n`);
    const accounts = `${HEAD}\na,1,south,,no\nb,1,south,,no\nc,1,south,,no\nd,1,south,,no\n`;
    const args = ["--as-of", DAY, "--previous", "@old.csv", "--out", "@scores.csv", "--errors", "@errors.csv"];
    expect(await score(accounts, args)).toMatchObject({ code: 3 });
    expect(rowsOf(desk.read("errors.csv")).map(({ id, code, field }) => [id, code, field])).toEqual([
      ["a", "options/side", "previous.sides.x"],
      ["b", "options/unknown-tier", "previous.tier"],
      ["c", "options/date", "previous.validUntil"],
    ]);
  });

  it("as a JSON array may be laid out otherwise, and be empty", async () => {
    const rows = [
      { id: "a", status: "scored", quadrantX: null, quadrantY: null, tierEarned: "A", tierValidUntil: null },
    ];
    for (const text of [JSON.stringify(rows, null, 2), JSON.stringify(rows), "[]", " [ ] \n"]) {
      desk.write("old.json", text);
      const args = ["--as-of", DAY, "--previous", "@old.json", "--out", "@scores.csv"];
      expect(await score(`${HEAD}\na,570,south,2026-01-31,no\n`, args)).toMatchObject({ code: 0 });
      expect(rowsOf(desk.read("scores.csv"))[0]?.tierHeld).toBe(text.includes("a") ? "margin" : "");
    }
  });

  it("need only the columns that the model reads", async () => {
    const { quadrant: _quadrant, tier: _tier, cases: _cases, ...bare } = SHOP;
    desk.write("model.json", JSON.stringify(bare));
    desk.write("old.csv", "id\na\n");
    const args = ["--as-of", DAY, "--previous", "@old.csv", "--out", "@scores.csv"];
    expect(await score(`${HEAD}\na,1,south,,no\n`, args)).toMatchObject({ code: 0 });
  });
});

describe("an empty file of previous scores", () => {
  it("holds none, as the JSON lines of a table without rows do", async () => {
    desk.write("old.ndjson", "");
    const args = ["--as-of", DAY, "--previous", "@old.ndjson", "--out", "@scores.csv"];
    expect(await score(`${HEAD}\na,1,south,,no\n`, args)).toMatchObject({ code: 0 });
  });
});

describe("previous scores refused with 1, and nothing written:", () => {
  it.each([
    ["that are not there", undefined, /expected to find .*old, got "?no such file or folder/],
    [
      "without the columns of the model",
      "id,status\na,scored\n",
      /"quadrantX", "quadrantY", "tierEarned" and "tierValidUntil"/,
    ],
    ["with another id", STATE.replace("id", "account"), /expected "id" among the columns/],
    [
      "with an account twice",
      `${STATE}\na,scored,,,A,\na,scored,,,B,\n`,
      /each id once in the previous scores, got "a" again/,
    ],
    ["with a ragged row", `${STATE}\na,scored\n`, /got another in row 1/],
    ["with a stray quote", `${STATE}\n"a"x",scored,,,A,\n`, /got another in row 1/],
    ["with a line that is no object", `{"id":"a"}\n[1]\n`, /previous/],
    [
      "with a number for an id",
      '{"id":5,"quadrantX":null,"quadrantY":null,"tierEarned":null,"tierValidUntil":null}\n',
      /in row 1/,
    ],
    ["that are broken JSON", '[\n{"id":\n', /previous/],
    ["that are not UTF-8", Buffer.from([...Buffer.from(`${STATE}\n`), 0xff]), /--previous: expected text in utf-8/],
  ])("%s", async (_, content, message) => {
    if (content !== undefined) desk.write("old", content);
    const args = ["--as-of", DAY, "--previous", "@old", "--out", "@scores.csv"];
    const { code, stderr } = await score(`${HEAD}\na,1,south,,no\n`, args);
    expect(stderr).toMatch(message);
    expect(code).toBe(1);
    expect(desk.files()).not.toContain("scores.csv");
  });
});
