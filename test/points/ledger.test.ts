import {
  accrue,
  adjust,
  emptyLedger,
  type Ledger,
  type LedgerEntry,
  type PointsPlan,
  type PointsPlanDocument,
  parsePointsPlan,
  post,
  redeem,
  reverse,
  safePost,
  statement,
} from "guanxi/points";
import { describe, expect, it } from "vitest";

const planOf = (life: Partial<PointsPlanDocument> = {}) =>
  parsePointsPlan({ format: 1, id: "plan", version: "1", rules: [], ...life });
const PLAN = planOf();

const earned = (id: string, date: string, points: number, more: object = {}): LedgerEntry => ({
  id,
  kind: "accrue",
  date,
  points,
  ...more,
});
const spent = (id: string, date: string, points: number, more: object = {}): LedgerEntry => ({
  id,
  kind: "redeem",
  date,
  points,
  ...more,
});
const returned = (id: string, date: string, of: string, points?: number): LedgerEntry => ({
  id,
  kind: "reverse-accrual",
  date,
  of,
  ...(points === undefined ? {} : { points }),
});
const cancelled = (id: string, date: string, of: string, points?: number): LedgerEntry => ({
  id,
  kind: "reverse-redemption",
  date,
  of,
  ...(points === undefined ? {} : { points }),
});

/** All of them at once; none may be refused. */
function ledgerOf(plan: PointsPlan, ...entries: LedgerEntry[]): Ledger {
  const { ledger, refused } = post(plan, emptyLedger(), entries);
  expect(refused).toEqual([]);
  return ledger;
}

const remaining = (plan: PointsPlan, ledger: Ledger, asOf: string) =>
  Object.fromEntries(statement(plan, ledger, asOf).lots.map((lot) => [lot.entry, lot.remaining]));

describe("posting", () => {
  it("answers the next ledger: plain JSON, frozen, the one before untouched", () => {
    const first = emptyLedger();
    const entry = { points: 10, date: "2026-01-01", kind: "accrue", id: "a" } as const;
    const { ledger } = post(PLAN, first, [entry]);
    expect(first).toEqual({ format: 1, entries: [] });
    expect(JSON.stringify(ledger)).toBe(
      '{"format":1,"entries":[{"id":"a","kind":"accrue","date":"2026-01-01","points":10}]}',
    );
    expect(Object.isFrozen(ledger) && Object.isFrozen(ledger.entries) && Object.isFrozen(ledger.entries[0])).toBe(true);
    expect(Object.isFrozen(entry)).toBe(false);
  });

  it("of nothing, or of what is there already, answers an equal ledger", () => {
    const ledger = ledgerOf(PLAN, earned("a", "2026-01-01", 10, { source: "shop", note: "bill" }));
    expect(post(PLAN, ledger, [])).toEqual({ ledger, refused: [] });
    const again = { note: "bill", source: "shop", points: 10, date: "2026-01-01", kind: "accrue", id: "a" } as const;
    expect(post(PLAN, ledger, [again, again])).toEqual({ ledger, refused: [] });
  });

  it("tells every issue of every entry at once, and takes none in", () => {
    const ledger = ledgerOf(PLAN, earned("a", "2026-01-01", 10));
    const outcome = safePost(PLAN, ledger, [
      earned("b", "2026-02-30", -1),
      earned("c", "2026-03-01", 5),
      spent("d", "2026-03-01", 0.5),
    ]);
    expect(outcome.ok ? [] : outcome.issues.map(({ path }) => path)).toEqual([
      [0, "date"],
      [0, "points"],
      [2, "points"],
    ]);
    expect(statement(PLAN, ledger, "2026-12-31").balance).toBe(10);
  });

  it("does not look for what a reversal reverses while entries cannot be read", () => {
    const outcome = safePost(PLAN, emptyLedger(), [earned("a", "2026-02-30", 1), returned("b", "2026-03-01", "a")]);
    expect(outcome.ok ? [] : outcome.issues.map(({ code }) => code)).toEqual(["document/date"]);
  });

  it("reads what has undefined keys as if they were not there", () => {
    const entry = { ...earned("a", "2026-01-01", 10), source: undefined, colour: undefined };
    expect(post(PLAN, emptyLedger(), [entry as unknown as LedgerEntry]).ledger.entries).toEqual([
      earned("a", "2026-01-01", 10),
    ]);
  });

  it("takes nothing of an object that is no key of its kind, though the object inherits it", () => {
    class Bill {
      readonly id = "a";
      readonly kind = "accrue";
      readonly date = "2026-01-01";
      readonly points = 10;
      get earned() {
        return "2000-01-01";
      }
      get of() {
        return 7;
      }
    }
    const { ledger } = post(planOf({ expiry: { kind: "days", days: 30 } }), emptyLedger(), [new Bill()]);
    expect(ledger.entries).toEqual([earned("a", "2026-01-01", 10)]);
  });

  it("takes in the longest id and note, and the most points", () => {
    const entry = { ...earned("x".repeat(200), "2026-01-01", 999_999_999_999_999), note: "n".repeat(1000) };
    expect(statement(PLAN, ledgerOf(PLAN, entry), "2026-01-01").balance).toBe(999_999_999_999_999);
  });

  it("counts points that qualify among those that must stay exact", () => {
    const most = { ...earned("a", "2026-01-01", 0), qualifyingPoints: 999_999_999_999_999 };
    expect(safePost(PLAN, emptyLedger(), [most]).ok).toBe(true);
    const more = { id: "b", kind: "adjust", date: "2026-01-01", points: -0, qualifyingPoints: -1 };
    expect(safePost(PLAN, emptyLedger(), [most, more])).toMatchObject({ issues: [{ code: "ledger/volume" }] });
  });

  it("takes a million entries at once, and not one more", () => {
    const entry = earned("a", "2026-01-01", 10);
    const ledger = ledgerOf(PLAN, entry);
    expect(post(PLAN, ledger, new Array(999_999).fill(entry))).toEqual({ ledger, refused: [] });
    for (const size of [1_000_000, 10_000_000]) {
      expect(safePost(PLAN, ledger, new Array(size).fill(entry))).toEqual({
        ok: false,
        issues: [{ code: "ledger/size", path: [], expected: 1_000_000, found: size + 1 }],
      });
    }
    expect(statement(PLAN, ledger, "2026-01-01").balance).toBe(10);
  }, 60_000);

  it("reads a ledger that was kept as JSON, and seals it", () => {
    const kept = JSON.parse(JSON.stringify(ledgerOf(PLAN, earned("a", "2026-01-01", 10))));
    const { ledger } = post(PLAN, kept, []);
    expect(ledger).toEqual(kept);
    expect(Object.isFrozen(ledger.entries[0])).toBe(true);
    expect(() => statement(PLAN, { format: 2, entries: [] } as unknown as Ledger, "2026-01-01")).toThrow(
      "expected a ledger from emptyLedger or post, got an object",
    );
    expect(() => statement(PLAN, null as unknown as Ledger, "2026-01-01")).toThrow("got nothing");
  });

  it("takes a parsed plan and nothing else", () => {
    const document = { format: 1, id: "p", version: "1", rules: [] } as unknown as PointsPlan;
    for (const call of [
      () => post(document, emptyLedger(), []),
      () => statement(document, emptyLedger(), "2026-01-01"),
    ]) {
      expect(call).toThrow("expected a plan from parsePointsPlan, got an object");
    }
  });
});

describe("of one call", () => {
  it("entries arrive together, in any order", () => {
    const { refused } = post(PLAN, emptyLedger(), [
      cancelled("d", "2026-01-05", "b"),
      spent("b", "2026-01-02", 10),
      spent("c", "2026-01-04", 5),
      earned("a", "2026-01-01", 15),
    ]);
    expect(refused).toEqual([]);
  });

  it("the first in the order of evaluation stay, and what reverses a refused one is refused", () => {
    const { ledger, refused } = post(PLAN, emptyLedger(), [
      spent("late", "2026-01-03", 8),
      spent("early", "2026-01-02", 8),
      cancelled("x", "2026-01-04", "late"),
      cancelled("y", "2026-01-04", "late", 3),
      earned("a", "2026-01-01", 10),
    ]);
    expect(refused).toEqual([
      { id: "late", reason: "not-enough", asked: 8, available: 2 },
      { id: "x", reason: "target-refused", asked: 1, available: 0 },
      { id: "y", reason: "target-refused", asked: 3, available: 0 },
    ]);
    expect(ledger.entries.map(({ id }) => id)).toEqual(["early", "a"]);
  });

  it("what was refused can be posted again", () => {
    const first = post(PLAN, emptyLedger(), [spent("b", "2026-01-02", 10)]);
    expect(first.refused).toHaveLength(1);
    const second = accrue(PLAN, first.ledger, { id: "a", date: "2026-01-01", points: 10 });
    expect(redeem(PLAN, second.ledger, { id: "b", date: "2026-01-02", points: 10 }).refused).toEqual([]);
  });
});

describe("a late entry", () => {
  const recorded = ledgerOf(PLAN, earned("a", "2026-01-01", 100), spent("z", "2026-03-01", 70));

  it("that leaves enough is taken in", () => {
    const { ledger, refused } = post(PLAN, recorded, [spent("b", "2026-02-01", 30)]);
    expect(refused).toEqual([]);
    expect(statement(PLAN, ledger, "2026-02-01").balance).toBe(70);
    expect(statement(PLAN, ledger, "2026-03-01").balance).toBe(0);
  });

  it("that makes a recorded redemption impossible is refused, with the reason", () => {
    const { ledger, refused } = post(PLAN, recorded, [spent("b", "2026-02-01", 31)]);
    expect(refused).toEqual([{ id: "b", reason: "endangers", asked: 70, available: 69, endangered: "z" }]);
    expect(ledger).toEqual(recorded);
  });

  it("of several, those that come first in the order of evaluation stay", () => {
    const many = [5, 4, 3, 2, 1].map((day) => spent(`b${day}`, `2026-02-0${day}`, 10));
    const { ledger, refused } = post(PLAN, recorded, many);
    expect(refused.map(({ id, reason }) => [id, reason])).toEqual([
      ["b4", "endangers"],
      ["b5", "endangers"],
    ]);
    expect(statement(PLAN, ledger, "2026-03-01").balance).toBe(0);
  });

  it("that is too much alone does not take the place of those after it", () => {
    const { refused } = post(PLAN, recorded, [
      spent("b1", "2026-02-01", 25),
      spent("b2", "2026-02-02", 500),
      spent("b3", "2026-02-03", 10),
      spent("b4", "2026-02-04", 5),
    ]);
    expect(refused).toEqual([
      { id: "b2", reason: "not-enough", asked: 500, available: 75 },
      { id: "b3", reason: "endangers", asked: 70, available: 65, endangered: "z" },
    ]);
  });

  it("may bring the points that another late one takes", () => {
    expect(post(PLAN, recorded, [spent("b", "2026-02-01", 31), earned("c", "2026-02-02", 1)]).refused).toEqual([]);
  });

  it("can use up a reversal that was recorded, and is refused", () => {
    const ledger = ledgerOf(PLAN, earned("a", "2026-01-01", 10), returned("z", "2026-03-01", "a", 6));
    expect(post(PLAN, ledger, [returned("b", "2026-02-01", "a", 5)]).refused).toEqual([
      { id: "b", reason: "endangers", asked: 6, available: 5, endangered: "z" },
    ]);
    expect(post(PLAN, ledger, [returned("b", "2026-02-01", "a", 4)]).refused).toEqual([]);
  });

  it("is told by what the recorded entry asked for, however many things it lacks", () => {
    const ledger = ledgerOf(
      PLAN,
      earned("a", "2026-01-01", 14),
      spent("x", "2026-01-02", 1),
      returned("z", "2026-03-01", "a", 2),
    );
    expect(post(PLAN, ledger, [returned("b", "2026-02-01", "a", 13)]).refused).toEqual([
      { id: "b", reason: "endangers", asked: 2, available: 0, endangered: "z" },
    ]);
  });

  it("leaves a recorded reversal of all that is left its last point", () => {
    const ledger = ledgerOf(PLAN, earned("a", "2026-01-01", 10), returned("z", "2026-03-01", "a"));
    expect(post(PLAN, ledger, [returned("b", "2026-02-01", "a", 9)]).refused).toEqual([]);
    expect(post(PLAN, ledger, [returned("b", "2026-02-01", "a", 10)]).refused).toMatchObject([
      { id: "b", reason: "endangers", endangered: "z" },
    ]);
  });
});

describe("late points that keep others alive, so that other ones are spent", () => {
  const plan = planOf({ expiry: { kind: "rolling", days: 10 } });
  const lasting = { source: "bank", lastUsableDay: "2026-01-13" };

  it("are refused where a recorded redemption of a source needs those", () => {
    const ledger = ledgerOf(
      plan,
      earned("a", "2026-01-01", 5, { source: "shop" }),
      earned("b", "2026-01-01", 5, lasting),
      spent("x", "2026-01-05", 5),
      spent("y", "2026-01-06", 5, { source: "bank" }),
    );
    // a lives until 11 January and is spent before b; with d until the 12th, but with c until the 14th: b is spent first.
    const late = [earned("c", "2026-01-04", 1), earned("d", "2026-01-02", 1), spent("e", "2026-01-06", 1)];
    expect(post(plan, ledger, late).refused).toEqual([
      { id: "c", reason: "endangers", asked: 5, available: 0, endangered: "y" },
    ]);
  });

  it("are refused where those are of an accrual whose reversal is recorded", () => {
    const ledger = ledgerOf(
      plan,
      earned("a", "2026-01-01", 1),
      earned("b", "2026-01-01", 1, { lastUsableDay: null }),
      spent("x", "2026-01-12", 1),
      returned("r", "2026-01-20", "a"),
    );
    expect(post(plan, ledger, [earned("c", "2026-01-02", 1)]).refused).toEqual([
      { id: "c", reason: "endangers", asked: 1, available: 0, endangered: "r" },
    ]);
    expect(post(plan, ledger, [earned("c", "2026-01-12", 1)]).refused).toEqual([]);
  });
});

describe("the order of a day", () => {
  it("has credits before debits, whatever their ids", () => {
    ledgerOf(PLAN, spent("a", "2026-01-01", 10), earned("b", "2026-01-01", 10));
    ledgerOf(PLAN, { id: "a", kind: "adjust", date: "2026-01-01", points: -10 }, earned("b", "2026-01-01", 10));
    ledgerOf(PLAN, { id: "a", kind: "transfer", date: "2026-01-01", points: -10 }, earned("b", "2026-01-01", 10));
    ledgerOf(PLAN, returned("a", "2026-01-01", "b"), earned("b", "2026-01-01", 10));
  });

  it("has what comes back from an earlier day among the credits", () => {
    ledgerOf(
      PLAN,
      earned("bill", "2026-01-01", 10),
      spent("x", "2026-01-02", 10),
      cancelled("z", "2026-01-03", "x"),
      spent("a", "2026-01-03", 10),
    );
  });

  it("goes by id among debits, code unit by code unit", () => {
    const told = [spent("b", "2026-01-01", 10), spent("a", "2026-01-01", 10), spent("B", "2026-01-01", 10)];
    const { ledger } = post(PLAN, emptyLedger(), [...told, earned("z", "2026-01-01", 20)]);
    expect(ledger.entries.map(({ id }) => id)).toEqual(["a", "B", "z"]);
  });

  it("lets what is given back at once go first: a cancelled order stands in nobody's way", () => {
    const { ledger, refused } = post(PLAN, emptyLedger(), [
      earned("bill", "2026-01-01", 100),
      spent("x", "2026-02-01", 100),
      cancelled("y", "2026-02-01", "x"),
    ]);
    expect(refused).toEqual([]);
    const again = redeem(PLAN, ledger, { id: "a", date: "2026-02-01", points: 100 });
    expect(again.refused).toEqual([]);
    expect(statement(PLAN, again.ledger, "2026-02-01").movements.map(({ entry }) => entry)).toEqual([
      "bill",
      "x",
      "y",
      "a",
    ]);
  });

  it("is found anew where what would have given back at once is refused", () => {
    const { ledger, refused } = post(PLAN, emptyLedger(), [
      earned("bill", "2026-01-01", 100, { source: "shop" }),
      earned("other", "2026-01-01", 100),
      spent("b", "2026-02-01", 100, { source: "shop" }),
      cancelled("c", "2026-02-01", "b", 101),
      spent("a", "2026-02-01", 100),
    ]);
    // Without it, b comes after a, which has taken the shop's points.
    expect(refused.map(({ id, reason }) => [id, reason])).toEqual([
      ["b", "not-enough"],
      ["c", "already-reversed"],
    ]);
    expect(statement(PLAN, ledger, "2026-02-01").uncovered).toBe(0);
    expect(post(PLAN, emptyLedger(), ledger.entries).refused).toEqual([]);
  });
});

describe("consumption", () => {
  const lots = [
    earned("old", "2026-01-01", 10, { lastUsableDay: "2026-12-31" }),
    earned("soon", "2026-01-02", 10, { lastUsableDay: "2026-03-31" }),
    earned("ever", "2025-12-01", 10, { lastUsableDay: null }),
  ];

  it("takes what expires first by default, what never expires last", () => {
    const ledger = ledgerOf(PLAN, ...lots, spent("x", "2026-02-01", 15));
    expect(remaining(PLAN, ledger, "2026-02-01")).toEqual({ soon: 0, old: 5, ever: 10 });
  });

  it("takes what was earned first where the plan says so", () => {
    const plan = planOf({ consumption: "first-in-first-out" });
    const ledger = ledgerOf(plan, ...lots, spent("x", "2026-02-01", 15));
    expect(remaining(plan, ledger, "2026-02-01")).toEqual({ ever: 0, old: 5, soon: 10 });
  });

  it("breaks ties by the day of earning, then by the order of entry", () => {
    const day = { lastUsableDay: "2026-12-31" };
    const ledger = ledgerOf(
      PLAN,
      earned("c", "2026-01-01", 10, day),
      earned("b", "2026-01-01", 10, day),
      { id: "a", kind: "transfer", date: "2026-01-05", points: 10, earned: "2025-06-01", ...day },
      spent("x", "2026-02-01", 15),
    );
    expect(remaining(PLAN, ledger, "2026-02-01")).toEqual({ a: 0, b: 5, c: 10 });
  });

  it("does not mind which of them became usable first", () => {
    const ledger = ledgerOf(
      PLAN,
      earned("a", "2026-01-01", 10, { usableFrom: "2026-01-20" }),
      earned("b", "2026-01-01", 10),
      spent("x", "2026-02-01", 15),
    );
    expect(remaining(PLAN, ledger, "2026-02-01")).toEqual({ a: 0, b: 5 });
  });

  it("takes from one source only, where one is named: no source pays for another", () => {
    const ledger = ledgerOf(
      PLAN,
      earned("a", "2026-01-01", 10, { source: "shop" }),
      earned("b", "2026-01-02", 10, { source: "bank" }),
      earned("c", "2026-01-03", 10),
    );
    const from = (source: string, points: number) =>
      redeem(PLAN, ledger, { id: "x", date: "2026-02-01", points, source });
    expect(remaining(PLAN, from("bank", 10).ledger, "2026-02-01")).toEqual({ a: 10, b: 0, c: 10 });
    expect(from("bank", 11).refused).toEqual([{ id: "x", reason: "not-enough", asked: 11, available: 10 }]);
    expect(from("club", 1).refused).toEqual([{ id: "x", reason: "not-enough", asked: 1, available: 0 }]);
    const down = { id: "x", date: "2026-02-01", points: -11, source: "shop" };
    expect(adjust(PLAN, ledger, down).refused).toMatchObject([{ reason: "not-enough", available: 10 }]);
    const all = redeem(PLAN, ledger, { id: "x", date: "2026-02-01", points: 25 });
    expect(statement(PLAN, all.ledger, "2026-02-01").sources).toEqual([
      { source: "shop", usable: 0, pending: 0 },
      { source: "bank", usable: 0, pending: 0 },
      { source: null, usable: 5, pending: 0 },
    ]);
  });

  it("is all or nothing", () => {
    const ledger = ledgerOf(PLAN, earned("a", "2026-01-01", 10));
    expect(redeem(PLAN, ledger, { id: "x", date: "2026-02-01", points: 11 })).toEqual({
      ledger,
      refused: [{ id: "x", reason: "not-enough", asked: 11, available: 10 }],
    });
    expect(redeem(PLAN, ledger, { id: "x", date: "2025-12-31", points: 1 }).refused).toHaveLength(1);
  });
});

describe("pending points", () => {
  const plan = planOf({ pending: { days: 14 } });
  const ledger = ledgerOf(plan, earned("a", "2026-01-01", 10));

  it("can be spent from the day on which the wait ends", () => {
    expect(statement(plan, ledger, "2026-01-14")).toMatchObject({ balance: 0, pending: 10 });
    expect(statement(plan, ledger, "2026-01-15")).toMatchObject({ balance: 10, pending: 0 });
    expect(redeem(plan, ledger, { id: "x", date: "2026-01-14", points: 1 }).refused).toHaveLength(1);
    expect(redeem(plan, ledger, { id: "x", date: "2026-01-15", points: 10 }).refused).toEqual([]);
  });

  it("are told when they come, and when they become usable", () => {
    expect(statement(plan, ledger, "2026-01-15").movements).toEqual([
      {
        date: "2026-01-01",
        kind: "accrue",
        entry: "a",
        points: 0,
        pendingPoints: 10,
        balance: 0,
        pending: 10,
        lots: [{ entry: "a", points: 10 }],
      },
      {
        date: "2026-01-15",
        kind: "release",
        entry: "a",
        points: 10,
        pendingPoints: -10,
        balance: 10,
        pending: 0,
        lots: [],
      },
    ]);
  });

  it("are not what corrections bring, and an entry may say another day", () => {
    const both = ledgerOf(
      plan,
      { id: "b", kind: "adjust", date: "2026-01-01", points: 5 },
      earned("c", "2026-01-01", 7, { usableFrom: "2026-01-03" }),
    );
    expect(statement(plan, both, "2026-01-02")).toMatchObject({ balance: 5, pending: 7 });
    expect(statement(plan, both, "2026-01-03")).toMatchObject({ balance: 12, pending: 0 });
  });

  it("are taken back as such", () => {
    const { ledger: after } = reverse(plan, ledger, { id: "r", date: "2026-01-05", of: "a", points: 4 });
    expect(statement(plan, after, "2026-01-10")).toMatchObject({ balance: 0, pending: 6 });
    expect(statement(plan, after, "2026-01-15")).toMatchObject({ balance: 6, pending: 0 });
  });

  it("may expire before they can be spent", () => {
    const short = planOf({ pending: { days: 14 }, expiry: { kind: "days", days: 10 } });
    const { movements, totals } = statement(short, ledgerOf(short, earned("a", "2026-01-01", 10)), "2026-02-01");
    expect(totals.expired).toBe(10);
    expect(movements.map(({ kind, date }) => [kind, date])).toEqual([
      ["accrue", "2026-01-01"],
      ["expire", "2026-01-12"],
    ]);
  });
});

describe("expiry", () => {
  const balances = (life: Partial<PointsPlanDocument>, date: string, ...days: string[]) => {
    const plan = planOf(life);
    const ledger = ledgerOf(plan, earned("a", date, 10));
    return days.map((day) => statement(plan, ledger, day).balance);
  };

  it.each([
    [{ kind: "none" }, "2026-01-31", "9999-12-31", null],
    [{ kind: "days", days: 1 }, "2026-01-31", "2026-02-01", "2026-02-02"],
    [{ kind: "months", months: 1 }, "2026-01-31", "2026-02-28", "2026-03-01"],
    [{ kind: "months", months: 1 }, "2024-01-31", "2024-02-29", "2024-03-01"],
    [{ kind: "end-of-month", months: 1 }, "2026-01-01", "2026-01-31", "2026-02-01"],
    [{ kind: "end-of-month", months: 36 }, "2021-05-31", "2024-04-30", "2024-05-01"],
    [{ kind: "end-of-year", years: 1 }, "2026-12-31", "2026-12-31", "2027-01-01"],
    [{ kind: "end-of-year", years: 3 }, "2010-01-01", "2012-12-31", "2013-01-01"],
    [{ kind: "rolling", days: 30 }, "2026-01-01", "2026-01-31", "2026-02-01"],
    [{ kind: "rolling", months: 1 }, "2026-01-31", "2026-02-28", "2026-03-01"],
  ] as const)("%j of %s: usable on %s, no more on %s", (expiry, date, last, after) => {
    expect(balances({ expiry }, date, last)).toEqual([10]);
    if (after !== null) expect(balances({ expiry }, date, after)).toEqual([0]);
    if (after !== null) expect(balances({ expiry, expiryDay: "expired" }, date, last)).toEqual([0]);
  });

  it("on the day itself, where the plan says so, is a day earlier", () => {
    const expiry = { kind: "months", months: 12 } as const;
    expect(balances({ expiry, expiryDay: "expired" }, "2025-02-28", "2026-02-27", "2026-02-28")).toEqual([10, 0]);
  });

  it("beyond the calendar never comes", () => {
    for (const expiry of [
      { kind: "days", days: 100_000 },
      { kind: "months", months: 100_000 },
      { kind: "end-of-month", months: 100_000 },
      { kind: "end-of-year", years: 100_000 },
      { kind: "rolling", months: 100_000 },
    ] as const) {
      expect(balances({ expiry }, "9990-01-01", "9999-12-31")).toEqual([10]);
    }
  });

  it.each([
    [{ kind: "end-of-year", years: 1 }, "9999-05-01"],
    [{ kind: "end-of-month", months: 1 }, "9999-12-05"],
    [{ kind: "end-of-month", months: 3 }, "9999-10-31"],
    [{ kind: "months", months: 2 }, "9999-10-31"],
    [{ kind: "days", days: 1 }, "9999-12-30"],
  ] as const)("on the last day of the calendar is a day like others: %j of %s", (expiry, date) => {
    const lastDay = (more: object) => {
      const plan = planOf({ expiry, ...more });
      return statement(plan, ledgerOf(plan, earned("a", date, 10)), date).lots[0]?.lastUsableDay;
    };
    expect([lastDay({}), lastDay({ expiryDay: "expired" })]).toEqual(["9999-12-31", "9999-12-30"]);
  });

  it("is told on the first day after the last, with the lot", () => {
    const plan = planOf({ expiry: { kind: "days", days: 10 } });
    const ledger = ledgerOf(plan, earned("a", "2026-01-01", 10), spent("x", "2026-01-05", 4));
    expect(statement(plan, ledger, "2026-01-12").movements.slice(-1)).toEqual([
      {
        date: "2026-01-12",
        kind: "expire",
        entry: "a",
        points: -6,
        pendingPoints: 0,
        balance: 0,
        pending: 0,
        lots: [{ entry: "a", points: -6 }],
      },
    ]);
  });

  it("of an entry may be its own: sooner, later, never, or over before it came", () => {
    const plan = planOf({ expiry: { kind: "days", days: 10 } });
    const ledger = ledgerOf(
      plan,
      earned("a", "2026-01-01", 1, { lastUsableDay: "2026-01-02" }),
      earned("b", "2026-01-01", 10, { lastUsableDay: "2026-03-01" }),
      earned("c", "2026-01-01", 100, { lastUsableDay: null }),
      earned("d", "2026-01-01", 1000, { lastUsableDay: "2025-12-31" }),
      earned("e", "2026-01-01", 10_000),
    );
    const on = (day: string) => statement(plan, ledger, day).balance;
    expect(["2026-01-01", "2026-01-03", "2026-01-12", "2026-03-02"].map(on)).toEqual([10_111, 10_110, 110, 100]);
    expect(statement(plan, ledger, "2026-01-01").totals.expired).toBe(1000);
  });

  it("ahead is told by day, as far as asked", () => {
    const plan = planOf({ expiry: { kind: "end-of-month", months: 2 } });
    const ledger = ledgerOf(
      plan,
      earned("a", "2026-01-01", 10),
      earned("b", "2026-02-05", 20),
      earned("c", "2026-01-20", 5),
      { id: "d", kind: "adjust", date: "2026-01-01", points: 1, lastUsableDay: null },
    );
    const ahead = (expiringWithin?: number) =>
      statement(plan, ledger, "2026-02-10", expiringWithin === undefined ? {} : { expiringWithin }).expiring;
    const first = { lastUsableDay: "2026-02-28", points: 15 };
    expect(ahead()).toEqual({
      withinDays: null,
      points: 35,
      days: [first, { lastUsableDay: "2026-03-31", points: 20 }],
    });
    expect(ahead(18)).toEqual({ withinDays: 18, points: 15, days: [first] });
    expect(ahead(17)).toEqual({ withinDays: 17, points: 0, days: [] });
  });
});

describe("rolling expiry", () => {
  const plan = planOf({ expiry: { kind: "rolling", days: 30 } });

  it("is moved on for all points by whatever comes in", () => {
    const ledger = ledgerOf(
      plan,
      earned("a", "2026-01-01", 10),
      { id: "b", kind: "adjust", date: "2026-01-20", points: 1 },
      spent("x", "2026-02-10", 1),
    );
    expect(statement(plan, ledger, "2026-02-19").balance).toBe(10);
    expect(statement(plan, ledger, "2026-02-20").totals).toMatchObject({ expired: 10, spent: 1 });
  });

  it("leaves points alone that have a last day of their own, and begins anew when all are gone", () => {
    const ledger = ledgerOf(
      plan,
      earned("own", "2026-01-01", 100, { lastUsableDay: "2026-12-31" }),
      earned("a", "2026-01-01", 10),
      earned("b", "2026-02-01", 1),
    );
    expect(remaining(plan, ledger, "2026-02-01")).toEqual({ own: 100, a: 0, b: 1 });
    expect(remaining(plan, ledger, "2026-03-04")).toEqual({ own: 100, a: 0, b: 0 });
  });

  it("takes points that expire together before those that last longer, and after those that do not", () => {
    const ledger = ledgerOf(
      plan,
      earned("soon", "2026-01-01", 1, { lastUsableDay: "2026-02-05" }),
      earned("late", "2026-01-01", 1, { lastUsableDay: "2026-03-31" }),
      earned("a", "2026-01-01", 1),
      earned("b", "2026-01-10", 1),
    );
    const left = (points: number) =>
      remaining(plan, redeem(plan, ledger, { id: "x", date: "2026-01-20", points }).ledger, "2026-01-20");
    expect(left(1)).toEqual({ soon: 0, a: 1, b: 1, late: 1 });
    expect(left(2)).toEqual({ soon: 0, a: 0, b: 1, late: 1 });
    expect(left(3)).toEqual({ soon: 0, a: 0, b: 0, late: 1 });
  });
});

describe("a reversal of nothing", () => {
  it.each([
    ["without a target", { id: "r", date: "2026-01-20" }],
    ["of null", { id: "r", date: "2026-01-20", of: null }],
    ["of a number", { id: "r", date: "2026-01-20", of: 7 }],
    ["that is not there itself", undefined],
  ])("%s is an issue", (_, reversal) => {
    for (const ledger of [emptyLedger(), ledgerOf(PLAN, earned("a", "2026-01-01", 10))]) {
      expect(() => reverse(PLAN, ledger, reversal as never)).toThrow(/^of: expected /);
    }
  });
});

describe("the reversal of a redemption", () => {
  const plan = planOf({ expiry: { kind: "months", months: 3 } });
  const entries = [earned("a", "2026-01-01", 10), earned("b", "2026-02-01", 10), spent("x", "2026-03-01", 15)] as const;

  it("gives back last what was taken first, into the lots it came from, with their last day", () => {
    const part = ledgerOf(plan, ...entries, cancelled("r", "2026-03-02", "x", 7));
    expect(statement(plan, part, "2026-03-02").lots).toMatchObject([
      { entry: "a", remaining: 2, spent: 8, lastUsableDay: "2026-04-01" },
      { entry: "b", remaining: 10, spent: 0, lastUsableDay: "2026-05-01" },
    ]);
    const rest = ledgerOf(plan, ...entries, cancelled("r", "2026-03-02", "x", 7), cancelled("s", "2026-03-03", "x"));
    expect(remaining(plan, rest, "2026-03-03")).toEqual({ a: 10, b: 10 });
    expect(statement(plan, rest, "2026-03-03").totals.spent).toBe(0);
  });

  it("twice is refused", () => {
    const whole = ledgerOf(plan, ...entries, cancelled("r", "2026-03-02", "x"));
    const again = (points?: number) => post(plan, whole, [cancelled("s", "2026-03-03", "x", points)]).refused;
    expect(again()).toEqual([{ id: "s", reason: "already-reversed", asked: 1, available: 0 }]);
    expect(again(3)).toEqual([{ id: "s", reason: "already-reversed", asked: 3, available: 0 }]);
  });

  it("after a lot's last day loses its points by default: they come and expire at once", () => {
    const late = ledgerOf(plan, ...entries, cancelled("r", "2026-04-02", "x"));
    expect(statement(plan, late, "2026-04-02")).toMatchObject({ balance: 10, totals: { expired: 10, spent: 0 } });
    expect(statement(plan, late, "2026-04-02").movements.slice(-2)).toMatchObject([
      {
        kind: "reverse-redemption",
        entry: "r",
        points: 15,
        lots: [
          { entry: "b", points: 5 },
          { entry: "a", points: 10 },
        ],
      },
      { kind: "expire", entry: "a", date: "2026-04-02", points: -10 },
    ]);
  });

  it("reinstates them where the plan says so, as if they were earned that day", () => {
    const by = planOf({ expiry: { kind: "months", months: 3 }, expiredOnReversal: "reinstate" });
    const late = ledgerOf(by, ...entries, cancelled("r", "2026-04-02", "x"));
    expect(statement(by, late, "2026-04-02").lots).toMatchObject([
      { entry: "a", remaining: 10, lastUsableDay: "2026-07-02" },
      { entry: "b", remaining: 10, lastUsableDay: "2026-05-01" },
    ]);
    expect(statement(by, late, "2026-07-03").totals.expired).toBe(20);
  });

  it("of a lot that was reinstated before finds both its parts", () => {
    const by = planOf({ expiry: { kind: "days", days: 10 }, expiredOnReversal: "reinstate" });
    const ledger = ledgerOf(
      by,
      earned("a", "2026-01-01", 10),
      spent("x", "2026-01-05", 4),
      spent("y", "2026-01-06", 3),
      cancelled("r", "2026-01-20", "x"),
      cancelled("s", "2026-01-25", "y"),
    );
    expect(statement(by, ledger, "2026-01-25").lots).toMatchObject([
      { remaining: 7, expired: 3, lastUsableDay: "2026-02-04" },
    ]);
    expect(statement(by, ledger, "2026-01-31").lots).toMatchObject([{ remaining: 3, expired: 7 }]);
    const back = ledgerOf(by, ...ledger.entries, returned("t", "2026-01-26", "a", 9));
    expect(statement(by, back, "2026-01-26").lots).toMatchObject([{ remaining: 0, expired: 1, reversed: 9 }]);
  });
});

describe("the reversal of an accrual", () => {
  const spentLot = [earned("a", "2026-01-01", 10), spent("x", "2026-01-05", 8), earned("b", "2026-01-10", 5)] as const;

  it("takes what is there", () => {
    const ledger = ledgerOf(PLAN, ...spentLot, returned("r", "2026-01-20", "a", 2));
    expect(statement(PLAN, ledger, "2026-01-20")).toMatchObject({ balance: 5, totals: { reversed: 2, earned: 15 } });
  });

  it("of points that were spent is refused by default", () => {
    const ledger = ledgerOf(PLAN, ...spentLot);
    expect(reverse(PLAN, ledger, { id: "r", date: "2026-01-20", of: "a" }).refused).toEqual([
      { id: "r", reason: "spent", asked: 10, available: 2 },
    ]);
  });

  it("is owed where the plan says so: nothing can be spent below it, and later points repay it first", () => {
    const plan = planOf({ negativeBalance: "owe" });
    const ledger = ledgerOf(plan, ...spentLot, returned("r", "2026-01-20", "a"));
    expect(statement(plan, ledger, "2026-01-20")).toMatchObject({
      balance: -3,
      totals: { owed: 8, reversed: 10, spent: 8, earned: 15 },
    });
    expect(redeem(plan, ledger, { id: "y", date: "2026-01-21", points: 1 }).refused).toEqual([
      { id: "y", reason: "not-enough", asked: 1, available: 0 },
    ]);
    const { ledger: later } = accrue(plan, ledger, { id: "c", date: "2026-02-01", points: 20 });
    expect(statement(plan, later, "2026-02-01")).toMatchObject({ balance: 17, totals: { owed: 0, reversed: 10 } });
    expect(remaining(plan, later, "2026-02-01")).toEqual({ a: 0, b: 5, c: 12 });
  });

  it("that is owed is settled by the points of a redemption that is given back", () => {
    const plan = planOf({ negativeBalance: "owe", expiry: { kind: "days", days: 30 } });
    const ledger = ledgerOf(
      plan,
      earned("a", "2026-01-01", 10),
      spent("x", "2026-01-05", 10),
      returned("r", "2026-01-20", "a"),
      cancelled("s", "2026-03-01", "x"),
    );
    expect(statement(plan, ledger, "2026-03-01")).toMatchObject({
      balance: 0,
      totals: { owed: 0, spent: 0, expired: 0, reversed: 10 },
    });
  });

  it("that is owed is not settled by what comes back to other lots: a gift that is cancelled changes nothing", () => {
    const plan = planOf({ negativeBalance: "owe" });
    const ledger = ledgerOf(plan, ...spentLot, returned("r", "2026-01-20", "a", 4));
    const gift = ledgerOf(plan, ...ledger.entries, spent("y", "2026-01-25", 2), cancelled("s", "2026-01-26", "y"));
    const [before, after] = [ledger, gift].map((each) => statement(plan, each, "2026-01-26"));
    expect(after?.lots).toEqual(before?.lots);
    expect(after).toMatchObject({ balance: 3, totals: { owed: 2 } });
  });

  it("that is owed is repaid by the oldest debt first, and by what comes back to the lot itself", () => {
    const plan = planOf({ negativeBalance: "owe" });
    const ledger = ledgerOf(
      plan,
      earned("a", "2026-01-01", 10),
      earned("b", "2026-01-02", 10),
      spent("x", "2026-01-03", 10),
      spent("y", "2026-01-04", 10),
      returned("r", "2026-01-05", "a", 4),
      returned("s", "2026-01-06", "b", 6),
      returned("t", "2026-01-07", "a", 2),
      cancelled("u", "2026-01-08", "x", 1),
      earned("c", "2026-01-09", 5),
    );
    // Of a 4 + 2 and of b 6 were owed; a's own point repaid 1, c the other 3 of a's first and 2 of b's.
    expect(statement(plan, ledger, "2026-01-09").totals.owed).toBe(6);
    const back = (of: string) =>
      remaining(plan, reverse(plan, ledger, { id: "v", date: "2026-01-10", of }).ledger, "2026-01-10");
    expect(back("x")).toEqual({ a: 7, b: 0, c: 0 });
    expect(back("y")).toEqual({ a: 0, b: 6, c: 0 });
  });

  it("that is owed is repaid by pending points when they become usable", () => {
    const plan = planOf({ negativeBalance: "owe", pending: { days: 5 } });
    const ledger = ledgerOf(
      plan,
      earned("a", "2026-01-01", 10),
      spent("x", "2026-01-06", 10),
      returned("r", "2026-01-07", "a"),
      earned("b", "2026-01-08", 15),
    );
    expect(statement(plan, ledger, "2026-01-12")).toMatchObject({ balance: -10, pending: 15, totals: { owed: 10 } });
    expect(statement(plan, ledger, "2026-01-13")).toMatchObject({ balance: 5, pending: 0, totals: { owed: 0 } });
  });

  it("takes other points where the plan says so, of the same source, or is refused", () => {
    const plan = planOf({ negativeBalance: "take-other-lots" });
    const ledger = ledgerOf(
      plan,
      earned("a", "2026-01-01", 10, { source: "shop" }),
      spent("x", "2026-01-05", 8),
      earned("b", "2026-01-10", 5, { source: "shop" }),
      earned("c", "2026-01-11", 100, { source: "bank" }),
    );
    const back = (points: number) => reverse(plan, ledger, { id: "r", date: "2026-01-20", of: "a", points });
    expect(remaining(plan, back(7).ledger, "2026-01-20")).toEqual({ a: 0, b: 0, c: 100 });
    expect(back(8).refused).toEqual([{ id: "r", reason: "not-enough", asked: 8, available: 7 }]);
  });

  it("takes points back that expired before it asks for those that were spent", () => {
    const plan = planOf({ expiry: { kind: "days", days: 10 } });
    const ledger = ledgerOf(plan, earned("a", "2026-01-01", 10), spent("x", "2026-01-05", 8));
    const { ledger: after, refused } = reverse(plan, ledger, { id: "r", date: "2026-01-20", of: "a", points: 2 });
    expect(refused).toEqual([]);
    expect(statement(plan, after, "2026-01-20").totals).toMatchObject({ expired: 0, reversed: 2, spent: 8 });
    expect(reverse(plan, ledger, { id: "r", date: "2026-01-20", of: "a", points: 3 }).refused).toEqual([
      { id: "r", reason: "spent", asked: 3, available: 2 },
    ]);
  });

  it("twice, or of no points, is refused", () => {
    const ledger = ledgerOf(
      PLAN,
      earned("a", "2026-01-01", 10),
      earned("z", "2026-01-01", 0),
      returned("r", "2026-01-02", "a", 6),
    );
    const again = (of: string, points?: number) =>
      post(PLAN, ledger, [returned("s", "2026-01-03", of, points)]).refused;
    expect(again("a", 5)).toEqual([{ id: "s", reason: "already-reversed", asked: 5, available: 4 }]);
    expect(again("a", 4)).toEqual([]);
    expect(again("a")).toEqual([]);
    expect(again("z")).toEqual([{ id: "s", reason: "already-reversed", asked: 1, available: 0 }]);
  });
});

describe("under another plan than it was posted by", () => {
  const long = planOf({ expiry: { kind: "days", days: 100 } });
  const short = planOf({ expiry: { kind: "days", days: 10 } });
  const ledger = ledgerOf(
    long,
    earned("a", "2026-01-01", 10),
    spent("x", "2026-02-01", 8),
    cancelled("r", "2026-02-02", "x", 3),
  );

  it("a recorded redemption stays a fact, and says what nothing covers", () => {
    expect(statement(short, ledger, "2026-02-01")).toMatchObject({
      balance: 0,
      uncovered: 8,
      totals: { spent: 0, expired: 10 },
    });
    expect(statement(short, ledger, "2026-02-02").uncovered).toBe(5);
    expect(statement(long, ledger, "2026-02-02").uncovered).toBe(0);
  });

  it("what is short already endangers nobody, and new entries are judged by themselves", () => {
    expect(post(short, ledger, [earned("b", "2026-02-10", 5), spent("y", "2026-02-11", 5)]).refused).toEqual([]);
    expect(post(short, ledger, [spent("y", "2026-01-05", 5)]).refused).toEqual([]);
    const partly = ledgerOf(
      long,
      earned("a", "2026-01-01", 10),
      earned("b", "2026-01-28", 5),
      spent("x", "2026-02-01", 12),
    );
    expect(post(short, partly, [spent("y", "2026-01-29", 1)]).refused).toEqual([
      { id: "y", reason: "endangers", asked: 12, available: 4, endangered: "x" },
    ]);
  });

  it("a recorded reversal of which a part is uncovered is reversed as a whole", () => {
    const owing = planOf({ negativeBalance: "owe" });
    const reversed = ledgerOf(
      owing,
      earned("a", "2026-01-01", 10),
      spent("x", "2026-01-02", 8),
      returned("r", "2026-01-03", "a", 6),
      cancelled("y", "2026-01-04", "x"),
    );
    expect(post(PLAN, reversed, [returned("s", "2026-01-05", "a", 5)]).refused).toEqual([
      { id: "s", reason: "already-reversed", asked: 5, available: 4 },
    ]);
  });

  it("a recorded reversal takes what it finds", () => {
    const owing = planOf({ negativeBalance: "owe" });
    const reversed = ledgerOf(
      owing,
      earned("a", "2026-01-01", 10),
      spent("x", "2026-01-02", 8),
      returned("r", "2026-01-03", "a"),
    );
    expect(statement(PLAN, reversed, "2026-01-03")).toMatchObject({
      balance: 0,
      uncovered: 8,
      totals: { reversed: 2, spent: 8, owed: 0 },
    });
  });
});

describe("a longer validity", () => {
  const of = (days: number, terms: object = {}) => planOf({ ...terms, expiry: { kind: "days", days } });
  const balances = (terms: object, day: string, ...entries: readonly LedgerEntry[]) => {
    const [short, long] = [of(16, terms), of(17, terms)];
    const ledger = ledgerOf(short, ...entries);
    return [short, long].map((plan) => statement(plan, ledger, day).balance);
  };

  it("leaves more where redemptions are all that takes points", () => {
    expect(balances({}, "2026-01-18", earned("a", "2026-01-01", 10), spent("x", "2026-01-05", 4))).toEqual([0, 6]);
  });

  it("leaves less where it spent the points of a bill that is then returned, and the others expire", () => {
    const entries = [
      earned("a", "2026-01-01", 1),
      earned("b", "2026-01-02", 1),
      spent("x", "2026-01-18", 1),
      returned("r", "2026-01-20", "a"),
    ];
    // By the short one a had expired and x took b; by the long one x took a, and b expires.
    expect(balances({ negativeBalance: "owe" }, "2026-01-20", ...entries)).toEqual([0, -1]);
  });

  it("leaves less where the shorter one reinstates what the longer one still has", () => {
    const entries = [earned("a", "2026-01-01", 1), spent("x", "2026-01-01", 1), cancelled("r", "2026-01-18", "x")];
    expect(balances({ expiredOnReversal: "reinstate" }, "2026-01-19", ...entries)).toEqual([1, 0]);
  });

  it("may not cover what was spent of one source, where other redemptions took its points", () => {
    const ledger = ledgerOf(
      of(5),
      earned("a", "2026-01-01", 1, { source: "shop" }),
      earned("b", "2026-01-01", 1, { source: "bank", lastUsableDay: "2026-01-10" }),
      spent("x", "2026-01-02", 1),
      spent("y", "2026-01-03", 1, { source: "bank" }),
    );
    expect([of(5), of(20)].map((plan) => statement(plan, ledger, "2026-01-03").uncovered)).toEqual([0, 1]);
  });
});

describe("a statement", () => {
  it("of an empty ledger has nothing", () => {
    expect(statement(PLAN, emptyLedger(), "2026-01-01")).toEqual({
      asOf: "2026-01-01",
      balance: 0,
      pending: 0,
      totals: { earned: 0, adjusted: 0, transferred: 0, spent: 0, expired: 0, reversed: 0, owed: 0 },
      uncovered: 0,
      expiring: { withinDays: null, points: 0, days: [] },
      sources: [],
      lots: [],
      movements: [],
    });
  });

  it("knows nothing of later days", () => {
    const ledger = ledgerOf(
      PLAN,
      earned("a", "2026-01-01", 10),
      earned("b", "2026-01-02", 10),
      spent("x", "2026-01-03", 20),
    );
    expect(statement(PLAN, ledger, "2025-12-31").lots).toEqual([]);
    expect(statement(PLAN, ledger, "2026-01-01").balance).toBe(10);
    expect(statement(PLAN, ledger, "2026-01-02").balance).toBe(20);
    expect(statement(PLAN, ledger, "2026-01-03").balance).toBe(0);
  });

  it("counts corrections and transfers apart from what was earned and spent", () => {
    const ledger = ledgerOf(
      PLAN,
      earned("a", "2026-01-01", 100),
      { id: "b", kind: "adjust", date: "2026-01-02", points: 20 },
      { id: "c", kind: "adjust", date: "2026-01-03", points: -5 },
      { id: "d", kind: "transfer", date: "2026-01-04", points: 7, counterparty: "other", earned: "2025-01-01" },
      { id: "e", kind: "transfer", date: "2026-01-05", points: -30, counterparty: "third" },
      { id: "f", kind: "adjust", date: "2026-01-06", points: 0 },
    );
    expect(statement(PLAN, ledger, "2026-01-06")).toMatchObject({
      balance: 92,
      totals: { earned: 100, adjusted: 15, transferred: -23, spent: 0 },
    });
    expect(statement(PLAN, ledger, "2026-01-06").lots[0]).toMatchObject({
      adjusted: 5,
      transferred: 23,
      remaining: 72,
    });
    expect(statement(PLAN, ledger, "2026-01-06").lots[2]).toMatchObject({
      entry: "d",
      earned: "2025-01-01",
      transferred: 7,
    });
  });
});
