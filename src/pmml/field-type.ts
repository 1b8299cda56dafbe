import type { PmmlDataType, PmmlOptype, PmmlValue } from "./pmml-scorecard.ts";

/** What a field holds, as far as the constants it is compared with must know. */
export interface FieldType {
  readonly dataType: PmmlDataType;
  readonly optype: PmmlOptype;
  /** The listed values of an ordinal field, least first. */
  readonly values: readonly PmmlValue[] | null;
}

/** PMML's names of data types, and what they are here. The others (times, and days counted from a year) are not read. */
export const DATA_TYPES: ReadonlyMap<string, PmmlDataType> = new Map<string, PmmlDataType>([
  ["string", "string"],
  ["integer", "integer"],
  ["float", "number"],
  ["double", "number"],
  ["boolean", "boolean"],
  ["date", "date"],
]);

/** Whether the values of a field have an order: numbers and days do, and texts listed as ordinal. */
export function isOrdered({ dataType, optype, values }: FieldType): boolean {
  return dataType === "string" ? optype === "ordinal" && values !== null : dataType !== "boolean";
}
