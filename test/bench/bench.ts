/**
 * guanxi against its rivals: `npm run bench`. Sides run in turn in one process, their answers are compared before the
 * clock starts, figures are medians of many runs, and a difference of answers ends the run with an error.
 *
 *     npm run bench                        everything, about five minutes
 *     npm run bench -- --only records      one part: columns, records, memory
 *     npm run bench -- --quick             fewer rows and rounds: shows that it runs, not how fast
 *     npm run bench -- --json | --markdown the findings in that form
 *     npm run bench -- --write             the findings into docs/reference/performance.md
 */
import { parseArgs } from "node:util";
import { raceColumns } from "./columns-race.ts";
import { circumstances } from "./machine.ts";
import { measureFootprint } from "./memory.ts";
import { writeFigures } from "./page.ts";
import { DATA_SETS } from "./portfolio.ts";
import { raceRecords } from "./records-race.ts";
import { asMarkdown, asText, type Findings } from "./report.ts";
import { RIVALS, versionOf } from "./rivals/installed.ts";
import { raceTotals } from "./totals-race.ts";

const PARTS = ["columns", "records", "memory"] as const;
const FULL = { rows: 1_000_000, rounds: 15, timeRows: [1e4, 1e5, 1e6, 1e7] };
const QUICK = { rows: 100_000, rounds: 5, timeRows: [1e4, 1e5, 1e6] };

const { values } = parseArgs({
  options: {
    only: { type: "string" },
    quick: { type: "boolean", default: false },
    rows: { type: "string" },
    rounds: { type: "string" },
    json: { type: "boolean", default: false },
    markdown: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});
const size = values.quick ? QUICK : FULL;
const rows = countOf("rows", values.rows, size.rows);
const rounds = countOf("rounds", values.rounds, size.rounds);
const parts = PARTS.filter((part) => values.only === undefined || values.only === part);
if (parts.length === 0) stop(`--only takes one of ${PARTS.join(", ")}`);
const absent = RIVALS.filter((name) => versionOf(name) === null);
if (values.write && (values.quick || values.only !== undefined || rows !== FULL.rows || absent.length > 0)) {
  stop(`--write takes a whole run with every rival installed (npm run bench:install)`);
}
if (absent.length > 0) tell(`not installed: ${absent.join(", ")}; npm run bench:install puts them there`);

const columns = [];
if (parts.includes("columns")) {
  for (const data of DATA_SETS) {
    tell(`columns: ${data.title}`);
    columns.push(await raceColumns(data, rows, rounds));
  }
}
if (parts.includes("records")) tell("records");
const records = parts.includes("records")
  ? [...(await raceTotals(DATA_SETS[2], rounds)), ...(await raceRecords(DATA_SETS[2], rows, rounds))]
  : [];
if (parts.includes("memory")) tell("memory and time by row count");
const footprint = parts.includes("memory") ? await measureFootprint(rows, size.timeRows) : null;

const findings: Findings = { circumstances: circumstances(rounds), columns, records, footprint };
if (values.json) console.log(JSON.stringify(findings, null, 2));
else if (values.markdown) console.log(asMarkdown(findings));
else console.log(`\n${asText(findings)}`);
if (values.write) {
  writeFigures(asMarkdown(findings));
  tell("written into docs/reference/performance.md");
}

function countOf(option: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^[1-9]\d*$/.test(text)) stop(`--${option} takes a whole number above 0`);
  return Number(text);
}

/** Progress goes beside the findings, not among them. */
function tell(sentence: string): void {
  console.error(sentence);
}

function stop(reason: string): never {
  console.error(reason);
  process.exit(2);
}
