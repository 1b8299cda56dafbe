import { LANGUAGES } from "../../core/language.ts";
import { BASELINES } from "../../explain/baseline.ts";
import type { Options } from "../command.ts";
import { SCORE_OPTIONS } from "../score/score-options.ts";

export const EXPLAIN_FORMATS = ["text", "json"] as const;
export type ExplainFormat = (typeof EXPLAIN_FORMATS)[number];

const { model, map, previous, delimiter, encoding, thousands, decimal, percent, yes, no } = SCORE_OPTIONS;

/** The options of `guanxi explain`, as its help lists them. */
export const EXPLAIN_OPTIONS = {
  model,
  id: { value: "ID", help: "the account to explain", isRequired: true },
  "as-of": SCORE_OPTIONS["as-of"],
  goal: {
    value: "GOAL",
    help: "also the least changes that reach it: up (the next tier), stay, tier=NAME, quadrant=NAME, total=NUMBER or DIMENSION=NUMBER",
  },
  effort: {
    value: "field=WEIGHT[/PER]",
    help: "what it takes to move a field by PER (1), or to change a category: the cheapest change of two fields is looked for; may be given again",
    isRepeatable: true,
  },
  of: { value: "SCORE", help: "the score whose parts are ranked: total (default) or a dimension" },
  baseline: { value: "BASELINE", help: "what reasons compare points with; default best", choices: BASELINES },
  format: { value: "FORMAT", help: "how it is written; default text", choices: EXPLAIN_FORMATS },
  language: { value: "LANGUAGE", help: "of the text; default en", choices: LANGUAGES },
  "id-column": { value: "COLUMN", help: "the column of the id; else the one called id, else the first" },
  map,
  previous,
  delimiter: { ...delimiter, help: "what separates cells; a character or tab; default a comma" },
  encoding,
  "date-format": SCORE_OPTIONS["date-format"],
  thousands,
  decimal,
  percent,
  yes,
  no,
} as const satisfies Options;
