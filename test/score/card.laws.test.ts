import { Decimal } from "decimal.js";
import { describe, expect, it } from "vitest";
import { safeScore } from "../../src/score/score.ts";
import { runs } from "../support/runs.ts";
import { onEveryCard } from "../support/scored-cards.ts";
import { turnedAround } from "../support/turned-around.ts";

interface Part {
  readonly contribution: number | null;
  readonly rounding?: number | null;
  readonly points: number | null;
  readonly indicators?: { readonly [id: string]: Part };
}

describe("a card", () => {
  it("adds up at every level: contributions + rounding = base", () => {
    let groups = 0;
    onEveryCard(({ card }) => {
      const check = (whole: number | null, rounding: number | null, parts: { readonly [id: string]: Part }) => {
        for (const part of Object.values(parts)) {
          if (part.indicators === undefined) continue;
          groups += 1;
          check(part.points, part.rounding ?? null, part.indicators);
        }
        if (whole === null || rounding === null) return;
        const sum = Object.values(parts).reduce(
          (total, part) => total.plus(part.contribution ?? 0),
          new Decimal(rounding),
        );
        expect(sum.toNumber()).toBe(whole);
      };
      for (const { base, rounding, indicators } of Object.values(card.dimensions))
        check(base, rounding, indicators as never);
    });
    expect(groups).toBeGreaterThan(runs(300) / 3);
  });

  it("stays on the scale: range and places hold for every score, and no number needs more than 15 digits", () => {
    onEveryCard(({ card, model }) => {
      const [least, greatest] = model.range ?? [0, 100];
      const scores = [
        card.base,
        card.total,
        ...Object.values(card.dimensions).flatMap(({ base, score }) => [base, score]),
      ];
      for (const score of scores) {
        if (score === null) continue;
        expect(score >= least && score <= greatest).toBe(true);
        expect(new Decimal(score).decimalPlaces()).toBeLessThanOrEqual(model.places?.score ?? 2);
      }
      JSON.stringify(card, (_, value) => {
        if (typeof value === "number") expect(new Decimal(value).precision()).toBeLessThanOrEqual(15);
        return value;
      });
    });
  });

  it("is JSON, without minus zero: parse(stringify(card)) = card", () => {
    onEveryCard(({ card }) => {
      expect(JSON.parse(JSON.stringify(card))).toStrictEqual(card);
    });
  });

  it("is a function of its input: scored again, or with keys in another order, it is the same, and nothing was touched", () => {
    onEveryCard(({ model, account, options, card }) => {
      const before = JSON.stringify([model, account, options]);
      const again = safeScore(model, turnedAround(account), turnedAround(options));
      expect(again).toEqual({ ok: true, card });
      expect(JSON.stringify([model, account, options])).toBe(before);
    });
  });

  it("has no bonus outside its dates and none beyond its caps", () => {
    onEveryCard(({ model, card }) => {
      const asOf = card.asOf;
      for (const [i, { status, points, to }] of card.bonuses.entries()) {
        const rule = model.bonuses?.[i];
        const isOutside = asOf !== null && (asOf < (rule?.from ?? "") || asOf > (rule?.until ?? "9999-12-31"));
        expect(status === "not-in-force").toBe(isOutside);
        if (status !== "applied" && status !== "capped") expect(points).toBe(0);
        expect([...Object.keys(model.dimensions), "total"]).toContain(to);
      }
      const sumOf = (to: string, sign: 1 | -1, group?: string) =>
        card.bonuses
          .filter((bonus, i) => bonus.to === to && (group === undefined || model.bonuses?.[i]?.group === group))
          .reduce((sum, { points }) => (points * sign > 0 ? sum.plus(points * sign) : sum), new Decimal(0))
          .toNumber();
      for (const target of [...Object.keys(model.dimensions), "total"]) {
        const caps = target === "total" ? model.total : model.dimensions[target];
        expect(sumOf(target, 1)).toBeLessThanOrEqual(caps?.bonusCap ?? Number.POSITIVE_INFINITY);
        expect(sumOf(target, -1)).toBeLessThanOrEqual(caps?.deductionCap ?? Number.POSITIVE_INFINITY);
        for (const [group, { cap }] of Object.entries(model.bonusGroups ?? {})) {
          expect(sumOf(target, 1, group)).toBeLessThanOrEqual(cap ?? Number.POSITIVE_INFINITY);
          expect(sumOf(target, -1, group)).toBeLessThanOrEqual(cap ?? Number.POSITIVE_INFINITY);
        }
      }
      return card.bonuses.length > 0;
    });
  });

  it("that is scored has one quadrant and one tier, and no other card has any", () => {
    onEveryCard(({ model, card }) => {
      if (card.status !== "scored") {
        expect([card.quadrant?.name ?? null, card.tier?.name ?? null]).toEqual([null, null]);
        return;
      }
      const scoreOf = (id: string | undefined) => (id === "total" ? card.total : card.dimensions[id ?? ""]?.score);
      if (model.quadrant !== undefined) {
        const { x, y, cells } = model.quadrant;
        const isRated = scoreOf(x) !== null && scoreOf(y) !== null;
        const { sides } = card.quadrant ?? { sides: { x: null, y: null } };
        const named = cells.filter((cell) => cell.x === sides.x && cell.y === sides.y);
        expect(card.quadrant?.name).toBe(isRated ? named[0]?.name : null);
      }
      if (model.tier !== undefined) {
        const isRated = scoreOf(model.tier.on) !== null;
        const names = model.tier.rungs.map(({ name }) => name);
        expect(names.filter((name) => name === card.tier?.name)).toHaveLength(isRated ? 1 : 0);
      }
    });
  });
});

describe("a rating repeated on the same day", () => {
  it("from the rating it gave changes nothing but a fall limited by maxStepsDown", () => {
    onEveryCard(({ model, account, options, card }) => {
      if (card.tier === null && card.quadrant === null) return false;
      const previous = {
        tier: card.tier?.earned,
        validUntil: card.tier?.validUntil,
        sides: card.quadrant?.sides,
      };
      const again = safeScore(model, account, { ...options, previous });
      if (!again.ok) throw new Error("a card's own rating was refused");
      if (card.status === "scored" && card.tier?.held === "step") return false;
      expect(again.card.quadrant?.sides).toEqual(card.quadrant?.sides);
      expect(again.card.quadrant?.name).toEqual(card.quadrant?.name);
      expect(again.card.tier?.earned).toEqual(card.tier?.earned);
      expect(again.card.tier?.name).toEqual(card.tier?.name);
      expect(again.card.tier?.validUntil).toEqual(card.tier?.validUntil);
      return true;
    });
  });
});
