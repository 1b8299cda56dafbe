import { emptyLedger, type Ledger, type LedgerEntry, parsePointsPlan, post, statement, transfer } from "guanxi/points";
import { describe, expect, it } from "vitest";

const plan = parsePointsPlan({
  format: 1,
  id: "plan",
  version: "1",
  rules: [],
  expiry: { kind: "end-of-year", years: 2 },
});
const entries: readonly LedgerEntry[] = [
  { id: "a", kind: "accrue", date: "2025-05-01", points: 10, source: "shop" },
  { id: "b", kind: "accrue", date: "2026-01-01", points: 10 },
  { id: "c", kind: "accrue", date: "2026-01-01", points: 10, lastUsableDay: null },
];
const { ledger } = post(plan, emptyLedger(), entries);
const order = { id: "gift", date: "2026-02-01", points: 25, from: "acme", to: "nova", note: "merger" };

describe("a transfer", () => {
  it("takes points as a redemption would, and brings them with their age, source and last day", () => {
    const { from, to, refused } = transfer(plan, ledger, emptyLedger(), order);
    expect(refused).toEqual([]);
    const base = { kind: "transfer", date: "2026-02-01", note: "merger" };
    expect(from.entries.slice(3)).toEqual([{ ...base, id: "gift", points: -25, counterparty: "nova" }]);
    const brought = { ...base, counterparty: "acme" };
    expect(to.entries).toEqual([
      { ...brought, id: "gift.1", points: 10, earned: "2025-05-01", source: "shop", lastUsableDay: "2026-12-31" },
      { ...brought, id: "gift.2", points: 10, earned: "2026-01-01", lastUsableDay: "2027-12-31" },
      { ...brought, id: "gift.3", points: 5, earned: "2026-01-01", lastUsableDay: null },
    ]);
    const [gave, got] = [statement(plan, from, "2027-01-01"), statement(plan, to, "2027-01-01")];
    expect([gave.balance, gave.totals.transferred, gave.totals.expired]).toEqual([5, -25, 0]);
    expect([got.balance, got.totals.transferred, got.totals.expired]).toEqual([15, 25, 10]);
  });

  it("again changes nothing", () => {
    const { from, to } = transfer(plan, ledger, emptyLedger(), order);
    expect(transfer(plan, from, to, order)).toEqual({ from, to, refused: [] });
  });

  it("of more than there is is refused, and both ledgers are as they were", () => {
    const to = emptyLedger();
    const moved = transfer(plan, ledger, to, { ...order, points: 31 });
    expect(moved).toEqual({
      from: ledger,
      to,
      refused: [{ id: "gift", reason: "not-enough", asked: 31, available: 30 }],
    });
  });

  it("of points that come late, and would make a recorded entry of the other account impossible, is refused", () => {
    const rolling = parsePointsPlan({ ...plan, expiry: { kind: "rolling", days: 10 } });
    const given = post(rolling, emptyLedger(), [{ id: "a", kind: "accrue", date: "2026-01-03", points: 9 }]).ledger;
    const other = post(rolling, emptyLedger(), [
      { id: "a", kind: "accrue", date: "2026-01-01", points: 1 },
      { id: "b", kind: "accrue", date: "2026-01-01", points: 1, lastUsableDay: null },
      { id: "x", kind: "redeem", date: "2026-01-12", points: 1 },
      { id: "r", kind: "reverse-accrual", date: "2026-01-20", of: "a" },
    ]).ledger;
    // With them a would have lived until 14 January, and x would have taken it.
    expect(transfer(rolling, given, other, { id: "gift", date: "2026-01-04", points: 2 })).toEqual({
      from: given,
      to: other,
      refused: [{ id: "gift.1", reason: "endangers", asked: 1, available: 0, endangered: "r" }],
    });
    expect(transfer(rolling, given, other, { id: "gift", date: "2026-01-12", points: 2 }).refused).toEqual([]);
  });

  it("takes points of one source where one is named", () => {
    const { to } = transfer(plan, ledger, emptyLedger(), { ...order, points: 4, source: "shop" });
    expect(to.entries).toMatchObject([{ points: 4, source: "shop" }]);
    expect(transfer(plan, ledger, emptyLedger(), { ...order, points: 11, source: "shop" }).refused).toHaveLength(1);
  });

  it("under rolling expiry joins the points of the other account", () => {
    const rolling = parsePointsPlan({
      format: 1,
      id: "plan",
      version: "1",
      rules: [],
      expiry: { kind: "rolling", days: 30 },
    });
    const own: Ledger = post(rolling, emptyLedger(), [
      { id: "x", kind: "accrue", date: "2026-01-20", points: 1 },
    ]).ledger;
    const giver = post(rolling, emptyLedger(), [{ id: "a", kind: "accrue", date: "2026-01-10", points: 10 }]).ledger;
    const { to } = transfer(rolling, giver, own, { id: "gift", date: "2026-02-01", points: 10 });
    expect(to.entries[1]).not.toHaveProperty("lastUsableDay");
    expect(statement(rolling, to, "2026-03-03").balance).toBe(11);
    expect(statement(rolling, to, "2026-03-04").balance).toBe(0);
  });

  it("tells what is wrong with the order, and with either ledger", () => {
    const wrong = { ...order, points: 0, colour: "red" } as typeof order;
    expect(() => transfer(plan, ledger, emptyLedger(), null as never)).toThrow(/^expected an object, got nothing$/);
    expect(() => transfer(plan, ledger, emptyLedger(), wrong)).toThrow(/colour: expected a known key.*\n.*points: /);
    expect(() => transfer(plan, ledger, { format: 1 } as Ledger, order)).toThrow("expected a ledger");
    expect(() => transfer(plan, ledger, emptyLedger(), { ...order, date: "2026-02-30" })).toThrow(/^date: /);
  });
});
