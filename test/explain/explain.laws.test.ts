import { Decimal } from "decimal.js";
import { describe, expect, it } from "vitest";
import { explain } from "../../src/explain/explain.ts";
import type { DimensionPart, GroupPart, IndicatorPart, NodePart, TotalPart } from "../../src/explain/explanation.ts";
import { withModel } from "../../src/model/with-model.ts";
import type { Branch, Indicator, IndicatorNode, Model, ModelDocument } from "../../src/schema/model-document.ts";
import { safeScore } from "../../src/score/score.ts";
import { runs } from "../support/runs.ts";
import { onEveryCard } from "../support/scored-cards.ts";

const CARDS = runs(120);

const sum = (...numbers: readonly (number | null)[]): number =>
  numbers.reduce((total: Decimal, number) => total.plus(number ?? 0), new Decimal(0)).toNumber();

function nodesOf(parts: readonly NodePart[]): readonly NodePart[] {
  return parts.flatMap((part) => (part.kind === "group" ? [part, ...nodesOf(part.parts)] : [part]));
}

function indicatorsOf(total: TotalPart): readonly IndicatorPart[] {
  return nodesOf(total.parts.flatMap(({ parts }) => parts)).flatMap((part) =>
    part.kind === "indicator" ? [part] : [],
  );
}

function indicatorAt(model: Model, path: string): Indicator {
  const [dimension = "", ...ids] = path.split(".");
  return ids.reduce(
    (branch, id) => (branch as Branch).indicators[id] as IndicatorNode,
    model.dimensions[dimension] as IndicatorNode,
  ) as Indicator;
}

/** Sums that begin high up in the range, so that they often leave it. */
function withHighStarts(document: ModelDocument): ModelDocument {
  const [least, greatest] = document.range ?? [0, 100];
  const start = Math.floor(least + (greatest - least) * 0.75);
  const raised = <B extends Branch>(branch: B): B => ({
    ...branch,
    ...(branch.combine === "sum" ? { start } : {}),
    indicators: Object.fromEntries(
      Object.entries(branch.indicators).map(([id, node]) => [id, "indicators" in node ? raised(node) : node]),
    ),
  });
  const dimensions = Object.entries(document.dimensions).map(([id, dimension]) => [id, raised(dimension)]);
  return { ...document, dimensions: Object.fromEntries(dimensions) };
}

/** A sum whose children cannot have other points than they have does not share a cut. */
function hasRoomlessSum(dimensions: readonly DimensionPart[], of: string): boolean {
  const hasRoom = (part: NodePart): boolean =>
    part.points !== null && (part.kind === "indicator" ? part.worst < part.best : part.parts.some(hasRoom));
  const isRoomless = (part: DimensionPart | GroupPart): boolean =>
    (part.combine === "sum" && !part.parts.some(hasRoom)) ||
    part.parts.some((child) => child.kind === "group" && isRoomless(child));
  return dimensions.some((part) => part.path === of && isRoomless(part));
}

describe("an explanation", () => {
  it("adds up at every level: value = start + Σ contributions + clamp + rounding", () => {
    const met = { mean: 0, sum: 0, clamped: 0, rounded: 0, extreme: 0 };
    onEveryCard(({ model: generated, account, options }) => {
      const model = withModel(generated, withHighStarts);
      const outcome = safeScore(model, account, options);
      if (!outcome.ok) return;
      const { card } = outcome;
      const { total } = explain(model, card);
      const check = (branch: DimensionPart | GroupPart, value: number | null) => {
        for (const part of branch.parts) if (part.kind === "group") check(part, part.points);
        if (value === null || branch.combine === "product") {
          expect([branch.clamp, branch.rounding]).toEqual([null, null]);
          return;
        }
        const contributions = branch.parts.map(({ contribution }) => contribution);
        expect(sum(branch.start, ...contributions, branch.clamp, branch.rounding)).toBe(value);
        met[branch.combine === "mean" || branch.combine === "sum" ? branch.combine : "extreme"] += 1;
        if (branch.clamp !== 0) met.clamped += 1;
        if (branch.rounding !== 0) met.rounded += 1;
      };
      for (const dimension of total.parts) {
        check(dimension, dimension.base);
        const { score, base, bonuses, scoreClamp } = dimension;
        if (score === null) expect(scoreClamp).toBeNull();
        else expect(sum(base, ...bonuses.map(({ points }) => points), scoreClamp)).toBe(score);
      }
      if (total.base === null) return;
      expect(sum(...total.parts.map(({ contribution }) => contribution), total.rounding)).toBe(total.base);
      expect(sum(total.base, ...total.bonuses.map(({ points }) => points), total.scoreClamp)).toBe(total.score);
    }, CARDS);
    for (const [name, count] of Object.entries(met)) expect({ [name]: count > CARDS / 30 }).toEqual({ [name]: true });
  });

  it("says the same as the card: every score, points, share and contribution is the card's own", () => {
    onEveryCard(({ model, card }) => {
      const { total } = explain(model, card);
      expect([total.score, total.base]).toEqual([card.total, card.base]);
      const check = (parts: readonly NodePart[], cards: { readonly [id: string]: unknown }) => {
        expect(parts.map(({ path }) => path.split(".").pop())).toEqual(Object.keys(cards));
        for (const [i, each] of Object.values(cards).entries()) {
          const part = parts[i] as NodePart;
          const { points, share, contribution, state } = each as NodePart;
          expect([part.points, part.share, part.contribution, part.state]).toEqual([
            points,
            share,
            contribution,
            state,
          ]);
          if (part.kind === "group") check(part.parts, (each as { indicators: object }).indicators as never);
        }
      };
      for (const { path, score, base, parts } of total.parts) {
        const dimension = card.dimensions[path];
        expect([score, base]).toEqual([dimension?.score, dimension?.base]);
        check(parts, dimension?.indicators ?? {});
      }
      expect([...total.parts.flatMap(({ bonuses }) => bonuses), ...total.bonuses]).toHaveLength(card.bonuses.length);
    }, CARDS);
  });

  it("ranks the parts of any score so that they add up to it: score = Σ contributions + rounding", () => {
    let far = 0;
    onEveryCard(({ model, card }) => {
      for (const of of ["total", ...Object.keys(model.dimensions)]) {
        const { ranking } = explain(model, card, { of });
        expect(ranking.score).toBe(of === "total" ? card.total : card.dimensions[of]?.score);
        if (ranking.score === null) {
          expect(ranking.parts).toEqual([]);
          continue;
        }
        const contributions = ranking.parts.map(({ contribution }) => contribution);
        expect(sum(...contributions, ranking.rounding)).toBe(ranking.score);
        const sizes = contributions.map(Math.abs);
        expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
        // What is left to rounding stays small: shares of 6 places, points and scores of their own.
        const [least, greatest] = model.range ?? [0, 100];
        const places = Math.min(model.places?.score ?? 2, model.places?.points ?? 4);
        const slack = 4 * ranking.parts.length * (1e-6 * Math.max(-least, greatest) + 10 ** -places);
        if (Math.abs(ranking.rounding as number) > slack + 3 * 10 ** -places) far += 1;
      }
    }, CARDS);
    expect(far).toBe(0);
  });

  it("knows the least and the greatest points: worst ≤ points ≤ best, and lost = best − points", () => {
    onEveryCard(({ model, card }) => {
      let met = false;
      for (const { points, worst, best, lost } of indicatorsOf(explain(model, card).total)) {
        if (points === null) continue;
        met = true;
        expect(worst <= points && points <= best).toBe(true);
        expect(sum(points, lost)).toBe(best);
      }
      return met;
    }, CARDS);
  });

  it("tells what caps took: |asked| = |points| + lost to the group's cap + lost to the target's", () => {
    let capped = 0;
    onEveryCard(({ model, card }) => {
      const { total } = explain(model, card);
      const bonuses = [...total.parts, total].flatMap((part) => part.bonuses);
      for (const { asked, points, status, lostToGroupCap, lostToCap } of bonuses) {
        if (status === "capped") capped += 1;
        if (status === "superseded" || asked === null) expect([points, lostToGroupCap, lostToCap]).toEqual([0, 0, 0]);
        else expect(sum(Math.abs(points), lostToGroupCap, lostToCap)).toBe(Math.abs(asked));
        expect(status === "capped").toBe(lostToGroupCap + lostToCap > 0);
      }
      return bonuses.length > 0;
    }, CARDS);
    expect(capped).toBeGreaterThan(CARDS / 20);
  });

  it("names the piece of the curve that gave the points", () => {
    const met = new Map<string, number>();
    onEveryCard(({ model, card }) => {
      for (const { cause, input, points, path, state, because } of indicatorsOf(explain(model, card).total)) {
        met.set(cause.kind, (met.get(cause.kind) ?? 0) + 1);
        const { curve, missing } = indicatorAt(model, path);
        const value = input.value as never;
        expect(cause.kind === "missing").toBe(state === "missing");
        expect(cause.kind === "not-applicable").toBe(state === "not-applicable");
        expect(because).not.toMatch(/\{\w+\}/);
        if (cause.kind === "band") {
          const { low, high, isLowIncluded, isHighIncluded } = cause;
          expect(low === null || value > low || (isLowIncluded && value === low)).toBe(true);
          expect(high === null || value < high || (isHighIncluded && value === high)).toBe(true);
          const bands = curve.kind === "bands" ? curve.bands : [];
          const band = bands.filter(
            ({ from, above }) => (from ?? above ?? null) === low && (from !== undefined) === isLowIncluded,
          );
          expect(band.map((each) => each.points)).toEqual([points]);
        }
        if (cause.kind === "span") {
          const [[x0, y0], [x1, y1]] = [cause.from, cause.to];
          expect(x0 < value && value <= x1).toBe(true);
          expect(Math.min(y0, y1) <= (points as number) && (points as number) <= Math.max(y0, y1)).toBe(true);
        }
        if (cause.kind === "beyond") {
          expect(cause.side === "low" ? value <= cause.knot[0] : value >= cause.knot[0]).toBe(true);
          expect(points).toBe(cause.knot[1]);
        }
        if (cause.kind === "value") expect(points).toBe(curve.kind === "lookup" ? curve.points[value] : null);
        if (cause.kind === "otherwise") expect(points).toBe(curve.kind === "lookup" ? curve.otherwise : null);
        if (cause.kind === "flag") expect(points).toBe(curve.kind === "flag" ? curve.points[`${cause.value}`] : null);
        if (cause.kind === "missing") expect(cause.answer).toBe(missing?.kind);
      }
    }, CARDS);
    expect([...met.keys()].sort()).toEqual(
      ["band", "beyond", "flag", "missing", "not-applicable", "otherwise", "span", "value"].sort(),
    );
  });

  it("is JSON of decimals of at most 15 digits, and does not touch the card", () => {
    onEveryCard(({ model, card }) => {
      const before = JSON.stringify(card);
      const explanation = explain(model, card, { baseline: "worst", language: "zh-CN" });
      expect(JSON.stringify(card)).toBe(before);
      expect(JSON.parse(JSON.stringify(explanation))).toStrictEqual(explanation);
      JSON.stringify(explanation, (_, value) => {
        if (typeof value === "number") expect(new Decimal(value).precision()).toBeLessThanOrEqual(15);
        if (typeof value === "string") expect(value).not.toMatch(/\{\w+\}|undefined/);
        return value;
      });
    }, CARDS);
  });

  it("is the same for a card that went through JSON", () => {
    onEveryCard(({ model, card }) => {
      expect(explain(model, JSON.parse(JSON.stringify(card)))).toEqual(explain(model, card));
    }, CARDS / 2);
  });
});

describe("reasons", () => {
  it("against the best are losses, against the worst gains, greatest first", () => {
    let lost = 0;
    onEveryCard(({ model, card }) => {
      const best = explain(model, card).reasons;
      const worst = explain(model, card, { baseline: "worst" }).reasons;
      expect(best.filter(({ effect }) => effect >= 0)).toEqual([]);
      expect(worst.filter(({ effect }) => effect <= 0)).toEqual([]);
      for (const reasons of [best, worst]) {
        const sizes = reasons.map(({ effect }) => Math.abs(effect));
        expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
      }
      lost += best.length;
    }, CARDS);
    expect(lost).toBeGreaterThan(CARDS);
  });

  it("have the declared code, that of a group above, or the path", () => {
    onEveryCard(({ model, card }) => {
      for (const { code, path, kind } of explain(model, card, { baseline: "worst" }).reasons) {
        if (kind !== "indicator") continue;
        const [dimension = "", ...ids] = path.split(".");
        let node: { readonly indicators?: unknown; readonly reason?: string } = model.dimensions[dimension] as object;
        let declared: string | undefined;
        for (const id of ids) {
          node = (node.indicators as { readonly [id: string]: typeof node })[id] as typeof node;
          declared = node.reason ?? declared;
        }
        expect(code).toBe(declared ?? path);
      }
    }, CARDS);
  });

  it("against the cut are the way to it: score − cut = Σ effects + Σ clamps + rounding", () => {
    let met = 0;
    onEveryCard(({ model, card }) => {
      for (const axis of ["x", "y"] as const) {
        const of = model.quadrant?.[axis];
        if (of === undefined || of === "total") continue;
        const { ranking, reasons } = explain(model, card, { of, baseline: "cut" });
        if (ranking.score === null || hasRoomlessSum(explain(model, card).total.parts, of)) continue;
        const clamps = ranking.parts.filter(({ kind }) => kind === "clamp").map(({ contribution }) => contribution);
        const way = sum(...reasons.map(({ effect }) => effect), ...clamps);
        const cut = axis === "y" && model.quadrant?.x === of ? model.quadrant.cut.x : model.quadrant?.cut[axis];
        const [least, greatest] = model.range ?? [0, 100];
        const places = Math.min(model.places?.score ?? 2, model.places?.points ?? 4);
        const slack = (ranking.parts.length + 3) * (4e-6 * Math.max(-least, greatest) + 3 * 10 ** -places);
        expect(Math.abs(ranking.score - (cut as number) - way)).toBeLessThanOrEqual(slack);
        met += 1;
      }
    }, CARDS);
    expect(met).toBeGreaterThan(CARDS / 4);
  });

  it("against points given for every part are what the card has more than those", () => {
    onEveryCard(({ model, card }) => {
      const { ranking } = explain(model, card);
      const points = Object.fromEntries(
        ranking.parts.flatMap(({ kind, path }) => (kind === "indicator" || kind === "group" ? [[path, 0]] : [])),
      );
      const { reasons } = explain(model, card, { baseline: { points } });
      const counted = ranking.parts.filter(
        ({ kind, contribution }) => kind !== "start" && kind !== "clamp" && contribution !== 0,
      );
      expect(reasons.map(({ path, effect }) => [path, effect])).toEqual(
        counted.map(({ path, contribution }) => [path, contribution]),
      );
      return counted.length > 0;
    }, CARDS);
  });
});
