import type { Options } from "../command.ts";
import { ENCODINGS } from "../files/read-text.ts";
import { TABLE_FORMATS } from "./table-format.ts";

/** The options of `guanxi score`, as its help lists them. */
export const SCORE_OPTIONS = {
  model: { value: "MODEL.json", help: "the model", isRequired: true },
  out: { value: "SCORES.csv", help: "where the scores go; - is standard output", isRequired: true },
  "as-of": { value: "DATE", help: "the day of the rating, YYYY-MM-DD, for a model that needs one" },
  id: { value: "COLUMN", help: "the column of the id; else the one called id, else the first" },
  map: { value: "field=column", help: "the column of a field; may be given again for others", isRepeatable: true },
  previous: {
    value: "SCORES.csv",
    help: "the scores of last time, in any of the formats: holds and dead bands read them",
  },
  errors: { value: "ERRORS.csv", help: "where the issues of rejected rows go: row, id, code, field, message" },
  keep: { value: "COLUMN,…|all", help: "columns of the accounts that the scores keep", isRepeatable: true },
  detail: { help: "also the points of every indicator and bonus" },
  format: { value: "FORMAT", help: "how the scores are written; default csv", choices: TABLE_FORMATS },
  delimiter: {
    value: "CHARACTER",
    help: "what separates cells, read and written; a character or tab; default a comma",
  },
  encoding: { value: "ENCODING", help: "of the accounts; default utf-8", choices: ENCODINGS },
  "date-format": { value: "FORMAT", help: "how dates are written, as DD/MM/YYYY or YYYY年M月D日; default YYYY-MM-DD" },
  thousands: { value: "CHARACTER", help: "the mark between groups of three digits" },
  decimal: { value: "CHARACTER", help: "the mark before the decimals; default a point" },
  percent: { help: "numbers may end in %: 12.5% is 0.125" },
  yes: { value: "WORD", help: "another word for true; may be given again", isRepeatable: true },
  no: { value: "WORD", help: "another word for false; may be given again", isRepeatable: true },
  bom: { help: "begin every CSV with a byte order mark, for Excel" },
  quiet: { help: "no summary, no progress" },
} as const satisfies Options;
