import { existsSync, readFileSync } from "node:fs";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { type Column, scoreColumns } from "../../src/batch/index.ts";
import { readDate } from "../../src/core/plain-date.ts";
import { parseModel, readAccount } from "../../src/index.ts";
import { referenceScore } from "../reference/card.ts";
import type { ModelDocument } from "../reference/document.ts";
import { flatRow as referenceRow } from "../reference/flat-row.ts";
import { root } from "../support/root.ts";
import { rowAt } from "./flat-row-at.ts";

// UCI Online Retail (Daqing Chen), CC BY 4.0: the accounts of a wholesaler, read from where CI keeps them.
const path = `${process.env.GUANXI_SHARED}/data/online-retail/accounts.csv`;
const document: ModelDocument = JSON.parse(readFileSync(`${root}examples/models/wholesale-accounts.json`, "utf8"));

/** A column as an analyst holds it: doubles, days, flags, codes. */
const COLUMNS: { readonly [kind: string]: (values: readonly unknown[]) => Column } = {
  number: (values) => Float64Array.from(values, (value) => (value === null ? Number.NaN : (value as number))),
  date: (values) => ({
    values: Int32Array.from(values, (value) => (value === null ? 0 : (readDate(value as string) as number))),
    mask: Uint8Array.from(values, (value) => +(value !== null)),
  }),
  boolean: (values) => Uint8Array.from(values, (value) => +(value === true)),
  category: (values) => {
    const dictionary = [...new Set(values)] as (string | null)[];
    return { codes: Int32Array.from(values, (value) => dictionary.indexOf(value as string | null)), dictionary };
  },
};

describe("4,339 real accounts as columns", () => {
  if (!existsSync(path)) {
    it.skip("skipped: no data", () => {});
    return;
  }

  it("are scored to the last digit as by the reference interpreter, none of them row by row", () => {
    const model = parseModel(document);
    const { data } = Papa.parse<Record<string, string>>(readFileSync(path, "utf8").trim(), { header: true });
    const accounts = data.map((row) => {
      const cells = Object.entries(row).map(([column, cell]) => [
        column.replace(/_(\w)/g, (_, w) => w.toUpperCase()),
        cell,
      ]);
      const read = readAccount(model, Object.fromEntries(cells));
      if (!read.ok) throw new Error(JSON.stringify(read.issues));
      return read.account as Record<string, unknown>;
    });
    const columns = Object.entries(model.fields).map(([id, { kind }]) => [
      id,
      (COLUMNS[kind] as (values: readonly unknown[]) => Column)(accounts.map((account) => account[id] ?? null)),
    ]);
    const scored = scoreColumns(model, Object.fromEntries(columns), { asOf: "2011-12-10" });
    expect(scored).toMatchObject({ rows: 4339, handedBack: 0, issues: [] });
    accounts.forEach((account, row) => {
      const expected = referenceScore(document, account, { asOf: "2011-12-10" });
      if (!expected.ok) throw new Error(`row ${row} was rejected`);
      expect(rowAt(model, scored, row)).toEqual(referenceRow(document, expected.card));
    });
  }, 60_000);
});
