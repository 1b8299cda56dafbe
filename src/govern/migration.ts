import type { Status } from "../schema/scorecard.ts";
import { populationStabilityIndex } from "../stats/population-stability-index.ts";

/** Where an account can be: in a tier or cell, or without one, for the reason that its status gives. */
export interface SimulatedClass {
  readonly status: Status | "rejected";
  /** `null` on a card that is not `scored`, and on one without a score for the ladder or an axis. */
  readonly name: string | null;
}

/** How many accounts go from each class to each. */
export interface Migration {
  readonly from: readonly SimulatedClass[];
  readonly to: readonly SimulatedClass[];
  /** A row for each class of `from`, a column for each of `to`. */
  readonly counts: readonly (readonly number[])[];
  /** Accounts in each class before: the sums of the rows. */
  readonly before: readonly number[];
  /** Accounts in each class after: the sums of the columns. */
  readonly after: readonly number[];
  /** Both head counts of every class, by its name of today. */
  readonly heads: readonly HeadCount[];
  /** The population stability index over the classes by their names of today; `null` of no accounts. */
  readonly stability: number | null;
}

export interface HeadCount extends SimulatedClass {
  readonly before: number;
  readonly after: number;
}

/** Counts accounts by the places of their classes. Memory: classes squared. */
export interface MigrationCounter {
  readonly count: (from: SimulatedClass, to: SimulatedClass) => void;
  readonly migration: () => Migration;
}

const UNNAMED: readonly SimulatedClass[] = [
  { status: "scored", name: null },
  { status: "insufficient-data", name: null },
  { status: "disqualified", name: null },
  { status: "rejected", name: null },
];

/** All classes there can be: those that have names, then those that do not. */
export function classesOf(names: readonly string[]): readonly SimulatedClass[] {
  return [...names.map((name) => ({ status: "scored" as const, name })), ...UNNAMED];
}

/** @param nameOfToday what a class of `from` is called in `to` */
export function migrationCounter(
  from: readonly SimulatedClass[],
  to: readonly SimulatedClass[],
  nameOfToday: (name: string) => string,
): MigrationCounter {
  const placeIn = (classes: readonly SimulatedClass[]) => {
    const places = new Map(classes.map((each, i) => [keyOf(each), i]));
    return (each: SimulatedClass) => places.get(keyOf(each)) as number;
  };
  const [placeBefore, placeAfter] = [placeIn(from), placeIn(to)];
  const counts = from.map(() => to.map(() => 0));
  return {
    count: (a, b) => {
      const row = counts[placeBefore(a)] as number[];
      row[placeAfter(b)] = (row[placeAfter(b)] as number) + 1;
    },
    migration: () => {
      const before = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
      const after = to.map((_, i) => counts.reduce((sum, row) => sum + (row[i] as number), 0));
      const matrix = counts.map((row) => [...row]);
      const heads = headCounts(from, before, to, after, nameOfToday);
      const stability = populationStabilityIndex(
        heads.map((each) => each.before),
        heads.map((each) => each.after),
      );
      return { from, to, counts: matrix, before, after, heads, stability };
    },
  };
}

function keyOf({ status, name }: SimulatedClass): string {
  return name === null ? status : `${status}: ${name}`;
}

function headCounts(
  from: readonly SimulatedClass[],
  before: readonly number[],
  to: readonly SimulatedClass[],
  after: readonly number[],
  nameOfToday: (name: string) => string,
): readonly HeadCount[] {
  const heads = new Map(to.map((each, i) => [keyOf(each), { ...each, before: 0, after: after[i] as number }]));
  from.forEach((each, i) => {
    const today = each.name === null ? each : { ...each, name: nameOfToday(each.name) };
    const known = heads.get(keyOf(today)) ?? { ...today, before: 0, after: 0 };
    heads.set(keyOf(today), { ...known, before: known.before + (before[i] as number) });
  });
  return [...heads.values()];
}
