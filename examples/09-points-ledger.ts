/**
 * 09 · A ledger of points: what was earned is posted, spent, reversed; a statement tells what there is on a day.
 *
 *   npx tsx examples/09-points-ledger.ts
 */
import {
  accrue,
  earn,
  emptyLedger,
  parsePointsPlan,
  post,
  qualification,
  redeem,
  reverse,
  statement,
} from "guanxi/points";
import planDocument from "./points/group-customer-points.json" with { type: "json" };
import operatorDocument from "./points/operator-stars.json" with { type: "json" };

// The operator's points are valid to the end of the 36th month, counting the month of earning.
const operator = parsePointsPlan(operatorDocument);
const bill = { kind: "bill", date: "2021-05-31", amount: 88.3 };
const { points } = earn(operator, bill, { standing: { tier: "four-star" } });
const earned = accrue(operator, emptyLedger(), { id: "bill-2021-05", date: bill.date, points });
console.log(statement(operator, earned.ledger, "2024-04-30").balance); // 221
console.log(statement(operator, earned.ledger, "2024-05-01").totals.expired); // 221

// A group customer: two bills become two lots, which can be spent after 30 days.
const plan = parsePointsPlan(planDocument);
const standing = { tier: "A2", quadrant: "partner" };
const bills = [
  { id: "bill-04", kind: "bill", date: "2026-04-20", amount: 400000 },
  { id: "bill-05", kind: "bill", date: "2026-05-20", amount: 100000 },
];
const accruals = bills.map(({ id, ...activity }) => {
  const { points, qualifyingPoints } = earn(plan, activity, { standing, earnedSoFar: {} });
  return { id, kind: "accrue" as const, date: activity.date, points, qualifyingPoints };
});
console.log(accruals.map(({ points }) => points)); // [ 6000, 2000 ]

let { ledger } = post(plan, emptyLedger(), accruals);
const inMay = statement(plan, ledger, "2026-05-25");
console.log(inMay.balance, "to spend,", inMay.pending, "pending"); // 6000 to spend, 2000 pending

// Not so many points are there yet: a refusal is an answer, and the ledger stays as it was.
const { refused } = redeem(plan, ledger, { id: "gift-1", date: "2026-05-25", points: 7000 });
for (const { id, reason, asked, available } of refused) console.log(id, reason, asked, available);
// gift-1 not-enough 7000 6000

// In July there are. Then April's bill is credited by half, and what it earned goes with it: the account owes.
ledger = redeem(plan, ledger, { id: "gift-1", date: "2026-07-01", points: 7000 }).ledger;
ledger = reverse(plan, ledger, { id: "credit-04", date: "2026-07-10", of: "bill-04", points: 3000 }).ledger;
const inJuly = statement(plan, ledger, "2026-07-10");
console.log(inJuly.balance, inJuly.totals.owed); // -2000 3000

for (const { date, kind, entry, points, balance } of inJuly.movements) console.log(date, kind, entry, points, balance);
// 2026-04-20 accrue bill-04 0 0
// 2026-05-20 release bill-04 6000 6000
// 2026-05-20 accrue bill-05 0 6000
// 2026-06-19 release bill-05 2000 8000
// 2026-07-01 redeem gift-1 -7000 1000
// 2026-07-10 reverse-accrual credit-04 -3000 -2000

// Points that count toward a tier are counted apart: spending does not touch them, a reversal does.
const { points: counted, tier, up } = qualification(plan, ledger, "2026-07-10");
console.log(counted, tier, up); // 5000 B1 { name: 'A2', needs: 3000 }
