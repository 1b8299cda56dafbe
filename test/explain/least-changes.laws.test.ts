import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ReachingChange } from "../../src/explain/least/change.ts";
import type { Goal } from "../../src/explain/least/goal.ts";
import { leastChanges } from "../../src/explain/least/least-changes.ts";
import { parseModel } from "../../src/model/parse-model.ts";
import { withModel } from "../../src/model/with-model.ts";
import type { Gate, Model } from "../../src/schema/model-document.ts";
import type { ScoreOptions } from "../../src/schema/options.ts";
import type { Scorecard } from "../../src/schema/scorecard.ts";
import { safeScore } from "../../src/score/score.ts";
import { scoringCase } from "../support/arbitraries/scoring-case.ts";
import { runs } from "../support/runs.ts";
import { cardWith, onSmallGrid, otherValues } from "./small-grid.ts";

const CASES = runs(150);

/** The goals there are for a card, told by a predicate of this test's own. */
function goalsOf(
  model: Model,
  card: Scorecard,
  pick: number,
): readonly { goal: Goal; isReached: (c: Scorecard) => boolean }[] {
  const rungs = model.tier?.rungs.map(({ name }) => name) ?? [];
  const rank = (c: Scorecard) => (c.tier?.name == null ? rungs.length : rungs.indexOf(c.tier.name));
  const cells = model.quadrant?.cells.map(({ name }) => name) ?? [];
  const named = rungs[pick % Math.max(1, rungs.length)];
  const cell = cells[pick % Math.max(1, cells.length)];
  const unit = 10 ** -(model.places?.score ?? 2);
  const scores = [...Object.keys(model.dimensions), "total"];
  const of = scores[pick % scores.length] as string;
  const scoreOf = (c: Scorecard) => (of === "total" ? c.total : (c.dimensions[of]?.score ?? null));
  const atLeast = Number(
    ((scoreOf(card) ?? 0) + unit * ([1, 50, 400][pick % 3] as number)).toFixed(model.places?.score ?? 2),
  );
  return [
    ...(named === undefined
      ? []
      : [
          { goal: { kind: "tier-up" } as Goal, isReached: (c: Scorecard) => rank(c) < rank(card) },
          { goal: { kind: "tier", name: named } as Goal, isReached: (c: Scorecard) => rank(c) <= rungs.indexOf(named) },
          ...(rank(card) === rungs.length
            ? []
            : [{ goal: { kind: "stay" } as Goal, isReached: (c: Scorecard) => rank(c) > rank(card) }]),
        ]),
    ...(cell === undefined
      ? []
      : [{ goal: { kind: "quadrant", name: cell } as Goal, isReached: (c: Scorecard) => c.quadrant?.name === cell }]),
    {
      goal: { kind: "score", of, atLeast },
      isReached: (c: Scorecard) => (scoreOf(c) ?? Number.NEGATIVE_INFINITY) >= atLeast,
    },
  ];
}

const size = (from: unknown, to: unknown, model: Model, field: string): number => {
  if (typeof to !== "number") return 1;
  const { min = 0, max = 0 } = model.fields[field] as { min?: number; max?: number };
  return Math.abs(to - (typeof from === "number" ? from : Math.min(Math.max(0, min), max)));
};

/** The gates of a model and one or two more, which a small change of an input or of the total opens or shuts. */
function gatesNear(model: Model, card: Scorecard, pick: number): readonly Gate[] {
  const own = model.gates ?? [];
  const rungs = model.tier?.rungs.map(({ name }) => name) ?? [];
  const numbers = Object.keys(card.inputs).filter((field) => typeof card.inputs[field] === "number");
  const input = numbers[pick % Math.max(1, numbers.length)];
  const [best, worst] = [rungs[0], rungs[rungs.length - 1]];
  if (best === undefined || worst === undefined || input === undefined) return own;
  const value = card.inputs[input] as number;
  const total = card.total ?? 0;
  const more: readonly Gate[] = [
    { id: "lift-input", when: { input, gte: value + 1 + (pick % 5) }, tierAtLeast: best },
    { id: "sink-input", when: { input, lt: value - (pick % 5) }, tierAtMost: worst },
    { id: "sink-total", when: { score: "total", lt: total }, tierAtMost: worst },
    { id: "lift-total", when: { not: { score: "total", lte: total } }, tierAtLeast: best },
    {
      id: "bar-input",
      when: {
        all: [
          { input, ne: value },
          { input, between: [value - 9, value + 2] },
        ],
      },
      disqualify: true,
    },
  ];
  return [...own, more[pick % 5] as Gate, ...(pick % 2 === 0 ? [] : [more[(pick + 2) % 5] as Gate])];
}

function onEveryGrid(
  reach: number,
  numRuns: number,
  holds: (scored: { model: Model; card: Scorecard; options: ScoreOptions; pick: number }) => void,
): void {
  fc.assert(
    fc.property(scoringCase(), fc.nat({ max: 59 }), ({ document, rows }, pick) => {
      for (const { account, options } of rows.slice(0, 2)) {
        const small = onSmallGrid(document as never, account, reach);
        const bare = parseModel(small.document);
        const first = safeScore(bare, small.account, options as ScoreOptions);
        if (!first.ok) continue;
        const model = withModel(bare, { gates: gatesNear(bare, first.card, pick) });
        const outcome = safeScore(model, small.account, options as ScoreOptions);
        if (outcome.ok) holds({ model, card: outcome.card, options: options as ScoreOptions, pick });
      }
    }),
    { numRuns },
  );
}

describe("the least change of a field", () => {
  it("is the least of all that reach the goal, tried one by one; and where none is told, none reaches it", () => {
    const met: { [what: string]: number } = {};
    const count = (what: string) => {
      met[what] = (met[what] ?? 0) + 1;
    };
    onEveryGrid(12, CASES, ({ model, card, options, pick }) => {
      const fields = Object.keys(model.fields);
      const tried = new Map(
        fields.map((field) => [
          field,
          otherValues(model, card, field).map((to) => ({ to, card: cardWith(model, card, options, { [field]: to }) })),
        ]),
      );
      for (const { goal, isReached } of goalsOf(model, card, pick)) {
        const found = leastChanges(model, card.inputs as never, goal, options as never);
        const isOpen = goal.kind === "stay" || !isReached(card);
        if (found.status === "reached") {
          expect(isOpen && !(goal.kind === "tier-up" && card.tier?.name === model.tier?.rungs[0]?.name)).toBe(false);
          continue;
        }
        expect(found.status).toBe("open");
        for (const change of found.changes) {
          const reaching = (tried.get(change.field) ?? []).filter((each) => each.card !== null && isReached(each.card));
          const sizes = reaching.map(({ to }) => size(change.from, to, model, change.field));
          if (change.kind === "change") {
            count(`${goal.kind} ${typeof change.to}`);
            if (reaching.length < (tried.get(change.field) ?? []).length) count("not any value");
            expect(reaching.map(({ to }) => to)).toContain(change.to);
            expect(size(change.from, change.to, model, change.field)).toBe(Math.min(...sizes));
            const after = reaching.find(({ to }) => to === change.to)?.card;
            expect(change.after.tier).toBe(after?.tier?.name ?? null);
            expect(change.after.total).toBe(after?.total);
            if (goal.kind === "stay" && change.by !== null) expect(change.slack).toBe(Math.abs(change.by) - 1);
          } else {
            count(change.kind);
            if (change.kind === "unreachable") expect(reaching).toEqual([]);
          }
        }
        const told = new Set(found.changes.map(({ field }) => field));
        for (const [field, all] of tried) {
          if (!told.has(field)) for (const each of all) expect(each.card === null || !isReached(each.card)).toBe(true);
        }
      }
    });
    const changes = (type: string) =>
      ["tier-up", "tier", "stay", "quadrant", "score"].map((kind) => met[`${kind} ${type}`] ?? 0);
    for (const hits of changes("number")) expect(hits).toBeGreaterThan(3);
    for (const type of ["string", "boolean"]) {
      expect(changes(type).reduce((sum, hits) => sum + hits)).toBeGreaterThan(CASES / 15);
    }
    expect(met["not any value"]).toBeGreaterThan(CASES / 2);
    expect(met.unreachable).toBeGreaterThan(CASES);
    expect(met.undecided ?? 0).toBe(0);
  });

  it("where it does not reach a score, comes nearer than any other value", () => {
    let met = 0;
    onEveryGrid(12, CASES, ({ model, card, options }) => {
      const atLeast = model.range?.[1] ?? 100;
      const goal: Goal = { kind: "score", atLeast };
      const found = leastChanges(model, card.inputs as never, goal, options as never);
      for (const change of found.changes) {
        if (change.kind !== "unreachable") continue;
        const totals = otherValues(model, card, change.field).flatMap((to) => {
          const total = cardWith(model, card, options, { [change.field]: to })?.total;
          return total == null ? [] : [{ to, total }];
        });
        const best = Math.max(card.total ?? Number.NEGATIVE_INFINITY, ...totals.map(({ total }) => total));
        if (change.best === null) expect(best === (card.total ?? Number.NEGATIVE_INFINITY)).toBe(true);
        else {
          met += 1;
          expect(change.best.after.total).toBe(best);
          const nearest = totals
            .filter(({ total }) => total === best)
            .map(({ to }) => size(change.from, to, model, change.field));
          expect(size(change.from, change.best.to, model, change.field)).toBe(Math.min(...nearest));
        }
      }
    });
    expect(met).toBeGreaterThan(CASES / 3);
  });

  it("of two fields is the cheapest of all pairs and single fields, tried one by one", () => {
    let pairs = 0;
    let none = 0;
    onEveryGrid(3, CASES, ({ model, card, options, pick }) => {
      const fields = leastChanges(
        model,
        card.inputs as never,
        { kind: "score", atLeast: model.range?.[1] ?? 100 },
        options as never,
      )
        .changes.map(({ field }) => field)
        .slice(0, 3);
      if (fields.length < 2) return;
      const effort = Object.fromEntries(
        fields.map((field, i) => [field, { weight: 1 + ((pick + i) % 3) * 1.5, per: 1 + (pick % 2) }]),
      );
      const priceOf = (field: string, to: unknown) => {
        const { weight, per } = effort[field] as { weight: number; per: number };
        return model.fields[field]?.kind === "number"
          ? (weight * size(card.inputs[field], to, model, field)) / per
          : weight;
      };
      const values = fields.map((field) => otherValues(model, card, field));
      const combos: { changes: { [field: string]: unknown }; cost: number }[] = [];
      fields.forEach((a, i) => {
        for (const x of values[i] ?? []) {
          combos.push({ changes: { [a]: x }, cost: priceOf(a, x) });
          fields.slice(i + 1).forEach((b, j) => {
            for (const y of values[i + 1 + j] ?? []) {
              combos.push({ changes: { [a]: x, [b]: y }, cost: priceOf(a, x) + priceOf(b, y) });
            }
          });
        }
      });
      combos.sort((a, b) => a.cost - b.cost);
      const totals = combos.flatMap(({ changes }) => {
        const total = Object.keys(changes).length === 1 ? cardWith(model, card, options, changes)?.total : null;
        return total == null ? [] : [total];
      });
      const unit = 10 ** -(model.places?.score ?? 2);
      const beyondOne = Number((Math.max(card.total ?? 0, ...totals) + unit).toFixed(model.places?.score ?? 2));
      const goals = [
        ...goalsOf(model, card, pick),
        {
          goal: { kind: "score", atLeast: beyondOne } as Goal,
          isReached: (c: Scorecard) => (c.total ?? Number.NEGATIVE_INFINITY) >= beyondOne,
        },
      ];
      for (const { goal, isReached } of goals) {
        const found = leastChanges(model, card.inputs as never, goal, { ...options, effort } as never);
        if (found.status !== "open") continue;
        const best = combos.find(({ changes }) => {
          const after = cardWith(model, card, options, changes);
          return after !== null && isReached(after);
        });
        const { together } = found;
        if (best === undefined) {
          none += 1;
          expect(together?.kind).toBe("unreachable");
          continue;
        }
        if (together?.kind !== "change") throw new Error(`expected a change, got ${together?.kind}`);
        expect(together.isProved).toBe(true);
        expect(together.cost).toBeCloseTo(best.cost, 9);
        expect(together.noneBelow).toBe(together.cost);
        const changes = Object.fromEntries(together.changes.map(({ field, to }) => [field, to]));
        const after = cardWith(model, card, options, changes);
        expect(after !== null && isReached(after)).toBe(true);
        if (together.changes.length === 2) pairs += 1;
      }
    });
    expect(pairs).toBeGreaterThan(CASES / 20);
    expect(none).toBeGreaterThan(CASES / 20);
  });
});

describe("applying the least change", () => {
  it("reaches the goal, and one smallest step less does not, on grids of any size", () => {
    let met = 0;
    fc.assert(
      fc.property(scoringCase(), fc.nat({ max: 59 }), ({ document, rows }, pick) => {
        const model = parseModel(document);
        for (const { account, options } of rows.slice(0, 2)) {
          const outcome = safeScore(model, account, options as ScoreOptions);
          if (!outcome.ok) continue;
          const { card } = outcome;
          for (const { goal, isReached } of goalsOf(model, card, pick)) {
            const found = leastChanges(model, account as never, goal, options as never);
            for (const change of found.changes.filter((each): each is ReachingChange => each.kind === "change")) {
              const after = cardWith(model, card, options as ScoreOptions, { [change.field]: change.to });
              expect(after !== null && isReached(after)).toBe(true);
              const field = model.fields[change.field];
              if (field?.kind !== "number" || typeof change.from !== "number" || typeof change.to !== "number")
                continue;
              met += 1;
              const places = field.places ?? 6;
              const towards = Number((change.to - Math.sign(change.by as number) * 10 ** -places).toFixed(places));
              expect(Number((change.to - change.from).toFixed(places))).toBe(change.by);
              const less = cardWith(model, card, options as ScoreOptions, { [change.field]: towards });
              expect(less !== null && isReached(less) && towards !== change.from).toBe(false);
            }
          }
        }
      }),
      { numRuns: CASES },
    );
    expect(met).toBeGreaterThan(CASES / 2);
  });
});
