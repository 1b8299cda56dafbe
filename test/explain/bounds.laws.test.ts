import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Issue } from "../../src/core/issue.ts";
import { toScaled } from "../../src/core/scaled.ts";
import type { Slots } from "../../src/core/slots.ts";
import { type CardBounds, compileCardBounds } from "../../src/explain/bounds/card-bounds.ts";
import { MAYBE, NO, YES } from "../../src/explain/bounds/region.ts";
import { parseModel } from "../../src/model/parse-model.ts";
import type { Model } from "../../src/schema/model-document.ts";
import type { ScoreOptions } from "../../src/schema/options.ts";
import type { Scorecard } from "../../src/schema/scorecard.ts";
import { type Assembly, assemble } from "../../src/score/assembly.ts";
import { safeScore } from "../../src/score/score.ts";
import { scoringCase } from "../support/arbitraries/scoring-case.ts";
import { runs } from "../support/runs.ts";

const CASES = runs(250);

/** A card as the bounds speak of it. */
function said(model: Model, card: Scorecard) {
  const places = model.places?.score ?? 2;
  const scores = [...Object.values(card.dimensions).map(({ score }) => score), card.total];
  return {
    scores: scores.map((score) => (score === null ? null : toScaled(score, places))),
    isInsufficient: card.total === null || card.coverage < (model.minimumCoverage ?? 0),
    isDisqualified: card.status === "disqualified",
    gates: card.gates.map(({ status }) => status === "fired"),
  };
}

function expectWithin(bounds: CardBounds, model: Model, card: Scorecard): void {
  const { scores, isInsufficient, isDisqualified, gates } = said(model, card);
  expect(bounds.isRejected).toBe(false);
  scores.forEach((score, i) => {
    const { low, high, presence } = bounds.scores[i] as CardBounds["scores"][number];
    if (score === null) expect(presence).not.toBe(YES);
    else expect([presence !== NO, low <= score, score <= high]).toEqual([true, true, true]);
  });
  expect(bounds.isInsufficient).not.toBe(isInsufficient ? NO : YES);
  expect(bounds.isDisqualified).not.toBe(isDisqualified ? NO : YES);
  gates.forEach((hasFired, i) => {
    expect(bounds.gates[i]).not.toBe(hasFired ? NO : YES);
  });
}

function slotsOf(assembly: Assembly, account: unknown, options: ScoreOptions) {
  const issues: Issue[] = [];
  const slots: Slots = new Array(assembly.layout.slots).fill(null);
  assembly.readRecord(account, slots, issues);
  return { slots, asOf: assembly.readOptions(options, issues).asOf };
}

describe("bounds of cards", () => {
  it("hold every account between two: low ≤ score ≤ high, and no status or gate they rule out", () => {
    let inside = 0;
    let narrow = 0;
    fc.assert(
      fc.property(
        scoringCase(),
        fc.infiniteStream(fc.nat()),
        fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 12, maxLength: 12 }),
        ({ document, rows }, picks, places) => {
          const model = parseModel(document);
          const assembly = assemble(model);
          const bound = compileCardBounds(assembly);
          const numbers = Object.keys(model.fields).filter((id) => model.fields[id]?.kind === "number");
          for (const { account, options } of rows) {
            const own = safeScore(model, account, options as ScoreOptions);
            if (!own.ok) continue;
            const next = () => picks.next().value as number;
            const varied = [
              ...new Set([numbers[next() % numbers.length], numbers[next() % numbers.length]]),
            ] as string[];
            const { slots, asOf } = slotsOf(assembly, account, options as ScoreOptions);
            const low = [...slots];
            const high = [...slots];
            const ends = varied.map((field) => {
              const all = rows.map((row) => Number((row.account as never)[field])).filter(Number.isFinite);
              const a = Number(own.card.inputs[field] ?? 0);
              const b = all[next() % all.length] ?? a;
              const [from, to] = [Math.min(a, b), Math.max(a, b)];
              const slot = assembly.layout.fieldIds.indexOf(field);
              const units = 10 ** (assembly.layout.input(field).places as number);
              const [lowest, highest] = [Math.ceil(from * units) / units, Math.floor(to * units) / units];
              low[slot] = Math.min(lowest, highest);
              high[slot] = Math.max(lowest, highest);
              return { field, from: low[slot] as number, to: high[slot] as number, units };
            });
            const bounds = bound({ lows: low, highs: high }, [asOf, asOf]);
            const [score] = bounds.scores;
            const width = assembly.greatest - assembly.least;
            if (score?.presence === YES && score.low < score.high && score.high - score.low < width) narrow += 1;
            for (let i = 0; i < 8; i++) {
              const inner = Object.fromEntries(
                ends.map(({ field, from, to, units }, j) => {
                  const share = i === 0 ? 0 : i === 1 ? 1 : (places[(i + 5 * j) % 12] as number) / 1000;
                  return [
                    field,
                    Math.min(to, Math.max(from, Math.round((from + (to - from) * share) * units) / units)),
                  ];
                }),
              );
              const outcome = safeScore(model, { ...account, ...inner }, options as ScoreOptions);
              if (!outcome.ok) continue;
              inside += 1;
              expectWithin(bounds, model, outcome.card);
            }
          }
        },
      ),
      { numRuns: CASES },
    );
    expect(inside).toBeGreaterThan(CASES * 4);
    expect(narrow).toBeGreaterThan(CASES / 4);
  });

  it("of one account are its own scores", () => {
    let met = 0;
    fc.assert(
      fc.property(scoringCase(), ({ document, rows }) => {
        const model = parseModel(document);
        const assembly = assemble(model);
        const bound = compileCardBounds(assembly);
        for (const { account, options } of rows) {
          const outcome = safeScore(model, account, options as ScoreOptions);
          if (!outcome.ok) continue;
          met += 1;
          const { slots, asOf } = slotsOf(assembly, account, options as ScoreOptions);
          const bounds = bound({ lows: slots, highs: slots }, [asOf, asOf]);
          const { scores, isInsufficient, isDisqualified, gates } = said(model, outcome.card);
          expect(bounds.scores.map(({ low, high, presence }) => (presence === NO ? null : [low, high]))).toEqual(
            scores.map((score) => (score === null ? null : [score, score])),
          );
          expect([bounds.isInsufficient, bounds.isDisqualified]).toEqual([
            isInsufficient ? YES : NO,
            isDisqualified ? YES : NO,
          ]);
          expect(bounds.gates).toEqual(gates.map((hasFired) => (hasFired ? YES : NO)));
          expect(bounds.gates).not.toContain(MAYBE);
        }
      }),
      { numRuns: CASES },
    );
    expect(met).toBeGreaterThan(CASES);
  });
});
