import type { Issue } from "../../core/issue.ts";
import { fromScaled, toScaled } from "../../core/scaled.ts";
import { scorePlacesOf } from "../../schema/defaults.ts";
import type { Model } from "../../schema/model-document.ts";
import type { Status } from "../../schema/scorecard.ts";
import { flatColumns } from "../../score/flat-row.ts";
import { ownText } from "../csv/own-text.ts";
import type { Answers } from "./answers.ts";
import { exactMean } from "./exact-mean.ts";

/** What a run adds up while it goes, in memory that does not grow with the rows. */
export interface Tally {
  readonly rows: () => number;
  readonly statuses: { readonly [K in Status | "rejected"]: number };
  readonly cells: ReadonlyMap<string, number>;
  readonly tiers: ReadonlyMap<string, number>;
  /** By dimension, and `total`. */
  readonly means: ReadonlyMap<string, number | null>;
  readonly best: readonly Ranked[];
  readonly atRisk: readonly Ranked[];
  readonly rejections: readonly Rejection[];
}

/** One of the few accounts that are named, with the scores that put it there. */
export interface Ranked {
  readonly id: string;
  readonly rank: number;
  readonly x: number | null;
  readonly y: number | null;
  readonly total: number | null;
}

export interface Rejection {
  readonly row: number;
  readonly id: string;
  readonly issues: readonly Issue[];
}

/** How many accounts a list names. */
export const MOST_NAMED = 5;
const MOST_REJECTIONS = 10;

export interface Counter {
  readonly count: (id: string, answers: Answers) => void;
  readonly reject: (rejection: Rejection) => void;
  readonly rows: () => number;
  readonly tally: () => Tally;
}

export function counter(model: Model): Counter {
  const places = scorePlacesOf(model);
  const statuses = { scored: 0, "insufficient-data": 0, disqualified: 0, rejected: 0 };
  const cells = new Map((model.quadrant?.cells ?? []).map(({ name }) => [name, 0]));
  const tiers = new Map((model.tier?.rungs ?? []).map(({ name }) => [name, 0]));
  const flat = flatColumns(model);
  const at = (column: string) => flat.indexOf(column);
  const scores = [...Object.keys(model.dimensions), "total"].map((id) => ({ id, at: at(id), mean: exactMean() }));
  const [status, quadrant, quadrantY, tier, total] = ["status", "quadrant", "quadrantY", "tier", "total"].map(at) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const [xScore, yScore] = model.quadrant === undefined ? [-1, -1] : [at(model.quadrant.x), at(model.quadrant.y)];
  const best: Ranked[] = [];
  const atRisk: Ranked[] = [];
  const rejections: Rejection[] = [];
  let rows = 0;
  return {
    count: (id, answers) => {
      rows++;
      statuses[answers[status] as Status]++;
      const cell = answers[quadrant] as string | null;
      if (cell !== null) add(cells, cell);
      if (answers[tier] !== null) add(tiers, answers[tier] as string);
      for (const score of scores) {
        const value = answers[score.at] as number | null;
        if (value !== null) score.mean.add(toScaled(value, places));
      }
      const x = numberAt(answers, xScore);
      const y = numberAt(answers, yScore);
      const sum = numberAt(answers, total);
      if (answers[status] === "scored" && sum !== null) keepBest(best, { id, rank: -sum, x, y, total: sum });
      const isValued = cell !== null && answers[quadrantY] === "high";
      if (isValued && x !== null) keepBest(atRisk, { id, rank: x, x, y, total: sum });
    },
    reject: (rejection) => {
      rows++;
      statuses.rejected++;
      if (rejections.length < MOST_REJECTIONS) rejections.push({ ...rejection, id: ownText(rejection.id) });
    },
    rows: () => rows,
    tally: () => ({
      rows: () => rows,
      statuses,
      cells,
      tiers,
      means: new Map(scores.map(({ id, mean }) => [id, unscaled(mean.scaledMean(), places)])),
      best,
      atRisk,
      rejections,
    }),
  };
}

function unscaled(mean: number | null, places: number): number | null {
  return mean === null ? null : fromScaled(mean, places);
}

function add(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** The score in a cell, `null` where there is none, or no such cell. */
function numberAt(answers: Answers, at: number): number | null {
  return (answers[at] ?? null) as number | null;
}

/** Keeps the few of least rank, ties by id. */
function keepBest(few: Ranked[], account: Ranked): void {
  const isBefore = (a: Ranked, b: Ranked) => a.rank < b.rank || (a.rank === b.rank && a.id < b.id);
  const last = few[MOST_NAMED - 1];
  if (last !== undefined && !isBefore(account, last)) return;
  const place = few.findIndex((other) => isBefore(account, other));
  few.splice(place < 0 ? few.length : place, 0, { ...account, id: ownText(account.id) });
  few.length = Math.min(few.length, MOST_NAMED);
}
