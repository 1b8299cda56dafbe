import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePointsPlan } from "../../src/points/parse-points-plan.ts";
import { post } from "../../src/points/post.ts";
import type { Ledger, LedgerEntry } from "../../src/schema/points-ledger.ts";
import type { PointsPlan } from "../../src/schema/points-plan-document.ts";
import { keepBooks, type ReferencePlan, type Refused } from "../reference/points-ledger.ts";
import { plusDays } from "../support/arbitraries/calendar-days.ts";
import {
  DAYS,
  type EntryChoice,
  entryChoice,
  entryOf,
  FIRST_DAY,
  lifeOfPoints,
  planOf,
  someDay,
} from "../support/arbitraries/points-ledger.ts";
import { countHit, emptyHitCounts, type HitCounts } from "../support/hit-counts.ts";
import { expectHitRates } from "../support/hit-rates.ts";
import { runs } from "../support/runs.ts";
import { asReference, expectSameBooks, NOTHING } from "./against-reference.ts";

/** What the model knows: the plan, and the entries that should be in the ledger. */
interface Model {
  readonly plan: PointsPlan;
  readonly hits: HitCounts;
  entries: LedgerEntry[];
  told: number;
}

interface Real {
  ledger: Ledger;
}

type Step = fc.Command<Model, Real>;

const END = plusDays(FIRST_DAY, DAYS + 400);

/** Whom the naive book-keeper would refuse, and why. */
function refusalOf({ plan, entries }: Model, entry: LedgerEntry): (Refused & { endangered?: string }) | null {
  const { failure } = keepBooks(plan as ReferencePlan, asReference([...entries, entry]), END);
  if (failure === null || failure.id === entry.id) return failure;
  // The book-keeper stops where the first thing is short; the ledger goes on, and may find even less.
  const available = expect.toSatisfy((found: number) => found >= 0 && found <= failure.available);
  return { ...failure, id: entry.id, reason: "endangers", endangered: failure.id, available };
}

class Tell implements Step {
  private readonly choice: EntryChoice;
  private readonly asOf: string;

  constructor(choice: EntryChoice, asOf: string) {
    this.choice = choice;
    this.asOf = asOf;
  }

  check(): boolean {
    return true;
  }

  run(model: Model, real: Real): void {
    const entry = entryOf(this.choice, model.entries, model.told);
    if (entry === null) return;
    model.told += 1;
    const expected = refusalOf(model, entry);
    const { ledger, refused } = post(model.plan, real.ledger, [entry]);
    expect(refused).toEqual(expected === null ? [] : [expected]);
    countHit(model.hits, expected === null ? entry.kind : expected.reason);
    if (expected === null) model.entries = [...model.entries, entry];
    real.ledger = ledger;
    expect(real.ledger.entries).toEqual(model.entries);
    countStatement(model.hits, expectSameBooks(model.plan, real.ledger, this.asOf));
  }

  toString(): string {
    return JSON.stringify(this.choice);
  }
}

class TellAgain implements Step {
  private readonly place: number;

  constructor(place: number) {
    this.place = place;
  }

  check({ entries }: Readonly<Model>): boolean {
    return entries.length > 0;
  }

  run({ plan, entries, hits }: Model, real: Real): void {
    const entry = entries[this.place % entries.length] as LedgerEntry;
    expect(post(plan, real.ledger, [{ ...entry }])).toEqual({ ledger: real.ledger, refused: [] });
    countHit(hits, "told again");
  }

  toString(): string {
    return `again ${this.place}`;
  }
}

function countStatement(hits: HitCounts, { totals, pending, balance, lots }: ReturnType<typeof expectSameBooks>): void {
  if (pending > 0) countHit(hits, "pending points");
  if (totals.expired > 0) countHit(hits, "expired points");
  if (totals.owed > 0) countHit(hits, "owed points");
  if (balance < 0) countHit(hits, "balance below 0");
  if (lots.some(({ expired, remaining }) => expired > 0 && remaining > 0)) countHit(hits, "reinstated points");
}

describe("a ledger", () => {
  it("keeps the books of one who moves points one by one", () => {
    const hits = emptyHitCounts();
    const tell: fc.Arbitrary<Step> = fc.tuple(entryChoice(), someDay()).map(([choice, asOf]) => new Tell(choice, asOf));
    const again: fc.Arbitrary<Step> = fc.nat({ max: 30 }).map((place) => new TellAgain(place));
    const commands = fc.commands([...new Array<typeof tell>(9).fill(tell), again], { size: "max", maxCommands: 25 });
    const count = runs(2000);
    fc.assert(
      fc.property(lifeOfPoints(), commands, (life, told) => {
        const setup = () => ({
          model: { plan: parsePointsPlan(planOf(life)), hits, entries: [], told: 0 } as Model,
          real: { ledger: NOTHING },
        });
        fc.modelRun(setup, told);
      }),
      { numRuns: count },
    );
    const often = Math.floor(count / 100);
    const names = ["accrue", "redeem", "reverse-accrual", "reverse-redemption", "adjust", "transfer", "told again"];
    const events = ["pending points", "expired points", "owed points", "balance below 0", "not-enough"];
    const rare = ["spent", "already-reversed", "endangers", "reinstated points"];
    if (count >= 1000) {
      expectHitRates(hits, {
        ...Object.fromEntries([...names, ...events].map((name) => [name, often])),
        ...Object.fromEntries(rare.map((name) => [name, 5])),
      });
    }
  });
});
