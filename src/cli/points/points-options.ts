import type { Options } from "../command.ts";
import { ENCODINGS } from "../files/read-text.ts";
import { TABLE_FORMATS } from "../score/table-format.ts";

/** The options of `guanxi points`, as its help lists them. */
export const POINTS_OPTIONS = {
  plan: { value: "PLAN.json", help: "the points plan", isRequired: true },
  "as-of": { value: "DATE", help: "the day of the balances, YYYY-MM-DD", isRequired: true },
  out: { value: "BALANCES.csv", help: "where the balances go; - is standard output", isRequired: true },
  errors: {
    value: "ERRORS.csv",
    help: "where rows go that were rejected or refused: row, id (of the account), code, field, message",
  },
  map: { value: "field=column", help: "the column of a field; may be given again for others", isRepeatable: true },
  "expiring-within": { value: "DAYS", help: "also a column expiringPoints: what expires within so many days" },
  format: { value: "FORMAT", help: "how the balances are written; default csv", choices: TABLE_FORMATS },
  delimiter: {
    value: "CHARACTER",
    help: "what separates cells, read and written; a character or tab; default a comma",
  },
  encoding: { value: "ENCODING", help: "of the entries; default utf-8", choices: ENCODINGS },
  "date-format": { value: "FORMAT", help: "how dates are written, as DD/MM/YYYY or YYYY年M月D日; default YYYY-MM-DD" },
  thousands: { value: "CHARACTER", help: "the mark between groups of three digits" },
  decimal: { value: "CHARACTER", help: "the mark before the decimals; default a point" },
  bom: { help: "begin every CSV with a byte order mark, for Excel" },
  quiet: { help: "no summary, no progress" },
} as const satisfies Options;
