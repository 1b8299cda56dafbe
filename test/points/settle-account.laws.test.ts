import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Issue } from "../../src/core/issue.ts";
import { parsePointsPlan } from "../../src/points/parse-points-plan.ts";
import { post } from "../../src/points/post.ts";
import type { Posting } from "../../src/points/posting.ts";
import { qualification } from "../../src/points/qualification.ts";
import { readEntry } from "../../src/points/read-entry.ts";
import { accountSettler } from "../../src/points/settle-account.ts";
import { statement } from "../../src/points/statement.ts";
import type { LedgerEntry } from "../../src/schema/points-ledger.ts";
import { dayOf } from "../reference/points-ledger.ts";
import { entries, lifeOfPoints, planOf, someDay } from "../support/arbitraries/points-ledger.ts";
import { countHit, emptyHitCounts } from "../support/hit-counts.ts";
import { expectHitRates } from "../support/hit-rates.ts";
import { runs } from "../support/runs.ts";
import { NOTHING } from "./against-reference.ts";

function postingOf(told: LedgerEntry): Posting {
  const issues: Issue[] = [];
  const posting = readEntry(told, (...keys) => keys, issues);
  if (posting === null) throw new Error(JSON.stringify(issues));
  return posting;
}

describe("settling an account", () => {
  it("is posting all its entries to an empty ledger, and the statement and qualification of the day", () => {
    const hits = emptyHitCounts();
    const count = runs(800);
    fc.assert(
      fc.property(lifeOfPoints(), entries(), someDay(), (life, told, asOf) => {
        const plan = parsePointsPlan(planOf(life));
        const settled = accountSettler(plan, dayOf(asOf), null)(told.map(postingOf));
        const { ledger, refused } = post(plan, NOTHING, told);
        const { balance, pending, totals, uncovered, expiring } = statement(plan, ledger, asOf);
        expect(settled.holdings).toEqual({ balance, pending, totals, uncovered, expiring });
        expect({ asOf, ...settled.qualification }).toEqual(qualification(plan, ledger, asOf));
        expect(settled.refused.map(({ refusal }) => refusal)).toEqual(refused);
        for (const { place, refusal } of settled.refused) expect(told[place]?.id).toBe(refusal.id);
        expect([settled.taken, settled.faulty]).toEqual([ledger.entries.length, []]);
        const last = told.reduce((day, { date }) => (date > day ? date : day), "");
        if (refused.length > 0 && last > asOf) countHit(hits, "refused, later than the day");
        if (expiring.points < balance) countHit(hits, "points for ever");
        if (totals.expired > 0) countHit(hits, "expired points");
      }),
      { numRuns: count },
    );
    expectHitRates(hits, {
      "refused, later than the day": count / 10,
      "points for ever": count / 20,
      "expired points": count / 10,
    });
  });
});
