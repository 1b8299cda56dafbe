import type { Outputs } from "../../batch/answer/outputs.ts";
import { type Codes, NO_CODE, SIDES, STATUSES } from "../../batch/scored-columns.ts";
import type { Issue } from "../../core/issue.ts";
import { fromScaled, toScaled } from "../../core/scaled.ts";
import { scorePlacesOf } from "../../schema/defaults.ts";
import type { Model } from "../../schema/model-document.ts";
import type { Status } from "../../schema/scorecard.ts";
import { ownText } from "../csv/own-text.ts";
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
  /** Rows that were scored together; those rejected among them have no names and scores, and are not counted here. */
  readonly count: (ids: readonly string[], answers: Outputs) => void;
  readonly reject: (rejection: Rejection) => void;
  readonly rows: () => number;
  readonly tally: () => Tally;
}

export function counter(model: Model): Counter {
  const places = scorePlacesOf(model);
  const statuses = { scored: 0, "insufficient-data": 0, disqualified: 0, rejected: 0 };
  const cells = new Map((model.quadrant?.cells ?? []).map(({ name }) => [name, 0]));
  const tiers = new Map((model.tier?.rungs ?? []).map(({ name }) => [name, 0]));
  const means = new Map([...Object.keys(model.dimensions), "total"].map((id) => [id, exactMean()]));
  const { quadrant } = model;
  const best: Ranked[] = [];
  const atRisk: Ranked[] = [];
  const rejections: Rejection[] = [];
  let rows = 0;
  return {
    count: (ids, answers) => {
      const { status, total } = answers;
      for (const [name, count] of counted(status)) {
        if (name === "rejected") continue;
        statuses[name as Status] += count;
        rows += count;
      }
      for (const [column, counts] of [[answers.quadrant, cells] as const, [answers.tier, tiers] as const]) {
        for (const [name, count] of counted(column)) counts.set(name, (counts.get(name) ?? 0) + count);
      }
      for (const [id, { add }] of means) {
        for (const score of scoresOf(answers, id)) if (!Number.isNaN(score)) add(toScaled(score, places));
      }
      const xs = quadrant === undefined ? null : scoresOf(answers, quadrant.x);
      const ys = quadrant === undefined ? null : scoresOf(answers, quadrant.y);
      const rankedAt = (row: number, rank: number): Ranked => ({
        id: ids[row] as string,
        rank,
        x: numberOrNull(xs?.[row]),
        y: numberOrNull(ys?.[row]),
        total: numberOrNull(total[row]),
      });
      for (let row = 0; row < ids.length; row++) {
        if (status.codes[row] !== SCORED) continue;
        const sum = total[row] as number;
        if (mayBeKept(best, -sum)) keepBest(best, rankedAt(row, -sum));
        const x = xs?.[row] as number;
        const isValued = answers.quadrantY?.codes[row] === HIGH && answers.quadrant?.codes[row] !== NO_CODE;
        if (isValued && mayBeKept(atRisk, x)) keepBest(atRisk, rankedAt(row, x));
      }
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
      means: new Map([...means].map(([id, { scaledMean }]) => [id, unscaled(scaledMean(), places)])),
      best,
      atRisk,
      rejections,
    }),
  };
}

function unscaled(mean: number | null, places: number): number | null {
  return mean === null ? null : fromScaled(mean, places);
}

/** The codes of `STATUSES` and `SIDES` that are asked for. */
const [SCORED, HIGH] = [STATUSES.indexOf("scored"), SIDES.indexOf("high")];

/** How often each name stands in a column. */
function counted(column: Codes | null): readonly [string, number][] {
  if (column === null) return [];
  const { codes, names } = column;
  const counts = new Int32Array(NO_CODE + 1);
  for (const code of codes) counts[code] = (counts[code] as number) + 1;
  return names.map((name, code) => [name, counts[code] as number]);
}

function scoresOf({ dimensions, total }: Outputs, id: string): Float64Array {
  return id === "total" ? total : (dimensions[id] as Float64Array);
}

function numberOrNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

/** Whether one of that rank can be among the few; of NaN none can. */
function mayBeKept(few: readonly Ranked[], rank: number): boolean {
  const last = few[MOST_NAMED - 1];
  return last === undefined ? !Number.isNaN(rank) : rank <= last.rank;
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
