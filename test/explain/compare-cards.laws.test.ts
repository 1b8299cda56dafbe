import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareCards } from "../../src/explain/compare/compare-cards.ts";
import type { Comparison } from "../../src/explain/compare/comparison.ts";
import { parseModel } from "../../src/model/parse-model.ts";
import type { Model, ModelDocument } from "../../src/schema/model-document.ts";
import type { Scorecard } from "../../src/schema/scorecard.ts";
import { safeScore } from "../../src/score/score.ts";
import { asOfFor } from "../support/arbitraries/options.ts";
import { scoringCase } from "../support/arbitraries/scoring-case.ts";
import { runs } from "../support/runs.ts";

const CASES = runs(200);

/** Two cards of one account: the same or a changed model, the same or another day, the same or other inputs. */
interface TwoCards {
  readonly models: readonly [Model, Model];
  readonly before: Scorecard;
  readonly after: Scorecard;
}

/** Another model for the same accounts. */
function changed(document: ModelDocument, pick: number): ModelDocument {
  const [first = ""] = Object.keys(document.dimensions);
  const dimension = document.dimensions[first] as ModelDocument["dimensions"][string];
  const patches: readonly Partial<ModelDocument>[] = [
    { bonuses: [], bonusGroups: {} },
    {
      dimensions: {
        ...document.dimensions,
        [first]: { ...dimension, bonusCap: Number(`1e-${document.places?.score ?? 2}`) },
      },
    },
    { minimumCoverage: 0.9 },
    { fields: { ...document.fields, added: { kind: "number" } } },
    { version: "2" },
    { places: { ...document.places, score: (document.places?.score ?? 2) + 1 }, range: document.range ?? [0, 100] },
  ];
  return { ...document, cases: [], ...patches[pick % patches.length] } as ModelDocument;
}

function onTwoCards(holds: (two: TwoCards) => unknown, numRuns = CASES): void {
  let met = 0;
  const cases = scoringCase().chain((each) =>
    fc.record({
      each: fc.constant(each),
      day: asOfFor(each.document),
      isSameDay: fc.nat({ max: 3 }).map((pick) => pick === 0),
      isSameModel: fc.integer({ min: 0, max: 2 }).map((pick) => pick > 0),
      patch: fc.nat({ max: 59 }),
    }),
  );
  fc.assert(
    fc.property(cases, ({ each, day, isSameDay, isSameModel, patch }) => {
      const { document, asOf, rows } = each;
      const earlier = parseModel(document);
      const later = isSameModel ? earlier : parseModel(changed(document as never, patch));
      const [one, other = one] = rows;
      const before = safeScore(earlier, one?.account, { asOf });
      const after = safeScore(later, other?.account, { asOf: isSameDay ? asOf : day });
      if (!before.ok || !after.ok) return;
      if (holds({ models: [earlier, later], before: before.card, after: after.card }) !== false) met += 1;
    }),
    { numRuns },
  );
  if (met < numRuns / 10) throw new Error(`the law was met by ${met} pairs only: it says too little`);
}

const sum = (numbers: readonly number[]) =>
  numbers.reduce((total: Decimal, number) => total.plus(number), new Decimal(0)).toNumber();

describe("the difference of two cards", () => {
  it("is the sum of its causes, for every score: after − before = Σ changes", () => {
    const met: { [kind: string]: number } = {};
    onTwoCards(({ models, before, after }) => {
      const comparison = compareCards(before, after, { models });
      for (const { of, before: from, after: to, change, causes } of comparison.scores) {
        expect(from).toBe(of === "total" ? before.total : (before.dimensions[of]?.score ?? null));
        expect(to).toBe(of === "total" ? after.total : (after.dimensions[of]?.score ?? null));
        if (from === null || to === null) {
          expect([change, causes]).toEqual([null, []]);
          continue;
        }
        expect(change).toBe(new Decimal(to).minus(from).toNumber());
        expect(sum(causes.map((cause) => cause.change))).toBe(change);
        for (const { cause, change: own } of causes) {
          met[cause.kind] = (met[cause.kind] ?? 0) + 1;
          expect(own).not.toBe(0);
          expect(new Decimal(own).precision()).toBeLessThanOrEqual(15);
        }
      }
    });
    for (const kind of ["model", "rule", "day", "input"]) expect([kind, (met[kind] ?? 0) > 0]).toEqual([kind, true]);
  });

  it("names only what differs: a model, a rule that changed its force, an input of another value", () => {
    onTwoCards(({ models, before, after }) => {
      const { scores } = compareCards(before, after, { models });
      const causes = scores.flatMap((score) =>
        score.causes.flatMap(({ cause }) => (cause.kind === "together" ? cause.causes : [cause])),
      );
      for (const cause of causes) {
        if (cause.kind === "model") expect(models[0].fingerprint).not.toBe(models[1].fingerprint);
        if (cause.kind === "day" || cause.kind === "rule") expect(before.asOf).not.toBe(after.asOf);
        if (cause.kind === "rule") {
          const index = models[1].bonuses?.findIndex(({ id }) => id === cause.id) ?? -1;
          expect(after.bonuses[index]?.status === "not-in-force").toBe(!cause.isInForce);
        }
        if (cause.kind === "input") expect(cause.to).toBe(after.inputs[cause.field]);
      }
      return causes.length > 0;
    });
  });

  it("is nothing between a card and itself", () => {
    onTwoCards(({ models, before }) => {
      const { scores } = compareCards(before, before, { models });
      expect(scores.flatMap(({ causes }) => causes)).toEqual([]);
    }, CASES / 2);
  });

  it("is turned around when the cards are, where only inputs differ: cause by cause", () => {
    const changes = ({ scores }: Comparison) =>
      scores.map(({ of, causes }) => [of, causes.map(({ cause, change }) => [nameOf(cause as never), change])]);
    const nameOf = (cause: { readonly kind: string; readonly field?: string }) => cause.field ?? cause.kind;
    let met = 0;
    onTwoCards(({ models: [model], before, after }) => {
      if (before.model.fingerprint !== after.model.fingerprint || before.asOf !== after.asOf) return false;
      const there = compareCards(before, after, { models: [model] });
      const back = compareCards(after, before, { models: [model] });
      met += there.scores.reduce((count, { causes }) => count + Math.max(0, causes.length - 1), 0);
      expect(changes(back)).toEqual(
        changes(there).map(([of, causes]) => [
          of,
          (causes as [string, number][]).map(([name, change]) => [name, -change]),
        ]),
      );
      return true;
    });
    expect(met).toBeGreaterThan(CASES / 20);
  });

  it("is JSON, in both languages", () => {
    onTwoCards(({ models, before, after }) => {
      for (const language of ["en", "zh-CN"] as const) {
        const comparison = compareCards(before, after, { models, language });
        expect(JSON.parse(JSON.stringify(comparison))).toStrictEqual(comparison);
        expect(JSON.stringify(comparison)).not.toMatch(/\{\w+\}|undefined/);
      }
    }, CASES / 2);
  });
});
