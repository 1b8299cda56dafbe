import { SCORE, told } from "./command-line.ts";
import type { ToldProvocation } from "./provocation.ts";

type Row = Omit<ToldProvocation, "tell"> & { readonly args: readonly string[] };

const ROWS: readonly Row[] = [
  {
    code: "usage/command",
    mistake: "a misspelt command",
    args: ["scor"],
    sentence:
      'expected a command ("score", "explain", "validate", "simulate", "types" or "points"), got "scor", did you mean "score"',
  },
  {
    code: "usage/argument",
    mistake: "a command alone",
    args: ["validate"],
    sentence: "expected MODEL.json, got nothing",
  },
  {
    code: "usage/argument",
    mistake: "an argument too many",
    args: ["validate", "model.json", "other.json"],
    sentence: 'expected no further argument, got "other.json"',
  },
  {
    code: "usage/option",
    mistake: "a misspelt option",
    args: [...SCORE, "--erors", "errors.csv"],
    sentence: 'expected an option of this command, got "--erors", did you mean "--errors"',
  },
  {
    code: "usage/option-value",
    mistake: "a value forgotten",
    args: [...SCORE, "--keep", "--quiet"],
    sentence: '--keep: expected COLUMN,…|all after it, got "--quiet"',
  },
  {
    code: "usage/option-flag",
    mistake: "a value where there is none",
    args: [...SCORE, "--detail=yes"],
    sentence: '--detail: expected the option alone, got the value "yes"',
  },
  {
    code: "usage/option-repeated",
    mistake: "an option given twice",
    args: [...SCORE, "--out", "other.csv"],
    sentence: "--out: expected the option once, got it again",
  },
  {
    code: "usage/option-missing",
    mistake: "a table without a model",
    args: ["score", "accounts.csv", "--out", "scores.csv"],
    sentence: "--model: expected the option with its MODEL.json, got nothing",
  },
  {
    code: "usage/value",
    mistake: "a format that is none",
    args: [...SCORE, "--format", "xml"],
    sentence: '--format: expected "csv", "json" or "ndjson", got "xml"',
  },
  {
    code: "usage/value",
    mistake: "a day in another spelling",
    args: [...SCORE, "--as-of", "30.6.2026"],
    sentence: '--as-of: expected a day written YYYY-MM-DD, got "30.6.2026"',
  },
  {
    code: "usage/map",
    mistake: "a column mapped to nothing",
    args: [...SCORE, "--map", "netRevenue"],
    sentence: '--map: expected field=column, got "netRevenue"',
  },
  {
    code: "usage/unknown-field",
    mistake: "a column for a misspelt field",
    args: [...SCORE, "--map", "netRevenu=vip"],
    sentence: '--map: expected a field ("netRevenue" or "vip"), got "netRevenu", did you mean "netRevenue"',
  },
  {
    code: "usage/same-file",
    mistake: "scores over the accounts",
    args: ["score", "accounts.csv", "--model", "model.json", "--out", "accounts.csv"],
    sentence: '--out: expected another file than the accounts, got "accounts.csv"',
  },
];

export const provocations: readonly ToldProvocation[] = ROWS.map(({ args, ...row }) => ({
  ...row,
  tell: () => told(args),
}));
