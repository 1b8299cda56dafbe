import { at, type CodeLane } from "../../lanes/lane.ts";
import { LONGEST_NAME } from "../../schema/limits.ts";
import type { CategoryField } from "../../schema/model-document.ts";
import type { CodedColumn, Column, NumberArray, PlainColumn } from "../column.ts";
import type { Chunk } from "../kernels/chunk.ts";
import { handBack } from "../kernels/hand-back.ts";
import type { CategoryTexts } from "./category-texts.ts";
import type { ColumnReader } from "./column-reader.ts";
import { distinctValues, MISSING, readEach, WRONG } from "./distinct-values.ts";
import { isIntegral } from "./typed-column.ts";

/**
 * Category text, or codes into a dictionary, as codes of the texts that the model tells apart. A text that the field does
 * not list is wrong; in a field that lists none it is another text.
 */
export function categoryColumn(field: CategoryField, slot: number, column: Column, texts: CategoryTexts): ColumnReader {
  const { codes, values } = distinctValues(column as PlainColumn | CodedColumn);
  const known = new Map(texts.map((text, code) => [text, code]));
  const other = texts.length;
  const isOpen = field.values === undefined;
  const read = readEach(values, (text) => known.get(text) ?? (isOpen && text.length <= LONGEST_NAME ? other : null));
  // After the codes of texts come those of other texts, of missing and of wrong values; codes without a value miss it.
  const [missing, wrong] = [other + 1, other + 2];
  const table = Int32Array.from([...read, MISSING], (code) =>
    code === MISSING ? missing : code === WRONG ? wrong : code,
  );
  return {
    fill: (chunk) => {
      const out = chunk.codes[slot] as CodeLane;
      copyCodes(codes, chunk, values.length, out);
      chunk.hasOther[slot] = translate(out, chunk, table, other);
      return chunk.hasOther[slot] === true && settle(chunk, slot, missing);
    },
    valueAt: (row) => values[codes[row] as number] ?? null,
  };
}

/** Copies codes as integers; one that is no integer has no value either. */
function copyCodes(codes: NumberArray, { first, rows }: Chunk, none: number, out: CodeLane): void {
  if (isIntegral(codes)) return out.set(codes.subarray(first, first + rows));
  for (let i = 0; i < rows; i++) {
    const code = codes[first + i] as number;
    out[i] = code >= 0 && code < none && Number.isInteger(code) ? code : none;
  }
}

/** Turns codes of values into codes of texts, where they stand; says whether any stands for no text that the model names. */
function translate(codes: CodeLane, { rows, dictionary, space }: Chunk, table: Int32Array, other: number): boolean {
  const last = table.length - 1;
  if (last < dictionary.length) {
    dictionary.set(table);
    return space.kernels.translate(at(codes), rows, at(dictionary), last, other) === 1;
  }
  let isOdd = false;
  for (let i = 0; i < rows; i++) {
    const code = codes[i] as number;
    const text = table[code >= 0 && code < last ? code : last] as number;
    codes[i] = text;
    isOdd ||= text >= other;
  }
  return isOdd;
}

/** Hands back the rows of wrong values, which are missing from here on; says whether any value is missing. */
function settle(chunk: Chunk, slot: number, missing: number): boolean {
  const codes = chunk.codes[slot] as CodeLane;
  let count = 0;
  for (let i = 0; i < chunk.rows; i++) {
    const code = codes[i] as number;
    if (code < missing) continue;
    count += 1;
    if (code === missing) continue;
    codes[i] = missing;
    handBack(chunk.back, i);
  }
  return count > 0;
}
