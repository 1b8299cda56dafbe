import { expect } from "vitest";
import { emptyLedger } from "../../src/points/empty-ledger.ts";
import { statement } from "../../src/points/statement.ts";
import type { Ledger, LedgerEntry } from "../../src/schema/points-ledger.ts";
import type { PointsPlan } from "../../src/schema/points-plan-document.ts";
import type { LotStatement, Statement } from "../../src/schema/points-statement.ts";
import {
  dateOf,
  type Heap,
  keepBooks,
  lastOf,
  type Point,
  type ReferenceEntry,
  type ReferencePlan,
} from "../reference/points-ledger.ts";

export const NOTHING: Ledger = emptyLedger();

/** What the naive book-keeper says of the same entries on a day, in the words of a statement. */
export function expectSameBooks(plan: PointsPlan, ledger: Ledger, asOf: string): Statement {
  const told = statement(plan, ledger, asOf);
  const { points, owed, failure } = keepBooks(plan as ReferencePlan, asReference(ledger.entries), asOf);
  expect(failure).toBe(null);
  const count = (heap: Heap, among: readonly Point[] = points) => among.filter((each) => each.heap === heap).length;
  expect({ balance: told.balance, pending: told.pending, owed: told.totals.owed }).toEqual({
    balance: count("usable") - owed,
    pending: count("pending"),
    owed,
  });
  expect(told.uncovered).toBe(0);
  expect(told.totals).toMatchObject({
    spent: count("spent"),
    expired: count("expired"),
    reversed: count("reversed") + owed,
  });
  expect(told.expiring.days).toEqual(expiring(points));
  const lots = told.lots.filter((lot) => lot.points > 0);
  const byLot = new Map<string, Point[]>();
  for (const point of points) byLot.set(point.lot, [...(byLot.get(point.lot) ?? []), point]);
  expect(lots.map(({ entry }) => entry)).toEqual([...byLot.keys()]);
  for (const lot of lots) expectSameLot(lot, byLot.get(lot.entry) as Point[]);
  return told;
}

/** What is not gone, by its last day. */
function expiring(points: readonly Point[]): readonly { lastUsableDay: string; points: number }[] {
  const days = points
    .filter((point) => ["pending", "usable"].includes(point.heap) && lastOf(point) < Number.POSITIVE_INFINITY)
    .map((point) => dateOf(lastOf(point)));
  return [...new Set(days)]
    .sort()
    .map((lastUsableDay) => ({ lastUsableDay, points: days.filter((day) => day === lastUsableDay).length }));
}

function expectSameLot(lot: LotStatement, points: readonly Point[]): void {
  const count = (...heaps: Heap[]) => points.filter(({ heap }) => heaps.includes(heap)).length;
  const newest = points.reduce((best, point) => (point.reinstated > best.reinstated ? point : best));
  expect(lot).toMatchObject({
    points: points.length,
    remaining: count("pending", "usable"),
    spent: count("spent"),
    expired: count("expired"),
    reversed: count("reversed"),
    adjusted: count("adjusted"),
    transferred: count("transferred"),
    earned: dateOf(newest.earned),
    usableFrom: dateOf(newest.usableFrom),
    lastUsableDay: lastOf(newest) === Number.POSITIVE_INFINITY ? null : dateOf(lastOf(newest)),
  });
}

export function asReference(entries: readonly LedgerEntry[]): readonly ReferenceEntry[] {
  return entries as readonly ReferenceEntry[];
}
