import fc from "fast-check";
import type { LedgerEntry } from "../../../src/schema/points-ledger.ts";
import type { PointsPlanDocument } from "../../../src/schema/points-plan-document.ts";
import { plusDays } from "./calendar-days.ts";
import { often, picked, sometimes, withoutUndefined } from "./choice.ts";

// A few months of one account: short lives and few points, so that lots run out, expire, come back and collide.

export const FIRST_DAY = "2024-01-20";
export const DAYS = 70;

const BARE = { format: 1, id: "plan", version: "1", rules: [] } as const;

type Life = Omit<PointsPlanDocument, keyof typeof BARE>;

export function lifeOfPoints(): fc.Arbitrary<Life> {
  const expiry = fc.oneof(
    fc.constant({ kind: "none" as const }),
    fc.integer({ min: 1, max: 30 }).map((days) => ({ kind: "days" as const, days })),
    fc.integer({ min: 1, max: 3 }).map((months) => ({ kind: "months" as const, months })),
    fc.integer({ min: 1, max: 3 }).map((months) => ({ kind: "end-of-month" as const, months })),
    fc.integer({ min: 1, max: 2 }).map((years) => ({ kind: "end-of-year" as const, years })),
    fc.record({
      kind: fc.constant("rolling" as const),
      days: fc.integer({ min: 1, max: 40 }),
      zeroPointsExtend: fc.boolean(),
    }),
    fc.record({ kind: fc.constant("rolling" as const), months: fc.integer({ min: 1, max: 2 }) }),
  );
  return fc
    .record({
      pending: sometimes(fc.record({ days: fc.integer({ min: 1, max: 20 }) }), { oneIn: 3 }),
      expiry: often(expiry),
      expiryDay: often(fc.constantFrom("usable" as const, "expired" as const)),
      consumption: often(fc.constantFrom("earliest-expiry" as const, "first-in-first-out" as const)),
      negativeBalance: often(fc.constantFrom("block" as const, "owe" as const, "take-other-lots" as const)),
      expiredOnReversal: often(fc.constantFrom("reinstate" as const, "lost" as const)),
    })
    .map(withoutUndefined);
}

export function planOf(life: Life): PointsPlanDocument {
  return { ...BARE, ...life };
}

/** An entry before it is known what is in the ledger: what it reverses is the n-th that there is. */
export type EntryChoice = Readonly<{
  kind: LedgerEntry["kind"];
  day: number;
  points: number;
  /** Of a reversal: all that is left. */
  isWhole: boolean;
  target: number;
  /** Decides the place of the id among others, which is not the order of telling. */
  rank: number;
  source: string | undefined;
  own: number | null | undefined;
  wait: number | undefined;
  age: number | undefined;
}>;

export function entryChoice(): fc.Arbitrary<EntryChoice> {
  return fc.record({
    kind: fc.oneof(
      { weight: 6, arbitrary: fc.constant("accrue" as const) },
      { weight: 5, arbitrary: fc.constant("redeem" as const) },
      { weight: 5, arbitrary: fc.constantFrom("reverse-accrual" as const, "reverse-redemption" as const) },
      { weight: 2, arbitrary: fc.constantFrom("adjust" as const, "transfer" as const) },
    ),
    day: fc.oneof(fc.integer({ min: 0, max: DAYS }), fc.integer({ min: 20, max: 30 })),
    points: fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 1, max: 20 }) }, fc.integer({ min: -8, max: 0 })),
    isWhole: fc.boolean(),
    target: fc.nat({ max: 40 }),
    rank: fc.nat({ max: 9 }),
    source: sometimes(fc.constantFrom("shop", "bank"), { oneIn: 6 }),
    own: sometimes(fc.option(fc.integer({ min: -2, max: 50 })), { oneIn: 5 }),
    wait: sometimes(fc.integer({ min: -3, max: 15 }), { oneIn: 6 }),
    age: sometimes(fc.integer({ min: 0, max: 40 }), { oneIn: 3 }),
  });
}

/** The entry of a choice, as the `count`-th after others; `null` where there is nothing to reverse. */
export function entryOf(choice: EntryChoice, others: readonly LedgerEntry[], count: number): LedgerEntry | null {
  const { kind, day, points, isWhole, target, rank, source, own, wait, age } = choice;
  const date = plusDays(FIRST_DAY, day);
  const base = { id: `${rank}-${count}`, date };
  const terms = {
    source,
    lastUsableDay: typeof own === "number" ? plusDays(date, own) : own,
    usableFrom: wait === undefined ? undefined : plusDays(date, wait),
  };
  const size = Math.max(1, Math.abs(points));
  switch (kind) {
    case "accrue":
      return clean({ ...base, kind, points: points < -6 ? 0 : size, ...terms });
    case "redeem":
      return clean({ ...base, kind, points: size, source });
    case "adjust":
    case "transfer": {
      const earned = kind === "transfer" && age !== undefined ? plusDays(date, -age) : undefined;
      return points > 0 ? clean({ ...base, kind, points, ...terms, earned }) : clean({ ...base, kind, points, source });
    }
    default: {
      const reversed = kind === "reverse-accrual" ? "accrue" : "redeem";
      const targets = others.filter((other) => other.kind === reversed);
      if (targets.length === 0) return null;
      const of = picked(targets, target);
      const later = plusDays(of.date, day % 50);
      return clean({ ...base, kind, of: of.id, date: later, points: isWhole ? undefined : size });
    }
  }
}

function clean(entry: object): LedgerEntry {
  return withoutUndefined(entry) as LedgerEntry;
}

/** Entries that were told one after another; what a reversal reverses was told before it. */
export function entries(maxLength = 25): fc.Arbitrary<readonly LedgerEntry[]> {
  return fc.array(entryChoice(), { maxLength }).map((choices) => {
    const told: LedgerEntry[] = [];
    choices.forEach((choice, count) => {
      const entry = entryOf(choice, told, count);
      if (entry !== null) told.push(entry);
    });
    return told;
  });
}

export function someDay(): fc.Arbitrary<string> {
  return fc
    .oneof(fc.integer({ min: 0, max: DAYS }), fc.integer({ min: -2, max: DAYS + 120 }))
    .map((day) => plusDays(FIRST_DAY, day));
}
