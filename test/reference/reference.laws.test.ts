import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scoringCase } from "../support/arbitraries/scoring-case.ts";
import { turnedAround } from "../support/turned-around.ts";
import { referenceScore } from "./card.ts";
import type { ModelDocument } from "./document.ts";
import { flatRow } from "./flat-row.ts";
import type { NodeCard, Scorecard } from "./scorecard.ts";

// The oracle is held to the design's own promises before anything is held to the oracle.

describe("the reference", () => {
  law("is JSON: parse(stringify(card)) = card", (card) => {
    expect(JSON.parse(JSON.stringify(card))).toEqual(card);
  });

  law("adds up: contributions + rounding = base, in every dimension and group", (card) => {
    for (const { base, rounding, indicators } of Object.values(card.dimensions)) {
      expectSum(base, rounding, indicators);
    }
  });

  law("stays on the scale: range and places hold for every score", (card, document) => {
    const [low, high] = document.range ?? [0, 100];
    const scores = Object.values(card.dimensions).flatMap(({ score, base }) => [score, base]);
    for (const score of [...scores, card.base, card.total]) {
      if (score === null) continue;
      expect(score).toBeGreaterThanOrEqual(low);
      expect(score).toBeLessThanOrEqual(high);
      const decimals = new Decimal(score).decimalPlaces();
      expect(decimals).toBeLessThanOrEqual(document.places?.score ?? 2);
    }
  });

  law("classifies only scored cards, and each of them once", (card, document) => {
    const row = flatRow(document, card);
    if (card.status !== "scored") expect([row.quadrant, row.tier]).toEqual([null, null]);
    if (card.status !== "scored" || document.tier?.on !== "total") return;
    expect(document.tier.rungs.map((rung) => rung.name)).toContain(card.tier?.name);
  });

  it("does not mind key order, and leaves its inputs untouched", () => {
    fc.assert(
      fc.property(scoringCase(), ({ document, rows }) => {
        for (const { account, options } of rows) {
          const before = JSON.stringify([document, account, options]);
          const result = referenceScore(document, account, options);
          const turned = referenceScore(turnedAround(document), turnedAround(account), options);
          expect(JSON.stringify([document, account, options])).toBe(before);
          expect(turned.ok).toBe(result.ok);
          if (result.ok) expect(turned).toEqual(result);
        }
      }),
      { numRuns: 300 },
    );
  });
});

function law(title: string, holds: (card: Scorecard, document: ModelDocument) => void): void {
  it(title, () => {
    fc.assert(
      fc.property(scoringCase(), ({ document, rows }) => {
        for (const { account, options } of rows) {
          const result = referenceScore(document, account, options);
          if (result.ok) holds(result.card, document);
        }
      }),
      { numRuns: 300 },
    );
  });
}

function expectSum(whole: number | null, rounding: number | null, nodes: Record<string, NodeCard>): void {
  const contributions = Object.values(nodes).map((node) => node.contribution);
  if (rounding !== null) {
    const sum = contributions.reduce((a: Decimal, b) => a.plus(b as number), new Decimal(rounding));
    expect(sum.toNumber()).toBe(whole);
  } else {
    expect(whole === null || contributions.every((each) => each === null)).toBe(true);
  }
  for (const node of Object.values(nodes)) {
    if ("indicators" in node) expectSum(node.points, node.rounding, node.indicators);
  }
}
