import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePointsPlan } from "../../src/points/parse-points-plan.ts";
import { post } from "../../src/points/post.ts";
import { statement } from "../../src/points/statement.ts";
import type { Ledger, LedgerEntry } from "../../src/schema/points-ledger.ts";
import type { PointsPlan } from "../../src/schema/points-plan-document.ts";
import type { Statement } from "../../src/schema/points-statement.ts";
import { keepBooks, type ReferencePlan } from "../reference/points-ledger.ts";
import { plusDays } from "../support/arbitraries/calendar-days.ts";
import { DAYS, entries, FIRST_DAY, lifeOfPoints, planOf, someDay } from "../support/arbitraries/points-ledger.ts";
import { countHit, emptyHitCounts } from "../support/hit-counts.ts";
import { expectHitRates } from "../support/hit-rates.ts";
import { runs } from "../support/runs.ts";
import { asReference, NOTHING } from "./against-reference.ts";

const plan = () => lifeOfPoints().map((life) => parsePointsPlan(planOf(life)));
const END = plusDays(FIRST_DAY, DAYS + 400);

/** The same list in another order. */
function shuffled<T>(list: readonly T[], keys: readonly number[]): readonly T[] {
  return list
    .map((item, i) => ({ item, key: keys[i % keys.length] ?? 0, i }))
    .sort((a, b) => a.key - b.key || b.i - a.i)
    .map(({ item }) => item);
}

const keys = () => fc.array(fc.nat({ max: 99 }), { minLength: 1, maxLength: 25 });

/** Told one by one, as they stand. */
function postEach(plan: PointsPlan, told: readonly LedgerEntry[]): { ledger: Ledger; refusals: number } {
  let ledger = NOTHING;
  let refusals = 0;
  for (const entry of told) {
    if ("of" in entry && !ledger.entries.some(({ id }) => id === entry.of)) continue;
    const posted = post(plan, ledger, [entry]);
    ledger = posted.ledger;
    refusals += posted.refused.length;
  }
  return { ledger, refusals };
}

function expectConserved({ balance, pending, totals, lots, movements, sources, expiring }: Statement): void {
  const { earned, adjusted, transferred, spent, expired, reversed, owed } = totals;
  expect(earned + adjusted + transferred).toBe(balance + pending + spent + expired + reversed);
  for (const lot of lots) {
    const gone = lot.spent + lot.expired + lot.reversed + lot.adjusted + lot.transferred;
    expect(lot.remaining + gone).toBe(lot.points);
    expect(
      Math.min(lot.remaining, lot.spent, lot.expired, lot.reversed, lot.adjusted, lot.transferred),
    ).toBeGreaterThan(-1);
  }
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
  expect(sum(lots.map(({ remaining }) => remaining))).toBe(balance + owed + pending);
  expect(sum(sources.map(({ usable }) => usable))).toBe(balance + owed);
  expect(sum(sources.map((source) => source.pending))).toBe(pending);
  expect(expiring.points).toBe(sum(expiring.days.map(({ points }) => points)));
  let running = { date: "", balance: 0, pending: 0 };
  for (const movement of movements) {
    expect(movement.date >= running.date).toBe(true);
    expect(movement.balance).toBe(running.balance + movement.points);
    expect(movement.pending).toBe(running.pending + movement.pendingPoints);
    running = movement;
  }
  expect({ balance: running.balance, pending: running.pending }).toEqual({ balance, pending });
}

describe("conservation", () => {
  it("every point that came in is in one place: of each lot, in total, in each movement, on every day", () => {
    fc.assert(
      fc.property(plan(), entries(), (plan, told) => {
        const { ledger } = post(plan, NOTHING, told);
        for (let day = -1; day < DAYS + 100; day += 7)
          expectConserved(statement(plan, ledger, plusDays(FIRST_DAY, day)));
      }),
      { numRuns: runs(300) },
    );
  });
});

describe("replay", () => {
  it("is deterministic: the same ledger from its JSON, or posted anew, answers the same", () => {
    fc.assert(
      fc.property(plan(), entries(), someDay(), (plan, told, asOf) => {
        const { ledger } = post(plan, NOTHING, told);
        const first = statement(plan, ledger, asOf);
        expect(statement(plan, JSON.parse(JSON.stringify(ledger)), asOf)).toEqual(first);
        const again = post(plan, NOTHING, ledger.entries);
        expect(again).toEqual({ ledger, refused: [] });
        expect(statement(plan, again.ledger, asOf)).toEqual(first);
      }),
      { numRuns: runs(300) },
    );
  });
});

describe("the order of telling", () => {
  it("does not matter within a call: post(π entries) takes, refuses and states the same", () => {
    fc.assert(
      fc.property(plan(), entries(), keys(), someDay(), (plan, told, keys, asOf) => {
        const straight = post(plan, NOTHING, told);
        const turned = post(plan, NOTHING, shuffled(told, keys));
        expect(turned.refused).toEqual(straight.refused);
        expect(statement(plan, turned.ledger, asOf)).toEqual(statement(plan, straight.ledger, asOf));
      }),
      { numRuns: runs(400) },
    );
  });

  it("does not matter between calls where nothing is refused: one by one in any order is all at once", () => {
    const hits = emptyHitCounts();
    const count = runs(600);
    fc.assert(
      fc.property(plan(), entries(14), keys(), someDay(), (plan, told, keys, asOf) => {
        const { ledger } = post(plan, NOTHING, told);
        const turned = postEach(plan, shuffled(ledger.entries, keys));
        if (turned.refusals > 0 || turned.ledger.entries.length < ledger.entries.length) return;
        countHit(hits, ledger.entries.length > 3 ? "several" : "few");
        expect(statement(plan, turned.ledger, asOf)).toEqual(statement(plan, ledger, asOf));
      }),
      { numRuns: count },
    );
    expectHitRates(hits, { several: count / 10 });
  });
});

describe("what is refused", () => {
  it("could not be: what was taken is possible, and with any one of the refused it is not", () => {
    const hits = emptyHitCounts();
    const count = runs(600);
    fc.assert(
      fc.property(plan(), entries(), fc.nat({ max: 12 }), (plan, told, recorded) => {
        const before = postEach(plan, told.slice(0, recorded)).ledger;
        const rest = told.filter(({ id }) => !before.entries.some((entry) => entry.id === id));
        const known = new Set([...before.entries, ...rest].map(({ id }) => id));
        const late = rest.filter((entry) => !("of" in entry) || known.has(entry.of));
        const { ledger, refused } = post(plan, before, late);
        const failure = (list: readonly LedgerEntry[]) =>
          keepBooks(plan as ReferencePlan, asReference(list), END).failure;
        expect(failure(ledger.entries)).toBe(null);
        for (const { id, reason } of refused) {
          countHit(hits, reason);
          const entry = told.find((each) => each.id === id) as LedgerEntry;
          expect(failure([...ledger.entries, entry])).not.toBe(null);
        }
        expect(ledger.entries.length + refused.length).toBe(before.entries.length + late.length);
      }),
      { numRuns: count },
    );
    expectHitRates(hits, { "not-enough": count / 10, endangers: 5, "target-refused": 5, "already-reversed": 5 });
  });

  it("leaves what was recorded as it was: whatever comes late, nothing is uncovered", () => {
    fc.assert(
      fc.property(plan(), entries(), entries(8), fc.boolean(), (plan, told, more, isPlain) => {
        const { ledger } = post(plan, NOTHING, isPlain ? told.filter(isPlainEntry) : told);
        const credits = more.filter(bringsPoints).map((entry) => ({ ...entry, id: `more-${entry.id}` }));
        const late = post(plan, ledger, credits);
        expect(statement(plan, late.ledger, END).uncovered).toBe(0);
        // What only brings points is refused where it changes which ones are reversed, or stand in for a source.
        if (isPlain && plan.expiry?.kind !== "rolling") expect(late.refused).toEqual([]);
        else expect(late.refused.filter(({ reason }) => reason !== "endangers")).toEqual([]);
      }),
      { numRuns: runs(1000) },
    );
  });
});

function bringsPoints(entry: LedgerEntry): boolean {
  return entry.kind === "accrue" || (entry.kind !== "redeem" && !("of" in entry) && entry.points > 0);
}

function isPlainEntry(entry: LedgerEntry): boolean {
  return !("of" in entry) && !("source" in entry);
}

/** What a statement says beside the names of what happened. */
function holdings({ balance, pending, lots, expiring }: Statement): unknown {
  return { balance, pending, lots, expiring };
}

describe("reversal", () => {
  it("restores: a redemption of n of which k are given back that day leaves what one of n − k leaves", () => {
    const hits = emptyHitCounts();
    const count = runs(600);
    fc.assert(
      fc.property(
        plan(),
        entries(14),
        fc.integer({ min: 0, max: DAYS }),
        fc.integer({ min: 1, max: 30 }),
        fc.nat({ max: 30 }),
        someDay(),
        (plan, told, day, points, less, asOf) => {
          const { ledger } = post(plan, NOTHING, told);
          const date = plusDays(FIRST_DAY, day);
          // Among other debits of that day a redemption that is given back has another place than one that is not.
          if (ledger.entries.some((entry) => entry.date === date && entry.kind !== "accrue")) return;
          const kept = Math.max(0, points - less);
          const redeem = (n: number) => ({ id: "gift", kind: "redeem" as const, date, points: n });
          const back = { id: "back", kind: "reverse-redemption" as const, date, of: "gift", points: points - kept };
          const whole = post(plan, ledger, kept === points ? [redeem(points)] : [redeem(points), back]);
          const part = post(plan, ledger, kept === 0 ? [] : [redeem(kept)]);
          if (whole.refused.length + part.refused.length > 0) return;
          countHit(hits, kept === 0 ? "whole" : kept === points ? "nothing" : "part");
          expect(holdings(statement(plan, whole.ledger, asOf))).toEqual(holdings(statement(plan, part.ledger, asOf)));
        },
      ),
      { numRuns: count },
    );
    expectHitRates(hits, { whole: 20, part: 20 });
  });

  it("undoes: an accrual that is reversed on its day leaves what there would be without it", () => {
    fc.assert(
      fc.property(plan(), entries(14), fc.integer({ min: 0, max: DAYS }), someDay(), (plan, told, day, asOf) => {
        if (plan.expiry?.kind === "rolling") return;
        const { ledger } = post(plan, NOTHING, told);
        const date = plusDays(FIRST_DAY, day);
        const undone = post(plan, ledger, [
          { id: "zz-bill", kind: "accrue", date, points: 7, source: "nobody else" },
          { id: "!return", kind: "reverse-accrual", date, of: "zz-bill" },
        ]);
        const [a, b] = [statement(plan, undone.ledger, asOf), statement(plan, ledger, asOf)];
        if (undone.refused.length > 0 || told.some(({ kind }) => kind === "reverse-accrual")) return;
        expect(a.lots.filter(({ entry }) => entry !== "zz-bill")).toEqual(b.lots);
        expect([a.balance, a.pending]).toEqual([b.balance, b.pending]);
      }),
      { numRuns: runs(300) },
    );
  });
});

describe("validity", () => {
  // Where an accrual is reversed, points are reinstated or a source is spent it is not: see "a longer validity".
  it("is monotone: under the same accepted redemptions, points that live longer never leave less", () => {
    const hits = emptyHitCounts();
    const count = runs(800);
    fc.assert(
      fc.property(
        lifeOfPoints(),
        entries(),
        fc.integer({ min: 1, max: 30 }),
        fc.nat({ max: 40 }),
        someDay(),
        (life, told, days, more, asOf) => {
          const kind = life.expiry?.kind === "rolling" ? ("rolling" as const) : ("days" as const);
          const ofDays = (n: number) =>
            parsePointsPlan(planOf({ ...life, expiredOnReversal: "lost", expiry: { kind, days: n } }));
          const [short, long] = [ofDays(days), ofDays(days + more)];
          const plain = told.filter((entry) => entry.kind !== "reverse-accrual" && !("source" in entry));
          const known = new Set(plain.map(({ id }) => id));
          const { ledger } = post(
            short,
            NOTHING,
            plain.filter((entry) => !("of" in entry) || known.has(entry.of)),
          );
          const [less, greater] = [statement(short, ledger, asOf), statement(long, ledger, asOf)];
          expect(greater.uncovered).toBe(0);
          expect(greater.balance).toBeGreaterThanOrEqual(less.balance);
          if (greater.balance > less.balance) countHit(hits, "more");
        },
      ),
      { numRuns: count },
    );
    expectHitRates(hits, { more: count / 20 });
  });
});
