import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { makeAccounts } from "../../examples/data/make-accounts.ts";
import { root } from "../support/root.ts";
import { exampleModel } from "./portfolio.ts";

const written = readFileSync(`${root}examples/data/accounts.csv`, "utf8");

describe("examples/data/accounts.csv", () => {
  it("is what make-accounts.ts makes, byte for byte", () => {
    expect(makeAccounts()).toBe(written);
  });

  it("has a column for an id, a name and every field of the group-customer model", () => {
    const header = written.slice(0, written.indexOf("\n")).split(",");
    expect(header.slice(0, 2)).toEqual(["id", "name"]);
    expect(header.slice(2).sort()).toEqual(Object.keys(exampleModel("group-customer").fields).sort());
  });

  it("names 500 customers, no two alike", () => {
    const rows = written.trim().split("\n").slice(1);
    expect(new Set(rows.map((row) => row.split(",", 2)[0])).size).toBe(500);
    expect(new Set(rows.map((row) => row.split(",", 2)[1])).size).toBe(500);
  });
});
