import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Desk, openDesk, rowsOf } from "./run-guanxi.ts";
import { DAY, HEAD, OWN, SHOP } from "./shop-model.ts";

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
  desk.write("model.json", JSON.stringify(SHOP));
});
afterEach(() => desk.clear());

const CELLS = "a,500,south,2025-12-12,no";
const score = async (head: string, args: readonly string[] = [], cells = CELLS) => {
  const options = ["--model", "@model.json", "--as-of", DAY, "--out", "@scores.csv"];
  const ran = await desk.guanxi(["score", "-", ...options, ...args], `${head}\n${cells}\n`);
  return { ...ran, rows: ran.code === 0 ? rowsOf(desk.read("scores.csv")) : [] };
};

describe("the column of a field", () => {
  it("is the one of its name, or the single one of the same letters and digits", async () => {
    const { code, rows } = await score("id,Net revenue,REGION,last_order,is-partner");
    expect([code, rows[0]?.total]).toEqual([0, "50"]);
  });

  it("is the one of its name even where another has the same letters", async () => {
    const { rows } = await score(`${HEAD},net_revenue`, [], `${CELLS},0`);
    expect(rows[0]?.value).toBe("50");
  });

  it("is the one that --map names, before all others", async () => {
    const { rows } = await score(`${HEAD},Umsatz = netto`, ["--map", "netRevenue=Umsatz = netto"], `${CELLS},700`);
    expect(rows[0]?.value).toBe("70");
  });

  it("may be missing where the model does not read the field", async () => {
    expect(await score(HEAD)).toMatchObject({ code: 0 });
  });

  it("is read where the file has it, though the model does not read the field", async () => {
    const { code, stderr } = await score(`${HEAD},remark`, [], `${CELLS},${"x".repeat(300)}`);
    expect(code).toBe(3);
    expect(stderr).toContain("remark: expected a text of at most 200 characters");
  });
});

describe("a file is refused with 1, and nothing is written,", () => {
  it.each([
    [
      "without a column that is read, with all that are missing and what was likely meant",
      "id,netRevenu,region,order,isPartner",
      [],
      /for "netRevenue" and "lastOrder" among "id", .*did you mean "--map netRevenue=netRevenu"/,
    ],
    ["with another delimiter than declared", HEAD.replaceAll(",", ";"), [], /did you mean "--delimiter ;"/],
    ["with tabs for commas", HEAD.replaceAll(",", "\t"), [], /did you mean "--delimiter tab"/],
    [
      "with two columns for a field",
      HEAD.replace("netRevenue", "net_revenue,net-revenue"),
      [],
      /netRevenue: expected one column, got "net_revenue" and "net-revenue", did you mean "--map netRevenue=net_revenue"/,
    ],
    ["with a column named twice", `${HEAD},region`, [], /expected each column name once, got "region" again/],
    ["without the column of --id", HEAD, ["--id", "ident"], /--id: expected a column of the file/],
    ["without the column of --map", HEAD, ["--map", "region=regoin"], /--map: .*got "regoin", did you mean "region"/],
    ["without the column of --keep", HEAD, ["--keep", "region,nmae"], /--keep: .*got "nmae"/],
    [
      "with the id kept as well",
      HEAD,
      ["--keep", "id"],
      /expected a column whose name is not one that the scores have, got "id"/,
    ],
    ["with an id called as a score", HEAD.replace("id", "total"), ["--id", "total"], /got "total"/],
    ["with a kept column called as a score", `${HEAD},tier`, ["--keep", "all"], /got "tier"/],
    [
      "with a kept column called as a detail",
      `${HEAD},bonus:north`,
      ["--keep", "bonus:north", "--detail"],
      /got "bonus:north"/,
    ],
    ["with a kept name that stands twice", `${HEAD},a,a`, ["--keep", "all"], /--keep: .*got "a" again/],
  ])("%s", async (_, head, args, message) => {
    const { code, stdout, stderr } = await score(head, args);
    expect(stderr).toMatch(message);
    expect([code, stdout]).toEqual([1, ""]);
    expect(desk.files()).toEqual(["model.json"]);
  });

  it("when two fields have the same letters and only one column has", async () => {
    const fields = { ...SHOP.fields, "net-revenue": { kind: "number" } };
    desk.write("model.json", JSON.stringify({ ...SHOP, fields }));
    const { code, stderr } = await score(HEAD.replace("netRevenue", "net_revenue"));
    expect(code).toBe(1);
    expect(stderr).toContain('got "netRevenue" and "net-revenue"');
  });
});

describe("the id", () => {
  it("is the column called id, whatever its case, else the first; the summary says which", async () => {
    expect(await score("netRevenue,region,lastOrder,isPartner,ID", [], "500,south,2025-12-12,no,a")).toMatchObject({
      stdout: expect.stringContaining("id from column ID"),
      rows: [{ ID: "a" }],
    });
    expect(await score(HEAD.replace("id", "account"))).toMatchObject({
      stdout: expect.stringContaining("id from column account"),
      rows: [{ account: "a" }],
    });
  });

  it("may be the column of a field", async () => {
    const { rows } = await score(HEAD, ["--id", "region"]);
    expect(rows[0]).toMatchObject({ region: "south", total: "50" });
  });
});

it("a kept column may be listed twice, have a comma in its name, or be called by its whole name", async () => {
  const { rows } = await score(`${HEAD},"x",y`, ["--keep", "x", "--keep", "y,x"], `${CELLS},1,2`);
  expect(Object.keys(rows[0] ?? {})).toEqual(["id", ...OWN.split(","), "x", "y"]);
  await score(`${HEAD},"a,b"`, ["--keep", "a,b"], `${CELLS},1`);
  expect(desk.read("scores.csv")).toContain(`${OWN},"a,b"\n`);
});
