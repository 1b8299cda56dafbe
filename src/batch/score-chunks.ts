import { GuanxiError } from "../core/guanxi-error.ts";
import { factOf, type Issue, issue, type Path } from "../core/issue.ts";
import { unknownKeys } from "../core/unknown-keys.ts";
import { requireParsed } from "../model/require-parsed.ts";
import type { Model } from "../schema/model-document.ts";
import { compileOptions } from "../score/read-options.ts";
import { type PortfolioChunk, type PortfolioChunks, partsOf, readChunk } from "./portfolio-chunk.ts";
import { scoreColumns } from "./score-columns.ts";
import type { ScoreColumnsOptions } from "./score-columns-options.ts";
import type { ScoredColumns } from "./scored-columns.ts";

/** Options of all parts together. Previous ratings are not among them: they come with the rows they belong to. */
export type ScoreChunksOptions = Pick<ScoreColumnsOptions, "asOf">;

/** A scored part of a portfolio. Rows are counted within the part, as its columns are. */
export interface ScoredChunk extends ScoredColumns {
  /** The place of the part's first row in the portfolio: row r of the part is row `firstRow` + r of the whole. */
  readonly firstRow: number;
}

/**
 * Scores a portfolio that is larger than memory, part by part, each as `scoreColumns` does; a part is asked for when the
 * one before has been taken. Memory: one part and its scores.
 *
 * @param model from `parseModel` or `defineModel`
 * @param chunks parts of the portfolio as they come: columns, record batches of `apache-arrow`, or either with the previous
 *   ratings of its rows, `{ columns, previous }`; or an Arrow table
 * @throws GuanxiError at once for wrong options; for a part that is none when its turn comes, with its place in the path
 *
 * @example
 * ```ts
 * const parts = [{ value: [90, 20], relationship: [80, "x"] }, { value: [70], relationship: [70] }];
 * const rejected: number[] = [];
 * for await (const { firstRow, issues } of scoreChunks(model, parts, { asOf: "2026-03-31" })) {
 *   for (const { row } of issues) rejected.push(firstRow + row);
 * }
 * rejected; // [1]
 * ```
 */
export function scoreChunks(
  model: Model,
  chunks: PortfolioChunks,
  options: ScoreChunksOptions = {},
): AsyncGenerator<ScoredChunk, void, undefined> {
  requireParsed(model);
  const issues: Issue[] = [...unknownKeys(options, KEYS)];
  compileOptions(model, null)({ asOf: options.asOf }, issues);
  const parts = partsOf(chunks);
  if (parts === null) issues.push(issue("batch/chunk", ["chunks"], "an iterable of columns", factOf(chunks)));
  if (parts === null || issues.length > 0) throw new GuanxiError(issues);
  return scoreParts(model, parts, options.asOf);
}

const KEYS: readonly (keyof ScoreChunksOptions)[] = ["asOf"];

async function* scoreParts(
  model: Model,
  parts: Iterable<PortfolioChunk> | AsyncIterable<PortfolioChunk>,
  asOf: ScoreChunksOptions["asOf"],
): AsyncGenerator<ScoredChunk, void, undefined> {
  let place = 0;
  let firstRow = 0;
  for await (const part of parts) {
    const scored = scorePart(model, part, asOf, ["chunks", place]);
    yield { ...scored, firstRow };
    firstRow += scored.rows;
    place += 1;
  }
}

/** What is wrong with a part is told with its place. */
function scorePart(model: Model, part: PortfolioChunk, asOf: ScoreChunksOptions["asOf"], path: Path): ScoredColumns {
  const { columns, previous } = readChunk(model, part, path);
  try {
    return scoreColumns(model, columns, { asOf, previous });
  } catch (error) {
    if (!(error instanceof GuanxiError)) throw error;
    throw new GuanxiError(error.issues.map((each) => ({ ...each, path: [...path, ...each.path] })));
  }
}
