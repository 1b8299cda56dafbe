import { cellMemory } from "../../../src/cli/csv/cell-memory.ts";
import { gatherApart } from "../../../src/cli/points/account-rows.ts";
import { describeIssue } from "../../../src/core/wording.ts";
import { type Files, POINTS, SCORE, told } from "./command-line.ts";
import { thrown } from "./model.provocations.ts";
import type { ToldProvocation } from "./provocation.ts";

type Row = Omit<ToldProvocation, "tell"> & {
  readonly files: Files;
  readonly args?: readonly string[];
  readonly stdin?: () => readonly string[];
};

const HEAD = "id,netRevenue,vip";
const ROWS_LONG = 67_108_864;
const STATE = "id,status,quadrantX,quadrantY,tierEarned,tierValidUntil";

const ROWS: readonly Row[] = [
  {
    code: "cli/file",
    mistake: "a model that is not there",
    files: { "model.json": undefined },
    sentence: "expected to find model.json, got no such file or folder",
  },
  {
    code: "cli/model-size",
    mistake: "a model of 20 MB",
    files: { "model.json": new Uint8Array(20_000_001).fill(32) },
    sentence: "expected a document of at most 20000000 bytes, got 20000001",
  },
  {
    code: "cli/json",
    mistake: "a comma before a brace",
    files: { "model.json": '{\n  "format": 1,\n}' },
    sentence: 'expected a key in double quotes at line 3, column 1, got "}"',
  },
  {
    code: "cli/json-key",
    mistake: "a key written twice",
    files: { "model.json": '{ "format": 1, "format": 1 }' },
    sentence: 'expected each key once, got "format" again at line 1, column 16',
  },
  {
    code: "cli/encoding",
    mistake: "a table in another encoding",
    files: { "accounts.csv": Buffer.from([...Buffer.from(`${HEAD}\na,1,yes\n`), 0xd6, 0xd0]) },
    sentence: "expected text in utf-8, got other bytes after row 0",
  },
  {
    code: "cli/header",
    mistake: "a table of nothing",
    files: { "accounts.csv": "" },
    sentence: "expected a first line that names the columns, got an empty file",
  },
  {
    code: "cli/column-missing",
    mistake: "a table without a column that the model reads",
    files: { "accounts.csv": "id,net revenues,vip\na,1,yes\n" },
    sentence:
      'expected a column for each field that is read, got none for "netRevenue" among "id", "net revenues" and "vip", ' +
      'did you mean "--map netRevenue=net revenues"',
  },
  {
    code: "cli/column-ambiguous",
    mistake: "two columns that could be one field",
    files: { "accounts.csv": "id,net_revenue,net-revenue,vip\na,1,2,yes\n" },
    sentence:
      'netRevenue: expected one column, got "net_revenue" and "net-revenue", did you mean "--map netRevenue=net_revenue"',
  },
  {
    code: "cli/column-unknown",
    mistake: "an id in a column that is not there",
    files: {},
    args: [...SCORE, "--id", "ID"],
    sentence: '--id: expected a column of the file ("id", "netRevenue" or "vip"), got "ID", did you mean "id"',
  },
  {
    code: "cli/column-taken",
    mistake: "a kept column by the name of a score",
    files: { "accounts.csv": `${HEAD},total\na,1,yes,5\n` },
    args: [...SCORE, "--keep", "total"],
    sentence: 'expected a column whose name is not one that the scores have, got "total"',
  },
  {
    code: "cli/column-repeated",
    mistake: "a column that is there twice",
    files: { "accounts.csv": `${HEAD},city,city\na,1,yes,x,y\n` },
    args: [...SCORE, "--keep", "city"],
    sentence: '--keep: expected each column name once, got "city" again',
  },
  {
    code: "cli/quote-open",
    mistake: "a quote that is never closed",
    files: { "accounts.csv": `${HEAD}\na,1,yes\nb,"2,no\n` },
    sentence: "expected a quote that closes the cell, got none for one that opens in row 2 (row 0 has the names)",
  },
  {
    code: "cli/quote-stray",
    mistake: "a quote in a cell that takes the next line with it",
    files: { "accounts.csv": `${HEAD}\na,"1" x\n2",yes\n` },
    sentence:
      "expected quotes doubled inside a quoted cell, got a single one that runs over the end of row 1 (row 0 has the names)",
  },
  {
    code: "cli/row-length",
    mistake: "a row longer than a file is read by",
    files: {},
    stdin: () => [`${HEAD}\na,1,yes\nb,"`, "x".repeat(ROWS_LONG)],
    args: ["score", "-", ...SCORE.slice(2)],
    sentence: `expected rows of at most ${ROWS_LONG} characters (is a quote not closed?), got a longer one after row 1`,
  },
  {
    code: "cli/previous-column",
    mistake: "previous scores without the tier",
    files: { "previous.csv": "id,status\na,scored\n" },
    args: [...SCORE, "--previous", "previous.csv"],
    sentence:
      '--previous: expected "tierEarned" and "tierValidUntil" among the columns of the previous scores, got "id" and "status"',
  },
  {
    code: "cli/previous-id",
    mistake: "an account with two previous scores",
    files: { "previous.csv": `${STATE}\na,scored,,,A,\na,scored,,,B,\n` },
    args: [...SCORE, "--previous", "previous.csv"],
    sentence: '--previous: expected each id once in the previous scores, got "a" again',
  },
  {
    code: "cli/previous-row",
    mistake: "a previous row that is cut off",
    files: { "previous.csv": `${STATE}\na,scored\n` },
    args: [...SCORE, "--previous", "previous.csv"],
    sentence: "--previous: expected a row of the scores as they were written, got another in row 1",
  },
  {
    code: "cli/rows-apart",
    mistake: "entries of an account that stand apart, on standard input",
    files: {},
    args: POINTS,
    stdin: () => [
      "account,id,kind,date,points\n",
      ..."aba".split("").map((name, i) => `${name},${i},adjust,2026-01-01,5\n`),
    ],
    sentence: "expected the rows of each account together, because standard input is read once, got one apart in row 3",
  },
  {
    code: "cli/quotes",
    mistake: "text after a closing quote",
    files: { "accounts.csv": `${HEAD}\na,"1" x",yes\n` },
    sentence: "expected quotes doubled inside a quoted cell, got text after a closing quote",
  },
  {
    code: "cli/cells",
    mistake: "a row with a cell too many",
    files: { "accounts.csv": `${HEAD}\na,1,yes,x\n` },
    sentence: "expected 3 cells, as the first line has, got 4",
  },
  {
    code: "cli/id-unknown",
    mistake: "an account that is not in the file",
    files: {},
    args: ["explain", "accounts.csv", "--model", "model.json", "--id", "c"],
    sentence: '--id: expected the id of an account in the file, got "c"',
  },
  {
    code: "cli/id-missing",
    mistake: "an account without an id",
    files: { "accounts.csv": `${HEAD}\n,1,yes\n` },
    sentence: "id: expected an id, got nothing",
  },
  {
    code: "cli/id-repeated",
    mistake: "an account that was there before",
    files: { "accounts.csv": `${HEAD}\na,1,yes\na,2,no\n` },
    sentence: "id: expected each id once, got the id of row 1 again",
  },
];

/** A host without WebAssembly, as `node --jitless` is. */
const JITLESS: ToldProvocation = {
  code: "cli/webassembly",
  mistake: "a Node without WebAssembly",
  tell: async () => thrown(() => cellMemory({ units: 0, cells: 0, rows: 0 }, null)).map((each) => describeIssue(each)),
  sentence:
    "expected 1104 bytes of memory for WebAssembly, got none (is Node started with --jitless, or its address space limited?)",
};

/** More rows than are held, of a limit that a test can reach. */
const HELD: ToldProvocation = {
  code: "cli/rows-held",
  mistake: "a file of very many rows whose accounts stand apart",
  tell: async () => {
    const { add } = gatherApart(3);
    const rows = "abab".split("").map((name, i) => () => add(name, i + 1, []));
    return thrown(() => rows.map((row) => row())).map((each) => describeIssue(each));
  },
  sentence: "expected the rows of each account together in a file of more than 3 rows, got some apart",
};

export const provocations: readonly ToldProvocation[] = [
  HELD,
  JITLESS,
  ...ROWS.map(({ files, args = SCORE, stdin = () => [], ...row }) => ({
    ...row,
    tell: () => told(args[0] === "score" ? [...args, "--errors", "errors.csv"] : args, files, stdin()),
  })),
];
