import { GuanxiError } from "../core/guanxi-error.ts";
import { factOf, type Issue, issue, type Path } from "../core/issue.ts";
import { unknownKeys } from "../core/unknown-keys.ts";
import type { Model } from "../schema/model-document.ts";
import { type ArrowTable, isArrowTable } from "./arrow/arrow-table.ts";
import { type Columns, formOfColumn } from "./column.ts";
import type { PreviousColumns } from "./scored-columns.ts";

/** Columns with what their rows were rated before. */
export interface ChunkWithPrevious {
  readonly columns: Columns | ArrowTable;
  /** Previous ratings of these rows; the answer of an earlier call for the same rows fits. */
  readonly previous?: PreviousColumns | null | undefined;
}

/** A part of a portfolio: columns or a record batch, with or without previous ratings. */
export type PortfolioChunk = Columns | ArrowTable | ChunkWithPrevious;

/** Parts of a portfolio, one after the other; of an Arrow table, its record batches. */
export type PortfolioChunks = Iterable<PortfolioChunk> | AsyncIterable<PortfolioChunk> | ArrowTable;

/** Something to go through part by part, `null` where there is nothing to go through. */
export function partsOf(chunks: PortfolioChunks): Iterable<PortfolioChunk> | AsyncIterable<PortfolioChunk> | null {
  // A table goes through its rows; its parts are its batches. A batch is one part.
  if (isArrowTable(chunks)) return chunks.batches ?? [chunks];
  if (typeof chunks !== "object" || chunks === null) return null;
  const ways = chunks as Partial<Iterable<PortfolioChunk> & AsyncIterable<PortfolioChunk>>;
  const isIterable = [ways[Symbol.asyncIterator], ways[Symbol.iterator]].some((way) => typeof way === "function");
  return isIterable ? chunks : null;
}

/** A part in its full form; throws a `GuanxiError` whose paths begin with `path` if it is none. */
export function readChunk(model: Model, chunk: PortfolioChunk, path: Path): ChunkWithPrevious {
  const isPair = isObject(chunk) && !isArrowTable(chunk) && hasOwn.call(chunk, "columns") && !isColumn(model, chunk);
  const read = (isPair ? chunk : { columns: chunk }) as ChunkWithPrevious;
  const issues: Issue[] = unknownKeys(read, KEYS).map((each) => ({ ...each, path: [...path, ...each.path] }));
  if (!isObject(read.columns)) {
    issues.push(issue("batch/chunk", isPair ? [...path, "columns"] : path, EXPECTED, factOf(read.columns)));
  }
  if (issues.length > 0) throw new GuanxiError(issues);
  return read;
}

const KEYS: readonly (keyof ChunkWithPrevious)[] = ["columns", "previous"];
const EXPECTED = "columns as an object, or an Arrow record batch";
const hasOwn = Object.prototype.hasOwnProperty;

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A model may have a field called `columns`; then what stands there is a column, or else columns. */
function isColumn({ fields }: Model, chunk: object): boolean {
  return hasOwn.call(fields, "columns") && formOfColumn((chunk as { readonly columns?: unknown }).columns) !== null;
}
