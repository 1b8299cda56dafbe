import { existsSync, readFileSync } from "node:fs";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { parseModel, readAccount, safeScore } from "../../src/index.ts";
import { referenceScore } from "../reference/card.ts";
import type { ModelDocument } from "../reference/document.ts";
import { root } from "../support/root.ts";

// UCI Online Retail (Daqing Chen), CC BY 4.0: the accounts of a wholesaler, read from where CI keeps them.
const path = `${process.env.GUANXI_SHARED}/data/online-retail/accounts.csv`;
const document: ModelDocument = JSON.parse(readFileSync(`${root}examples/models/wholesale-accounts.json`, "utf8"));

describe("4,339 real accounts", () => {
  if (!existsSync(path)) {
    it.skip("skipped: no data", () => {});
    return;
  }

  it("are all scored, and to the last digit as by the reference interpreter", () => {
    const model = parseModel(document);
    const { data } = Papa.parse<Record<string, string>>(readFileSync(path, "utf8").trim(), { header: true });
    expect(data).toHaveLength(4339);
    for (const row of data) {
      const cells = Object.fromEntries(Object.entries(row).map(([column, cell]) => [camelCase(column), cell]));
      const read = readAccount(model, cells);
      if (!read.ok) throw new Error(JSON.stringify(read.issues));
      const outcome = safeScore(model, read.account, { asOf: "2011-12-10" });
      const expected = referenceScore(document, read.account, { asOf: "2011-12-10" });
      if (!outcome.ok || !expected.ok) throw new Error(`${row.account_id} was rejected`);
      const { fingerprint: _fingerprint, ...identity } = outcome.card.model;
      expect({ ...outcome.card, model: identity }).toEqual(expected.card);
      expect(outcome.card.status).toBe("scored");
    }
  }, 60_000);
});

function camelCase(column: string): string {
  return column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
