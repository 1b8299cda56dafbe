import fc from "fast-check";
import { afterEach, beforeEach, expect, it } from "vitest";
import { parsePointsPlan } from "../../src/points/parse-points-plan.ts";
import { post } from "../../src/points/post.ts";
import { statement } from "../../src/points/statement.ts";
import type { LedgerEntry } from "../../src/schema/points-ledger.ts";
import type { PointsPlanDocument } from "../../src/schema/points-plan-document.ts";
import { NOTHING } from "../points/against-reference.ts";
import { entries, lifeOfPoints, planOf, someDay } from "../support/arbitraries/points-ledger.ts";
import { countHit, emptyHitCounts } from "../support/hit-counts.ts";
import { expectHitRates } from "../support/hit-rates.ts";
import { runs } from "../support/runs.ts";
import { type Desk, openDesk, rowsOf } from "./run-guanxi.ts";

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => desk.clear());

const FIELDS = ["id", "kind", "date", "points", "of", "source", "usableFrom", "lastUsableDay", "earned"] as const;
const [TOGETHER, APART] = ["together.csv", "apart.csv"] as const;

/** A row of an account: an entry, or one that is misread, so that it is left out. */
type Told = LedgerEntry | { readonly id: string; readonly points: string };

function lineOf(account: string, told: Told): string {
  const cells: { readonly [field: string]: unknown } = { ...told };
  const isForEver = cells.lastUsableDay === null;
  return [
    account,
    ...FIELDS.map((field) => (field === "lastUsableDay" && isForEver ? "never" : (cells[field] ?? ""))),
  ].join(",");
}

it("the balances of a file are the statements of its accounts, whether their rows stand together or apart", async () => {
  const hits = emptyHitCounts();
  const count = runs(100);
  const oneAccount = fc.record({ good: entries(12), faulty: fc.nat({ max: 2 }) });
  await fc.assert(
    fc.asyncProperty(
      lifeOfPoints(),
      fc.array(oneAccount, { minLength: 1, maxLength: 3 }),
      someDay(),
      async (life, accounts, asOf) => {
        const plan: PointsPlanDocument = planOf(life);
        const rows = accounts.map(({ good, faulty }, a) => {
          const unread = Array.from({ length: faulty }, (_, i): Told => ({ id: `x${i}`, points: "many" }));
          return [...unread, ...good].map((told) => lineOf(`account-${a}`, told));
        });
        const longest = Math.max(...rows.map(({ length }) => length));
        const mixed = Array.from({ length: longest }, (_, i) => rows.flatMap((own) => own[i] ?? [])).flat();
        const head = ["account", ...FIELDS].join(",");
        desk.write("plan.json", JSON.stringify(plan));
        desk.write(TOGETHER, [head, ...rows.flat(), ""].join("\n"));
        desk.write(APART, [head, ...mixed, ""].join("\n"));
        const [together, apart] = [await balancesOf(TOGETHER, asOf), await balancesOf(APART, asOf)];
        expect(apart).toEqual(together);
        const parsed = parsePointsPlan(plan);
        const expected = accounts.flatMap(({ good, faulty }, a) => {
          if (good.length + faulty === 0) return [];
          const { ledger, refused } = post(parsed, NOTHING, good);
          const { balance, pending, totals, expiring } = statement(parsed, ledger, asOf);
          const { owed, earned, adjusted, transferred, spent, expired, reversed } = totals;
          const next = expiring.days[0];
          if (refused.length > 0 && faulty > 0) countHit(hits, "refused beside misread");
          if (expired > 0) countHit(hits, "expired points");
          return [
            [`account-${a}`, ledger.entries.length, refused.length + faulty, balance, pending, owed, earned, adjusted]
              .concat([transferred, spent, expired, reversed, next?.lastUsableDay ?? "", next?.points ?? ""])
              .map(String),
          ];
        });
        expect(together.map((row) => Object.values(row).slice(0, 14))).toEqual(expected);
        if (mixed.join() !== rows.flat().join()) countHit(hits, "rows apart");
      },
    ),
    { numRuns: count },
  );
  expectHitRates(hits, { "refused beside misread": count / 10, "expired points": count / 10, "rows apart": count / 4 });
});

/** The balances of a file, in the order of the accounts' names. */
async function balancesOf(file: string, asOf: string) {
  const args = ["points", `@${file}`, "--plan", "@plan.json", "--as-of", asOf, "--out", "@balances.csv", "--quiet"];
  const { code, stderr } = await desk.guanxi(args);
  expect([0, 3], stderr).toContain(code);
  return [...rowsOf(desk.read("balances.csv"))].sort((a, b) => ((a.account ?? "") < (b.account ?? "") ? -1 : 1));
}
