import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseModel } from "../../src/model/parse-model.ts";
import { fromPmml, type PmmlDocument, safeScorePmml, toPmml } from "../../src/pmml/index.ts";
import type { Scorecard } from "../../src/schema/scorecard.ts";
import { safeScore } from "../../src/score/score.ts";
import type { ModelDocument } from "../reference/document.ts";
import { scoringCase, scoringCaseOf } from "../support/arbitraries/scoring-case.ts";
import { countHit, emptyHitCounts, type HitCounts } from "../support/hit-counts.ts";
import { expectHitRates } from "../support/hit-rates.ts";
import { runs } from "../support/runs.ts";
import { plainDocument } from "./plain-document.ts";

/** Codes after which accounts are either scored alike or not at all. */
const SCORED_ALIKE = new Set(["pmml/section", "pmml/published", "pmml/day", "pmml/rounding", "pmml/refused"]);

describe("a model written as PMML and read again", () => {
  it("scores the same where PMML holds it: total(fromPmml(toPmml(m)), inputs) = score(m, a).total", () => {
    const hits = emptyHitCounts();
    fc.assert(
      fc.property(
        plainDocument().chain((document) => scoringCaseOf(document)),
        ({ document, rows }) => checkRoundTrip(document, rows, hits),
      ),
      { numRuns: runs(400) },
    );
    expectHitRates(hits, {
      "agreement exact": runs(400) / 8,
      "agreement rounded": runs(400) / 20,
      "exactly the same": runs(400) / 4,
      "within roundings": runs(400) / 20,
      "a bonus fired": runs(400) / 40,
      clamped: runs(400) / 40,
      "a missing input answered": runs(400) / 40,
      "a derived field": runs(400) / 20,
      "refused by both": runs(400) / 100,
    });
  });

  it("tells every other model apart: no account is scored otherwise unless a bonus or a clamp is told", () => {
    const hits = emptyHitCounts();
    fc.assert(
      fc.property(scoringCase(), ({ document, rows }) => checkRoundTrip(document, rows, hits)),
      { numRuns: runs(400) },
    );
    expectHitRates(hits, {
      "agreement partial": runs(400) / 20,
      "agreement none": runs(400) / 20,
      "refused by the scorecard alone": runs(400) / 40,
      "within roundings": runs(400) / 200,
    });
  });
});

interface Row {
  readonly account: Record<string, unknown>;
  readonly options: object;
}

function checkRoundTrip(document: ModelDocument, rows: readonly Row[], hits: HitCounts): void {
  const model = parseModel(document);
  const written = toPmml(model);
  countHit(hits, `agreement ${written.agreement}`);
  expect(written.xml === null).toBe(written.agreement === "none");
  if (written.xml === null) return;
  const { scorecard, cannotExpress } = fromPmml(written.xml);
  expect(cannotExpress).toEqual([]);
  if (scorecard === null) throw new Error("no scorecard");
  if (scorecard.derivedFields.length > 0) countHit(hits, "a derived field");
  const isAlike = written.cannotExpress.every(({ code }) => SCORED_ALIKE.has(code));

  for (const { account, options } of rows) {
    const outcome = safeScore(model, account, options as never);
    if (!outcome.ok) {
      const isAboutUse = outcome.issues.every(({ code }) => code === "record/missing" || code === "record/no-points");
      if (!isAboutUse || document.measures !== undefined) continue;
      expect(safeScorePmml(scorecard, account).ok).toBe(false);
      countHit(hits, "refused by both");
      continue;
    }
    const { card } = outcome;
    const scored = safeScorePmml(scorecard, { ...card.inputs, ...card.measures });
    if (!scored.ok) {
      // A clamp hides nothing, and a bonus refuses nobody.
      expect(written.agreement).toBe("partial");
      countHit(hits, "refused by the scorecard alone");
      continue;
    }
    if (!isAlike) continue;
    expect(card.total).not.toBeNull();
    const difference = new Decimal(card.total as number).minus(scored.scored.outputs.total as number).abs();
    if (written.agreement === "exact") expect(scored.scored.outputs.total).toBe(card.total);
    expect(difference.lessThanOrEqualTo(roundingsOf(written, document))).toBe(true);
    countHit(hits, difference.isZero() ? "exactly the same" : "within roundings");
    countCard(card, scorecard.target !== null && card.total !== card.base, hits);
  }
}

/** As far as all the roundings that were told can take a total, and its own last one. */
function roundingsOf({ cannotExpress }: PmmlDocument, { places }: ModelDocument): Decimal {
  const stations = cannotExpress.filter(({ code }) => code === "pmml/rounding");
  if (stations.length === 0) return new Decimal(0);
  const half = (decimals: number) => new Decimal(10).pow(-decimals).div(2);
  const last = half(places?.score ?? 2).times(2);
  return stations.reduce((sum, { expected }) => sum.plus(half(expected as number)), last);
}

function countCard(card: Scorecard, isClamped: boolean, hits: HitCounts): void {
  if (isClamped) countHit(hits, "clamped");
  if (card.bonuses.some(({ points }) => points !== 0)) countHit(hits, "a bonus fired");
  if (JSON.stringify(card.dimensions).includes('"state":"missing"')) countHit(hits, "a missing input answered");
}
