import { at as addressOf, type CodeLane } from "../../lanes/lane.ts";
import type { Field } from "../../schema/model-document.ts";
import type { Column, PlainColumn } from "../column.ts";
import type { Chunk } from "../kernels/chunk.ts";
import { handBack } from "../kernels/hand-back.ts";
import type { ColumnReader } from "./column-reader.ts";
import { isIntegral, type TypedColumn, typed, valueAt } from "./typed-column.ts";

/** The code of a missing boolean; 0 and 1 are false and true. */
const MISSING_BOOLEAN = 2;

/** Booleans as 0 and 1: in a typed array, or as true and false. */
export function booleanColumn(_field: Field, slot: number, column: Column): ColumnReader {
  const flags = typed(column);
  return flags === null ? plainBooleans(column as PlainColumn, slot) : typedBooleans(flags, slot);
}

function typedBooleans(flags: TypedColumn, slot: number): ColumnReader {
  const { values, mask } = flags;
  const isPlain = mask === null && isIntegral(values);
  const at = (row: number) => {
    const flag = valueAt(flags, row);
    return flag === 0 ? false : flag === 1 ? true : flag;
  };
  const oneByOne = fillOneByOne(slot, at);
  return {
    fill: (chunk) => {
      if (!isPlain) return oneByOne(chunk);
      const { first, rows } = chunk;
      const out = chunk.codes[slot] as CodeLane;
      out.set(values.subarray(first, first + rows));
      return chunk.space.kernels.areFlags(addressOf(out), rows) === 1 ? false : oneByOne(chunk);
    },
    valueAt: at,
  };
}

function plainBooleans(values: PlainColumn, slot: number): ColumnReader {
  const at = (row: number) => values[row];
  return { fill: fillOneByOne(slot, at), valueAt: at };
}

/** Fills the lane with the values of records; what is no boolean is handed back. */
function fillOneByOne(slot: number, at: (row: number) => unknown): (chunk: Chunk) => boolean {
  return (chunk) => {
    const out = chunk.codes[slot] as CodeLane;
    let missing = 0;
    for (let i = 0; i < chunk.rows; i++) {
      const value = at(chunk.first + i);
      const isBoolean = typeof value === "boolean";
      out[i] = isBoolean ? +value : MISSING_BOOLEAN;
      if (isBoolean) continue;
      missing += 1;
      if (value !== null && value !== undefined && value !== "") handBack(chunk.back, i);
    }
    return missing > 0;
  };
}
