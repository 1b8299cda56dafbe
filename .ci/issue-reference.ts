/**
 * Writes `docs/reference/issues.md`: every code with its sentence, an example out of the tests that provoke it, and its
 * cure. Run as `npx tsx .ci/issue-reference.ts` after a change of codes or sentences; a test says when that is due.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { IssueCode } from "../src/core/issue.ts";
import { ENGLISH } from "../src/core/wording-en.ts";
import { PROVOCATIONS, TOLD_PROVOCATIONS } from "../test/core/issues/all-provocations.ts";

export const TARGET: string = fileURLToPath(new URL("../docs/reference/issues.md", import.meta.url));

type Area<Code extends string = IssueCode> = Code extends `${infer A}/${string}` ? A : never;

/** What each area of codes is about, in the order of the page. */
const AREAS: { readonly [A in Area]: readonly [title: string, about: string] } = {
  document: [
    "A model or plan as a JSON document",
    "`parseModel`, `safeParseModel`, `defineModel`, `withModel`, `parsePointsPlan` and `safeParsePointsPlan` look at size and text first, then at the format, then at the shape. Each stage is tried when the one before found nothing.",
  ],
  model: ["The model as a whole", "The last stage of parsing: names, weights, orders, sizes."],
  plan: ["The points plan as a whole", "The last stage of parsing a plan: names, orders, dates."],
  earn: [
    "An activity and how the account stands",
    "`earn` and `safeEarn`. What an activity has in common with a record is told by the codes of records.",
  ],
  ledger: [
    "A ledger of points",
    "`post`, `safePost` and what builds on them, `statement` and `qualification`. The path begins with the place of the entry in the call, or with `entries` for one of the ledger. The ledger stays as it was.",
  ],
  record: ["A record", "`score`, `safeScore` and `scoreAll`. The path is the field, or the measure."],
  options: [
    "The options of a rating",
    "`asOf`, `previous` and `override`; also `classifyQuadrant` and `classifyTier`.",
  ],
  cell: ["Text cells", "`readAccount` and the command line. What is read from a cell is then checked as a record."],
  batch: ["Columns", "`guanxi/batch`. The path is the column."],
  pmml: [
    "PMML",
    "`guanxi/pmml`. `fromPmml` throws what is wrong with a document and lists what cannot be expressed; `toPmml` lists what of a model a scorecard cannot hold; `scorePmml` throws what is wrong with a record, which may have codes of a record too. The path is the element, or the place in the model.",
  ],
  explain: ["Explanations", "`explain` and `guanxi/explain`."],
  govern: ["Versions of a model", "`guanxi/govern`. The path begins with the place in the list of versions."],
  curves: ["The arguments of a curve builder", "`guanxi/curves`. The path is the argument."],
  usage: ["How the command line was called", "The command ends with exit code 2."],
  cli: [
    "The files of the command line",
    "The command ends with exit code 1, or, for an issue of one row, goes on and ends with 3.",
  ],
};

/** What to do about each. */
const CURES: { readonly [Code in IssueCode]: string } = {
  "document/kind": "give the parsed JSON value: `parseModel(JSON.parse(text))`",
  "document/value": "write it as JSON: a number, a text, a list; a day as text",
  "document/depth": "nest less; split a condition among several rules",
  "document/size": "keep data out of the model: a model says how to score, not whom",
  "document/text-length": "shorten it; names have at most 200 characters, other texts 20,000, keys 1,000",
  "document/key": "choose another name",
  "document/unicode": "write the whole character; the text was cut in the middle of one",
  "document/format": "install the version of guanxi that wrote it, or a later one",
  "document/unknown-key": "take the suggestion, or move what is yours into `x`",
  "document/missing-key": "add the key",
  "document/type": 'write the value as that kind: `60`, not `"60"`',
  "document/choice": "take one of the list",
  "document/least": "raise it",
  "document/above": "raise it above that, or leave the key out",
  "document/most": "lower it; coverage is a part of 1, weights are parts of 1 or 100",
  "document/entries": "add entries, or leave the list out",
  "document/most-entries": "leave entries out, or join some; no tier is told apart by so many",
  "document/pair": "write two entries: `[from, to]`, `[input, points]`",
  "document/empty": "give it a name",
  "document/digits": "round it: `0.3`, not `0.30000000000000004`",
  "document/id": "write letters and digits, words joined by `-` or capitals; the words for people go into `title`",
  "document/date": "write a day that exists, as `2026-06-30`",
  "model/name-taken": "rename the measure: fields and measures share one namespace",
  "model/reserved-name": "rename the dimension; `title` may still say it",
  "model/duplicate": "remove or rename one of the two",
  "model/unknown-input": "take the suggestion, or declare the field",
  "model/unknown-field": "name a field of the right kind; measures read fields, not measures",
  "model/unknown-score": "name a dimension or `total`; indicators have no score of their own here",
  "model/unknown-group": "declare it in `bonusGroups`, or leave `group` out",
  "model/unknown-tier": "name a rung of `tier`",
  "model/unknown-value": "correct the value, or add it to the field's `values`",
  "model/input-kind":
    "choose the curve or measure for that kind: `lookup` reads categories, `flag` booleans, the others numbers",
  "model/weights-sum": "change the weights until they sum to exactly 1 or exactly 100",
  "model/weight-missing": "give it one, or `0` to monitor only",
  "model/weight-unused": "leave the weight out, or let the parent `combine` by `mean`",
  "model/start-unused": 'leave `start` out, or let it `"combine": "sum"`',
  "model/range": "write the lower end first",
  "model/out-of-range": "lower the points, or widen `range`",
  "model/decimals": "round it, or raise the `places` of that station",
  "model/magnitude": "count in larger units, or declare fewer `places`",
  "model/order": "put them in rising order, without repeats",
  "model/first-band": "leave its bound out: the first band holds everything below the second",
  "model/band-bound": "give it `from` (the bound is in the band) or `above` (it is not)",
  "model/last-rung": "leave `from` out, or add a rung below",
  "model/rung-bound": "give it `from`",
  "model/rung-order": "put the best rung first",
  "model/monotone": "correct the points, or leave `monotone` out",
  "model/monotone-kind": "leave `monotone` out",
  "model/lookup-gap": "add the points, or an `otherwise`",
  "model/bounds": "exchange the two",
  "model/dates": "exchange the two, or leave one out",
  "model/condition-form": "split it: put the parts into `all` or `any`",
  "model/operator": "take an operator of the list",
  "model/operand": "write the constant as that kind",
  "model/score-test": "test an input, or make it a gate",
  "model/effect": "keep one of them",
  "model/zero-points": "remove the rule, or give it points",
  "model/cell-missing": "add the cell: a quadrant has four",
  "model/tier-missing": "add `tier`, or let the gate `disqualify`",
  "model/expect-column": "name a column of the row",
  "model/case": "correct the model, or what the case expects",
  "model/unparsed": "give what `parseModel` answered; a copy of it is a document again",
  "plan/duplicate": "remove or rename one of the two",
  "plan/unknown-tier": "take the suggestion, or list the tier in `tiers`",
  "plan/unknown-quadrant": "take the suggestion, or list the quadrant in `quadrants`",
  "plan/unknown-rule": "name a rule by its `id`",
  "plan/unknown-activity": "take the suggestion, or list the kind in `activities`",
  "plan/dates": "exchange the two, or leave one out",
  "plan/one-of": "keep one of them",
  "plan/any-of": "say which, or leave the whole out: then all lines count",
  "plan/first-band": "leave its bound out: the first band holds everything below the second",
  "plan/band-bound": "give it `from` (the bound is in the band) or `above` (it is not)",
  "plan/order": "put them in rising order, without repeats",
  "plan/tier-order": "put the best tier first, as in `tiers`",
  "plan/tier-bound": "lower it, or raise the tier above",
  "plan/unparsed": "give what `parsePointsPlan` answered; a copy of it is a document again",
  "earn/negative": "reverse the accrual in the ledger, as a whole or in part",
  "earn/amount": "leave the amount out, or take discounts off the lines they belong to",
  "earn/option-missing": "give it; `{}` is a new account, and a standing without a tier has none",
  "earn/unknown-score": "give a card of the model that the plan was made for",
  "earn/size": "check the unit of the amount",
  "ledger/kind": "begin with `emptyLedger()`, and keep what `post` answered, or its JSON",
  "ledger/size": "keep a ledger for each account",
  "ledger/points": "count in whole points; what goes the other way has a kind of its own",
  "ledger/volume": "count in larger units",
  "ledger/lot-unused": "leave it out: points that go out are taken in the order of the plan",
  "ledger/earned": "give the day the points were earned, or leave it out",
  "ledger/id-taken": "give each entry an id of its own; to repeat a call, give the same entry",
  "ledger/unknown-entry": "post the entry first, or with it",
  "ledger/reversal-kind":
    "take `reverse-accrual` for accruals, `reverse-redemption` for redemptions; undo a correction or transfer by its opposite",
  "ledger/reversal-date": "give the day on which it is reversed",
  "record/kind": "give an object with a key for each field",
  "record/type": "convert it before; text cells are read by `readAccount`",
  "record/number": "write digits with a point; other spellings are declared to `readAccount`",
  "record/digits": "round it",
  "record/exponent": "write it out",
  "record/magnitude": "check the unit",
  "record/precision": "declare fewer `places` for the field or measure",
  "record/min": "correct the value, or the field's `min`",
  "record/max": "correct the value, or the field's `max`",
  "record/value": "take the suggestion, or add the value to the field",
  "record/no-points": "add the value to the curve, or an `otherwise`",
  "record/text-length": "shorten it",
  "record/date": "write a day that exists, in that order",
  "record/missing": "find the value, or give the indicator another `missing`",
  "options/as-of-missing": "give `asOf`",
  "options/date": "write a day that exists, as `2026-06-30`",
  "options/whole": "give a whole number",
  "options/date-range": "check the year of `asOf`",
  "options/side": "give `high` or `low`, or null",
  "options/unknown-tier": "give the name of today, or list the old one in `formerly` of its rung",
  "options/reason": "say why",
  "options/score": "give the score as a number",
  "options/unknown-cell": "name a cell of `quadrant`",
  "options/section-missing": "add the section to the model",
  "explain/model": "give the model that scored the card; `card.model` says which",
  "batch/column": "give the column in a form that its kind of field takes",
  "batch/length": "give columns of one length; a field without one is missing in every row",
  "batch/arrow-type": "cast the column before: a timestamp to a date, a nested value to what is meant of it",
  "batch/chunk": "give columns, an Arrow record batch, or `{ columns, previous }`, one after the other",
  "pmml/text": "give the text of the file, read as UTF-8",
  "pmml/size": "check the file: a scorecard is not data",
  "pmml/marks": "check the file: a scorecard is not data",
  "pmml/attributes": "check the file: elements of PMML have some ten",
  "pmml/doctype": "remove the declaration; write characters by their numbers",
  "pmml/depth": "nest less; a document that people read has some ten levels",
  "pmml/xml": "correct the XML at that place",
  "pmml/entity": "write the character itself, or its number: `&#160;`",
  "pmml/version": "export it as PMML 4.1 or later",
  "pmml/model-name": "give `modelName`",
  "pmml/element-missing": "add the element; of the kinds of models, scorecards are read",
  "pmml/attribute-missing": "add the attribute",
  "pmml/number": "write it in digits",
  "pmml/value": "write a constant that the field can have",
  "pmml/array": "put entries that hold blanks in quotes, or correct `n`",
  "pmml/operator": "test whether it is equal, or declare the field ordinal and list its values",
  "pmml/unknown-field": "take the suggestion, or add the field to the mining schema",
  "pmml/field-type": "name a field of numbers",
  "pmml/duplicate": "remove or rename one of the two",
  "pmml/circular": "let it refer to other fields",
  "pmml/arguments": "give as many as the function takes",
  "pmml/order": "put them in rising order",
  "pmml/element": "write it with elements of the list",
  "pmml/function": "compute it before, and make the result a field",
  "pmml/data-type": "give days as `date`, and times as numbers",
  "pmml/output": "leave the output field out, or compute it from the score",
  "pmml/unscorable": "leave `isScorable` out if it may be scored after all",
  "pmml/section": "nothing, if the total is what is wanted; else keep the model beside it",
  "pmml/published": "give the engine the `inputs` of a card, or data with no more decimals than the fields' `places`",
  "pmml/day": "compute the measure for the day and give it as that field",
  "pmml/rounding": "expect totals that differ in their last decimals, or raise `places`",
  "pmml/refused": "answer a missing input with points, and score the accounts it does not apply to with guanxi",
  "pmml/clamp": "widen `range`, or lower points and bonuses",
  "pmml/bonus": "add what is left out after the engine has scored",
  "pmml/combine": "let it `combine` by `mean` or `sum`",
  "pmml/characters": "rename the category",
  "pmml/unread": "give what `fromPmml` answered; a copy of it is plain data again",
  "pmml/no-attribute": "add an attribute for such values, or one of `<True/>` at the end",
  "pmml/no-result": "add an attribute for missing values, or guard the division",
  "curves/number": "give a number, rounded to 15 digits",
  "curves/above": "raise it",
  "curves/below": "lower it",
  "curves/least": "raise it",
  "curves/share": "choose a second point away from the middle",
  "curves/other": "choose another number",
  "curves/places": "choose 0 to 15",
  "curves/points": "give two numbers",
  "curves/decimals": "round the points, or raise `places`",
  "curves/size": "lower the points, or `places`",
  "curves/direction": "take one of the two",
  "curves/steepness": "give `slope`, or `at` with `share`",
  "curves/knots": "allow a larger error, or narrow `from` and `to`",
  "govern/gap": "extend one of the versions by `effective`, or add one for that day",
  "govern/overlap": "end the earlier version on the day before the later one begins",
  "govern/other-model": "ask for one model at a time",
  "cell/number": "correct the cell, or declare how numbers are spelt",
  "cell/boolean": "correct the cell, or declare the word",
  "cell/spelling": "correct the declaration",
  "usage/command": "see `guanxi --help`",
  "usage/argument": "see the help of the command",
  "usage/option": "take the suggestion",
  "usage/option-value": "write the value after the option; one that begins with `-` as `--option=-value`",
  "usage/option-flag": "write the option alone",
  "usage/option-repeated": "keep one of them",
  "usage/option-missing": "add the option",
  "usage/value": "write the value as that",
  "usage/map": "write `--map field=column`",
  "usage/unknown-field": "name a field on the left",
  "usage/same-file": "name another file",
  "cli/file": "check the name and the permissions",
  "cli/model-size": "check the file: neither a model nor a plan is data",
  "cli/webassembly":
    "start Node without `--jitless`, and without a limit on its address space (`ulimit -v`); tables are read by WebAssembly",
  "cli/json": "correct the JSON at that place",
  "cli/json-key": "remove one of the two",
  "cli/encoding": "give `--encoding`, or save the file as that",
  "cli/header": "add a first line of column names",
  "cli/column-missing": "add the column, or name it by `--map`",
  "cli/column-ambiguous": "name one by `--map`",
  "cli/column-unknown": "take a column of the list",
  "cli/column-taken": "rename the column, or do not keep it",
  "cli/column-repeated": "rename one of the two",
  "cli/quote-open": "close the quote",
  "cli/quote-stray": 'write a quote inside a quoted cell as `""`',
  "cli/row-length": "close the quote; check `--delimiter`",
  "cli/previous-column": "give a file that `guanxi score` wrote with this model's sections",
  "cli/previous-id": "give the scores of one run",
  "cli/previous-row": "give the file as it was written",
  "cli/rows-held": "sort the rows by account",
  "cli/rows-apart": "sort the rows by account, or give the file by its name",
  "cli/quotes": 'write a quote inside a quoted cell as `""`',
  "cli/cells": "quote cells that hold the delimiter; check `--delimiter`",
  "cli/id-unknown": "give an id as the file writes it, or name its column by `--id-column`",
  "cli/id-missing": "give the account an id, or name the id's column by `--id`",
  "cli/id-repeated": "keep one row for each account",
};

/** The page. */
export function issueReference(): string {
  const examples = new Map<string, string>();
  for (const { code, sentence } of [...PROVOCATIONS, ...TOLD_PROVOCATIONS]) {
    if (!examples.has(code)) examples.set(code, sentence);
  }
  const sections = (Object.keys(AREAS) as Area[]).map((area) => {
    const [title, about] = AREAS[area];
    const codes = (Object.keys(ENGLISH) as IssueCode[]).filter((code) => code.startsWith(`${area}/`));
    const parts = codes.map((code) => entry(code, examples.get(code) ?? ""));
    return `## ${title}\n\n${about}\n\n${parts.join("\n")}`;
  });
  return `${HEAD}\n${sections.join("\n")}`;
}

const HEAD = `<!-- Written by .ci/issue-reference.ts from the table of sentences and the tests. -->

# Issues

What is wrong with a document, a record or a call is told by issues: all of them at once, in the order of the document.
An issue is facts — a stable \`code\`, the \`path\`, what was \`expected\`, what was \`found\`, and a \`suggestion\` where one
name was certainly meant — and \`describeIssue\` makes the sentence. Codes stay as they are from version to version;
sentences may be reworded.
`;

function entry(code: IssueCode, example: string): string {
  return `- **\`${code}\`** — ${template(ENGLISH[code])}  
  \`${example.replace(/`/g, "'")}\`  
  Cure: ${CURES[code]}.
`;
}

/** The sentence as people read it: what is filled in stands in italics. */
function template(sentence: string): string {
  return sentence.replace(/\{(\w+)(?::\w+)?\}/g, "*$1*").replace(/\[([^|\]]*)\|([^\]]*)\]/g, "$2");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(TARGET, issueReference());
