/** 4,339 real accounts of a wholesaler (UCI Online Retail, CC BY 4.0), through the command line. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { root } from "../support/root.ts";
import { type Desk, openDesk, rowsOf } from "./run-guanxi.ts";

const shared = process.env.GUANXI_SHARED;
const accounts = shared === undefined ? "" : join(shared, "data/online-retail/accounts.csv");
const model = join(root, "examples/models/wholesale-accounts.json");

describe.skipIf(!existsSync(accounts))(`real accounts${existsSync(accounts) ? "" : " (skipped: no data)"}`, () => {
  let desk: Desk;
  beforeEach(() => {
    desk = openDesk();
  });
  afterEach(() => desk.clear());

  it("are all scored, and again with their own scores as the previous ones", async () => {
    const score = ["score", accounts, "--model", model, "--as-of", "2011-12-10", "--errors", "@errors.csv", "--out"];
    expect(await desk.guanxi([...score, "@one.csv"])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("4,339 accounts: 4,339 scored, 0 insufficient data, 0 disqualified, 0 rejected"),
    });
    const rows = rowsOf(desk.read("one.csv"));
    expect(rows).toHaveLength(4339);
    expect(rows.every(({ status, quadrant, tier }) => status === "scored" && quadrant !== "" && tier !== "")).toBe(
      true,
    );
    expect(desk.read("errors.csv")).toBe("row,id,code,field,message\n");
    expect(await desk.guanxi([...score, "@two.csv", "--previous", "@one.csv"])).toMatchObject({ code: 0 });
    expect(rowsOf(desk.read("two.csv")).map(({ total }) => total)).toEqual(rows.map(({ total }) => total));
  });
});
