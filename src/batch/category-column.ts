import { LONGEST_NAME } from "../schema/limits.ts";
import type { CategoryField } from "../schema/model-document.ts";
import type { Chunk } from "./chunk.ts";
import type { CodedColumn, Column, NumberArray, PlainColumn } from "./column.ts";
import type { ColumnReader } from "./column-reader.ts";
import { distinctValues, MISSING, readEach, WRONG } from "./distinct-values.ts";
import { type CodeLane, handBack } from "./lanes.ts";
import { isIntegral } from "./typed-column.ts";

/** Category text, or codes into a dictionary, as codes of the texts that occur. A text the field does not list is wrong. */
export function categoryColumn(field: CategoryField, slot: number, column: Column): ColumnReader {
  const { codes, values } = distinctValues(column as PlainColumn | CodedColumn);
  const listed = field.values === undefined ? null : new Set(field.values);
  const known = new Map<string, number>();
  const read = readEach(values, (text) => {
    if (text.length > LONGEST_NAME || (listed !== null && !listed.has(text))) return null;
    const code = known.get(text) ?? known.size;
    known.set(text, code);
    return code;
  });
  const dictionary = [...known.keys()];
  const missing = dictionary.length;
  // After the values come missing, for codes that have none; after the dictionary's codes come missing and wrong.
  const table = Int32Array.from([...read, MISSING], (code) =>
    code === MISSING ? missing : code === WRONG ? missing + 1 : code,
  );
  return {
    dictionary,
    missingCode: missing,
    doubles: null,
    fill: (chunk) => {
      const out = chunk.codes[slot] as CodeLane;
      copyCodes(codes, chunk, values.length, out);
      const odd = translate(out, chunk.rows, table, missing);
      if (odd === 0) return false;
      refuse(chunk, out, missing);
      return true;
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

/** Turns codes of values into codes of the dictionary, in place; says how many stand for no text. */
function translate(codes: CodeLane, rows: number, table: Int32Array, missing: number): number {
  const none = table.length - 1;
  let odd = 0;
  for (let i = 0; i < rows; i++) {
    const code = codes[i] as number;
    const text = table[code >= 0 && code < none ? code : none] as number;
    codes[i] = text;
    odd += +(text >= missing);
  }
  return odd;
}

/** Hands back the rows of wrong values, which are missing from here on. */
function refuse(chunk: Chunk, codes: CodeLane, missing: number): void {
  for (let i = 0; i < chunk.rows; i++) {
    if ((codes[i] as number) <= missing) continue;
    codes[i] = missing;
    handBack(chunk.back, i);
  }
}
