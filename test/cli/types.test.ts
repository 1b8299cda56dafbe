/** The types written for a model kept as JSON, compiled as a user would compile them. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { afterEach, beforeEach, expect, it } from "vitest";
import { root } from "../support/root.ts";
import { type Desk, openDesk } from "./run-guanxi.ts";
import { SHOP } from "./shop-model.ts";

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => desk.clear());

/** What the compiler says of a program that uses the types, by line. */
function complaints(program: string): readonly string[] {
  const file = desk.path("use.ts");
  writeFileSync(file, program);
  const compiled = ts.createProgram([file], {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    skipLibCheck: true,
    exactOptionalPropertyTypes: true,
    types: [],
    paths: { guanxi: [join(root, "src/index.ts")] },
  });
  return ts.getPreEmitDiagnostics(compiled).map(({ file: where, start = 0, messageText }) => {
    const line = where === undefined ? 0 : where.getLineAndCharacterOfPosition(start).line + 1;
    return `${line} ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
  });
}

it("know the fields, categories, dimensions, cells and rungs of the model, and refuse others", {
  timeout: 60_000,
}, async () => {
  desk.write("shop.json", JSON.stringify(SHOP));
  expect(await desk.guanxi(["types", "@shop.json", "--out", "@shop.d.ts"])).toMatchObject({ code: 0, stdout: "" });
  const found = complaints(`import { parseModel, score } from "guanxi";
import type { ShopAccount, ShopModel, ShopScorecard } from "./shop.d.ts";
const model = parseModel({}) as unknown as ShopModel;
const account: ShopAccount = { netRevenue: "12.50", region: "north", lastOrder: null, isPartner: true, remark: "any" };
const card: ShopScorecard = score(model, account, { asOf: "2026-01-31", previous: { tier: "A" } });
const points: number | null = card.dimensions.value.indicators.money.indicators.revenue.points;
const tier: "A" | "B" | "C" | null = card.tier.name;
const cell: "partner" | "win-over" | "maintain" | "watch" | null = card.quadrant.name;
const wrongValue: ShopAccount = { ...account, region: "west" };
const wrongField: ShopAccount = { ...account, regoin: "north" };
const lacking: ShopAccount = { netRevenue: 1, region: "north", lastOrder: null, isPartner: true };
const wrongDimension = card.dimensions.valeu;
const wrongTier: "A" | "B" = card.tier.name ?? "A";
export { cell, lacking, points, tier, wrongDimension, wrongField, wrongTier, wrongValue };
`);
  expect(found.map((each) => each.split(" ")[0])).toEqual(["9", "10", "11", "12", "13"]);
  expect(found[0]).toContain('"west"');
  expect(found[1]).toContain("regoin");
  expect(found[2]).toContain("remark");
  expect(found[3]).toContain("valeu");
});

it("are named for the model, or as asked, and go to standard output", async () => {
  desk.write(
    "model.json",
    JSON.stringify({ ...SHOP, id: "key-accounts-2026", version: "1\n*/ evil()", note: "secret" }),
  );
  const { code, stdout } = await desk.guanxi(["types", "@model.json"]);
  expect(code).toBe(0);
  expect(stdout).toContain("export type KeyAccounts2026Account = AccountOf<KeyAccounts2026Model>;");
  expect(stdout.split("\n")[0]).not.toContain("evil()\n");
  expect(stdout.split("\n").filter((line) => line.startsWith("//"))).toHaveLength(2);
  expect(stdout).not.toMatch(/secret|Shop accounts|"cases"/);
  expect((await desk.guanxi(["types", "@model.json", "--name", "Mine"])).stdout).toContain("export type MineScorecard");
});
