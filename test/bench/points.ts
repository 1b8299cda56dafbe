/**
 * The points ledger by size: what posting and stating cost for each entry, where lots come in the order in which they
 * expire and where they do not, and a file of a million entries through the command line beside libraries that read it and
 * do nothing else. Answers are checked first. Best of several rounds: `npm run bench:points`.
 */
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { emptyLedger, type Ledger, type LedgerEntry, parsePointsPlan, post, statement } from "guanxi/points";
import { quantile } from "./quantile.ts";
import { titleOf, versionOf } from "./rivals/installed.ts";

const ROUNDS = 7;
const FILE_ROUNDS = 9;
const SIZES = [1_000, 10_000, 100_000];
const DAY = 86_400_000;
const plan = parsePointsPlan({
  format: 1,
  id: "bench",
  version: "1",
  rules: [],
  expiry: { kind: "end-of-month", months: 24 },
});
const AS_OF = "2027-12-31";

console.log(`Node ${process.version}, ${cpus()[0]?.model ?? "?"}, ${cpus().length} cores`);
for (const order of ["in order", "in any order"] as const) {
  console.log(`\nlots that expire ${order}`);
  for (const size of SIZES) {
    const entries = entriesOf(size, order === "in order");
    const { ledger, refused } = post(plan, emptyLedger(), entries);
    check(ledger, entries.length - refused.length);
    const kept: Ledger = JSON.parse(JSON.stringify(ledger));
    const late: LedgerEntry = { id: "late", kind: "redeem", date: "2024-06-01", points: 1 };
    const row = [
      best(() => post(plan, emptyLedger(), entries)),
      best(() => post(plan, ledger, [late])),
      best(() => statement(plan, ledger, AS_OF)),
      best(() => statement(plan, kept, AS_OF)),
    ].map((time) => `${time.toFixed(2).padStart(8)} ms ${((time * 1e6) / size).toFixed(0).padStart(5)} ns`);
    console.log(
      `  ${String(size).padStart(7)} entries: post all ${row[0]} · post one more ${row[1]} · statement ${row[2]} · of stored JSON ${row[3]}`,
    );
  }
}
await benchFile(100_000, 10);

/** Accruals, redemptions and reversals over four years, by day; every lot's points can nearly all be spent. */
function entriesOf(size: number, isInOrder: boolean): readonly LedgerEntry[] {
  const random = generator(7);
  return Array.from({ length: size }, (_, i): LedgerEntry => {
    const id = String(i).padStart(8, "0");
    const date = dateOf(Math.floor((i / size) * 1400));
    if (i % 10 === 9) return { id, kind: "reverse-redemption", date, of: String(i - 1).padStart(8, "0") };
    if (i % 10 >= 6) return { id, kind: "redeem", date, points: 1 + Math.floor(random() * 60) };
    const own = isInOrder ? {} : { lastUsableDay: dateOf(Math.floor((i / size) * 1400 + 30 + random() * 700)) };
    return { id, kind: "accrue", date, points: 100, ...own };
  });
}

function check(ledger: Ledger, size: number): void {
  const { balance, pending, totals } = statement(plan, ledger, AS_OF);
  const placed = balance + pending + totals.spent + totals.expired + totals.reversed;
  if (ledger.entries.length !== size || totals.earned !== placed || totals.spent === 0)
    throw new Error("points are lost");
}

async function benchFile(accounts: number, entriesEach: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "guanxi-bench-"));
  try {
    const [entries, planFile, out] = ["entries.csv", "plan.json", "balances.csv"].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    await writeEntries(entries, accounts, entriesEach);
    writeFileSync(planFile, JSON.stringify(plan));
    const command = fileURLToPath(new URL("../../dist/cli/guanxi.js", import.meta.url));
    const reader = fileURLToPath(new URL("read-only.mjs", import.meta.url));
    const sides: readonly Side[] = [
      {
        name: "guanxi points",
        args: [command, "points", entries, "--plan", planFile, "--as-of", AS_OF, "--out", out, "--quiet"],
      },
      { name: "papaparse, reading", args: [reader, "papaparse", entries] },
      ...(["csv-parser", "csv-parse"] as const)
        .filter((library) => versionOf(library) !== null)
        .map((library) => ({ name: `${titleOf(library)}, reading`, args: [reader, library, entries] })),
    ];
    const times = sides.map((): number[] => []);
    // Sides begin in turn, so that none is always the one after the longest.
    for (let round = 0; round < FILE_ROUNDS; round++) {
      for (let k = 0; k < sides.length; k++) {
        const i = (round + k) % sides.length;
        const run = () => execFileSync(process.execPath, (sides[i] as Side).args, { stdio: "ignore" });
        (times[i] as number[]).push(timed(run));
      }
    }
    const rows = accounts * entriesEach;
    const lines = readFileSync(out, "utf8").split("\n").length - 2;
    if (lines !== accounts) throw new Error(`${lines} balances of ${accounts} accounts`);
    console.log(
      `\n${rows.toLocaleString("en")} entries of ${accounts.toLocaleString("en")} accounts, a file sorted by account; ` +
        `processes from start to end, medians of ${FILE_ROUNDS} rounds`,
    );
    sides.forEach(({ name }, i) => {
      const [own, first] = [times[i], times[0]] as [number[], number[]];
      const ratios = own.map((time, round) => (first[round] as number) / time);
      const [low, middle, high] = [0.25, 0.5, 0.75].map((part) => quantile(ratios, part).toFixed(2));
      const time = quantile(own, 0.5);
      console.log(
        `  ${name.padEnd(26)} ${(time / 1000).toFixed(2)} s, ${perSecond(rows, time).padStart(9)} rows a second` +
          (i === 0 ? "" : `; guanxi points takes ${middle} times as long (quartiles ${low} to ${high})`),
      );
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function writeEntries(file: string, accounts: number, each: number): Promise<void> {
  const random = generator(11);
  const out = createWriteStream(file);
  out.write("account,id,kind,date,points,of,source\n");
  for (let a = 0; a < accounts; a++) {
    const name = `C${String(a).padStart(7, "0")}`;
    let text = "";
    for (let e = 0; e < each; e++) {
      const id = `${name}-${e}`;
      const date = dateOf(e * 120 + Math.floor(random() * 100));
      const isEarned = e % 3 !== 2;
      text += `${name},${id},${isEarned ? "accrue" : "redeem"},${date},${isEarned ? 500 : 1 + Math.floor(random() * 700)},,\n`;
    }
    if (!out.write(text)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
}

/** A command that is timed as a whole. */
interface Side {
  readonly name: string;
  readonly args: readonly string[];
}

function dateOf(day: number): string {
  return new Date(Date.UTC(2024, 0, 1) + day * DAY).toISOString().slice(0, 10);
}

/** A small generator, so that every run reckons with the same entries (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function best(run: () => unknown): number {
  return Math.min(...Array.from({ length: ROUNDS }, () => timed(run)));
}

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function perSecond(rows: number, milliseconds: number): string {
  return Math.round((rows / milliseconds) * 1000).toLocaleString("en");
}
