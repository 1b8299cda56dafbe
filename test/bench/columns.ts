/**
 * Columns against the same model written by hand as one loop of float arithmetic, interleaved in one process, answers
 * compared first. Ratios of medians: `npm run bench`.
 */
import { parseModel } from "guanxi";
import { type Columns, scoreColumns } from "guanxi/batch";
import { type BenchColumns, type ByHand, scoreByHand } from "./by-hand.ts";
import { BENCH_MODEL } from "./model.ts";

const ROWS = 1_000_000;
const ROUNDS = 9;
const NUMBERS = ["revenue", "margin", "volume", "tenure", "visits", "satisfaction", "tickets", "response"];

const model = parseModel(BENCH_MODEL);

for (const [name, draw] of [
  ["random doubles", (random: () => number) => random() * 1000],
  ["two-decimal money, ties at the fourth decimal", (random: () => number) => Math.round(random() * 100000) / 100],
] as const) {
  const columns = makeColumns(draw);
  const out = emptyAnswer();
  compare(roundedInputs(columns), out);
  const times = { columns: [] as number[], byHand: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    times.columns.push(timed(() => scoreColumns(model, asColumns(columns))));
    times.byHand.push(timed(() => scoreByHand(columns, ROWS, out)));
  }
  const [exact, float] = [median(times.columns), median(times.byHand)];
  console.log(`${name}: ${ROWS.toLocaleString("en")} rows`);
  console.log(`  scoreColumns, exact        ${perRow(exact)} ns a row`);
  console.log(`  by hand, float             ${perRow(float)} ns a row`);
  console.log(`  speed of scoreColumns      ${(float / exact).toFixed(2)} × by hand`);
}

/** A small generator, so that every run scores the same rows (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function makeColumns(draw: (random: () => number) => number): BenchColumns {
  const random = generator(20260331);
  const codes = (most: number) => Int32Array.from({ length: ROWS }, () => Math.floor(random() * most));
  const flags = () => Uint8Array.from({ length: ROWS }, () => +(random() < 0.5));
  return {
    numbers: Object.fromEntries(
      NUMBERS.map((field) => [field, Float64Array.from({ length: ROWS }, () => draw(random))]),
    ),
    industry: codes(4),
    contact: codes(3),
    isSponsor: flags(),
    hasContract: flags(),
  };
}

function asColumns({ numbers, industry, contact, isSponsor, hasContract }: BenchColumns): Columns {
  return {
    ...numbers,
    industry: { codes: industry, dictionary: ["finance", "government", "retail", "education"] },
    contact: { codes: contact, dictionary: ["staff", "manager", "executive"] },
    isSponsor,
    hasContract,
  };
}

function emptyAnswer(): ByHand {
  return {
    value: new Float64Array(ROWS),
    relationship: new Float64Array(ROWS),
    total: new Float64Array(ROWS),
    quadrant: new Uint8Array(ROWS),
    tier: new Uint8Array(ROWS),
  };
}

/** Inputs as the model publishes them: the loop by hand does not round, and a bound would part the two. */
function roundedInputs(columns: BenchColumns): BenchColumns {
  const rounded = Object.entries(columns.numbers).map(([field, values]) => [
    field,
    values.map((value) => Math.round(value * 100) / 100),
  ]);
  return { ...columns, numbers: Object.fromEntries(rounded) };
}

/** The two must mean the same: scores within rounding of each other, and no row handed back. */
function compare(columns: BenchColumns, out: ByHand): void {
  const scored = scoreColumns(model, asColumns(columns));
  scoreByHand(columns, ROWS, out);
  if (scored.handedBack > 0 || scored.issues.length > 0) throw new Error(`${scored.handedBack} rows were handed back`);
  for (let i = 0; i < ROWS; i++) {
    const difference = Math.abs((scored.total[i] as number) - (out.total[i] as number));
    if (!(difference < 0.02)) throw new Error(`row ${i}: ${scored.total[i]} is not ${out.total[i]}`);
  }
}

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function median(times: number[]): number {
  return times.sort((a, b) => a - b)[times.length >> 1] as number;
}

function perRow(milliseconds: number): string {
  return ((milliseconds * 1e6) / ROWS).toFixed(1).padStart(6);
}
