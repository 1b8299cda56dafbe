import { GuanxiError } from "../core/guanxi-error.ts";
import { factOf, type Issue, issue } from "../core/issue.ts";
import { readDate } from "../core/plain-date.ts";
import type { CellSpelling } from "../record/cell-spelling.ts";
import { checkSpelling } from "../record/check-spelling.ts";
import type { Call } from "./command.ts";
import type { Encoding } from "./files/read-text.ts";
import { isSameFile } from "./files/same-file.ts";
import type { TableFormat } from "./score/table-format.ts";
import { stop } from "./stop.ts";

/** What every command is asked for that goes from a table to a table. */
export interface TableSettings {
  /** The table that is read. */
  readonly accounts: string;
  readonly out: string;
  readonly errors: string | undefined;
  readonly asOf: string | undefined;
  readonly map: ReadonlyMap<string, string>;
  readonly format: TableFormat;
  readonly delimiter: string;
  readonly encoding: Encoding;
  readonly spelling: CellSpelling;
  readonly hasByteOrderMark: boolean;
  readonly isQuiet: boolean;
}

export function readTableSettings(call: Call): TableSettings {
  return {
    accounts: call.argument,
    out: call.value("out") as string,
    errors: call.value("errors"),
    asOf: readDay(call.value("as-of")),
    map: readMappings(call.values("map")),
    format: (call.value("format") ?? "csv") as TableFormat,
    delimiter: readDelimiter(call.value("delimiter") ?? ","),
    encoding: (call.value("encoding") ?? "utf-8") as Encoding,
    spelling: readSpelling(call),
    hasByteOrderMark: call.has("bom"),
    isQuiet: call.has("quiet"),
  };
}

export function readDay(text: string | undefined): string | undefined {
  const isDay = text === undefined || readDate(text) !== null;
  return isDay ? text : stop("usage/value", ["--as-of"], "a day written YYYY-MM-DD", text);
}

/** The columns named by hand, by field. */
export function readMappings(texts: readonly string[]): ReadonlyMap<string, string> {
  const mappings = new Map<string, string>();
  for (const [field, column] of texts.map(readMapping)) {
    if (mappings.has(field)) stop("usage/option-repeated", ["--map"], null, field);
    mappings.set(field, column);
  }
  return mappings;
}

function readMapping(text: string): readonly [field: string, column: string] {
  const equals = text.indexOf("=");
  const [field, column] = [text.slice(0, equals).trim(), text.slice(equals + 1).trim()];
  return equals < 0 || field === "" || column === "" ? stop("usage/map", ["--map"], null, text) : [field, column];
}

export function readDelimiter(text: string): string {
  if (text === "tab" || text === "\\t") return "\t";
  const isMark = text.length === 1 && !/[\w"'\r\n\uFEFF=+@-]/.test(text);
  return isMark ? text : stop("usage/value", ["--delimiter"], "one character, or tab", text);
}

/** The option of each part of a spelling. */
const SPELT_BY: { readonly [K in keyof CellSpelling]-?: string } = {
  thousands: "--thousands",
  decimal: "--decimal",
  percent: "--percent",
  yes: "--yes",
  no: "--no",
  dateFormat: "--date-format",
};

/** How cells are spelt, from the options that say so. */
export function readSpelling(call: Call): CellSpelling {
  const spelling = {
    thousands: call.value("thousands"),
    decimal: call.value("decimal"),
    percent: call.has("percent"),
    yes: call.values("yes"),
    no: call.values("no"),
    dateFormat: call.value("date-format"),
  };
  const issues = checkSpelling(spelling).map(({ path, expected, found }): Issue => {
    return issue("usage/value", [SPELT_BY[path[0] as keyof CellSpelling]], expected, found);
  });
  if (issues.length > 0) throw new GuanxiError(issues);
  return spelling;
}

/** A file that is given by an option must be none of those that have other names. */
export function refuseSameFile(
  option: string,
  file: string | undefined,
  others: { readonly [name: string]: string | undefined },
): void {
  for (const [name, other] of Object.entries(others)) {
    if (file !== undefined && other !== undefined && isSameFile(file, other)) {
      stop("usage/same-file", [option], name, factOf(file));
    }
  }
}
