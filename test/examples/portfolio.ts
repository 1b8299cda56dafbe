import { readFileSync } from "node:fs";
import { readAccount } from "guanxi";
import Papa from "papaparse";
import { expect } from "vitest";
import { parseModel } from "../../src/model/parse-model.ts";
import type { Model } from "../../src/schema/model-document.ts";
import { flatRow } from "../../src/score/flat-row.ts";
import { safeScore } from "../../src/score/score.ts";
import { referenceScore } from "../reference/card.ts";
import { flatRow as referenceRow } from "../reference/flat-row.ts";
import { root } from "../support/root.ts";

/** An example model, by its file name. */
export function exampleModel(name: string): Model {
  return parseModel(JSON.parse(readFileSync(`${root}examples/models/${name}.json`, "utf8")));
}

type Row = { readonly [column: string]: unknown };

export interface Portfolio {
  /** The flat rows of the accounts that could be scored. */
  readonly rows: readonly Row[];
  readonly rejected: number;
}

/** Scores a CSV file, and expects the reference interpreter to answer each row the same. */
export function scoreFile(model: Model, path: string, asOf: string | null): Portfolio {
  const { data } = Papa.parse<{ [column: string]: string }>(readFileSync(path, "utf8"), {
    header: true,
    skipEmptyLines: true,
    transformHeader: camelCase,
  });
  const rows: Row[] = [];
  let rejected = 0;
  for (const cells of data) {
    const read = readAccount(model, cells);
    const outcome = read.ok ? safeScore(model, read.account, { asOf }) : read;
    const reference = read.ok ? referenceScore(model, read.account, { asOf }) : null;
    if (outcome.ok) {
      const row = flatRow(outcome.card);
      rows.push(row);
      expect(row).toEqual(reference?.ok ? referenceRow(model, reference.card) : null);
    } else {
      rejected += 1;
      expect(reference?.ok ?? false).toBe(false);
    }
  }
  return { rows, rejected };
}

/** How many rows hold each value of a column. */
export function countBy(rows: readonly Row[], column: string): { [value: string]: number } {
  const counts: { [value: string]: number } = {};
  for (const row of rows) counts[String(row[column])] = (counts[String(row[column])] ?? 0) + 1;
  return counts;
}

/** `net_revenue_gbp` is the field netRevenueGbp. */
function camelCase(column: string): string {
  return column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
