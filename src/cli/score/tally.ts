import type { Issue } from "../../core/issue.ts";
import { fromScaled, toScaled } from "../../core/scaled.ts";
import { scorePlacesOf } from "../../schema/defaults.ts";
import type { Model } from "../../schema/model-document.ts";
import type { Scorecard, Status } from "../../schema/scorecard.ts";
import { ownText } from "../csv/own-text.ts";
import { type ExactMean, exactMean } from "./exact-mean.ts";

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
  readonly count: (id: string, card: Scorecard) => void;
  readonly reject: (rejection: Rejection) => void;
  readonly rows: () => number;
  readonly tally: () => Tally;
}

export function counter(model: Model): Counter {
  const places = scorePlacesOf(model);
  const statuses = { scored: 0, "insufficient-data": 0, disqualified: 0, rejected: 0 };
  const cells = new Map((model.quadrant?.cells ?? []).map(({ name }) => [name, 0]));
  const tiers = new Map((model.tier?.rungs ?? []).map(({ name }) => [name, 0]));
  const means = new Map<string, ExactMean>([...Object.keys(model.dimensions), "total"].map((id) => [id, exactMean()]));
  const best: Ranked[] = [];
  const atRisk: Ranked[] = [];
  const rejections: Rejection[] = [];
  let rows = 0;
  return {
    count: (id, card) => {
      rows++;
      statuses[card.status]++;
      if (card.quadrant?.name != null) add(cells, card.quadrant.name);
      if (card.tier?.name != null) add(tiers, card.tier.name);
      for (const [name, mean] of means) {
        const score = scoreOf(card, name);
        if (score !== null) mean.add(toScaled(score, places));
      }
      const { quadrant } = model;
      const x = quadrant === undefined ? null : scoreOf(card, quadrant.x);
      const y = quadrant === undefined ? null : scoreOf(card, quadrant.y);
      const { total } = card;
      if (card.status === "scored" && total !== null) keepBest(best, { id, rank: -total, x, y, total });
      const isValued = card.quadrant?.name != null && card.quadrant.sides.y === "high";
      if (isValued && x !== null) keepBest(atRisk, { id, rank: x, x, y, total });
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
      means: new Map([...means].map(([name, { scaledMean }]) => [name, unscaled(scaledMean(), places)])),
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

function scoreOf(card: Scorecard, name: string): number | null {
  return name === "total" ? card.total : (card.dimensions[name]?.score ?? null);
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
