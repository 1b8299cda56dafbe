export type { CodedColumn, Column, Columns, MaskedColumn, NumberArray, PlainColumn } from "./column.ts";
export { scoreColumns } from "./score-columns.ts";
export type { ScoreColumnsOptions } from "./score-columns-options.ts";
export type { Codes, PreviousColumns, RowIssue, ScoredColumns } from "./scored-columns.ts";
export { NO_CODE, NO_DAY } from "./scored-columns.ts";
