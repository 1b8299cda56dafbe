import { describe, expect, it } from "vitest";
import type { Path } from "../../src/core/issue.ts";
import { LANGUAGES } from "../../src/core/language.ts";
import { describeFinding } from "../../src/govern/describe-finding.ts";
import { lintModel } from "../../src/govern/lint-model.ts";
import { reachOf } from "../../src/govern/reach.ts";
import { withModel } from "../../src/model/with-model.ts";
import type { BandsCurve, Model } from "../../src/schema/model-document.ts";
import type { Scorecard } from "../../src/schema/scorecard.ts";
import { onEveryCard } from "../support/scored-cards.ts";

describe("what lint proves holds for every card", () => {
  it("no score and no input leaves its bounds, however narrow the limits of fields are; a rung or cell called unreachable is met by no score, an idle bonus gives nothing, an idle gate never fires, a dead band holds no input; every fact of a text is told", () => {
    const met = { tight: 0, limits: 0, numbers: 0, rungs: 0, cells: 0, bonuses: 0, rivals: 0, gates: 0, bands: 0 };
    onEveryCard(({ model, card }) => {
      const reach = reachOf(model);
      const scores = [
        ...Object.entries(card.dimensions).map(([id, { score }]) => [id, score] as const),
        ["total", card.total] as const,
      ];
      for (const [id, score] of scores) {
        const span = reach.score(id);
        if (score !== null) expect([id, span === null]).toEqual([id, false]);
        if (span === null) continue;
        const { least: low, greatest: high } = span;
        if (high - low < (model.range ?? [0, 100])[1] - (model.range ?? [0, 100])[0]) met.tight++;
        if (score === null) continue;
        expect([id, score >= low, score <= high]).toEqual([id, true, true]);
      }
      for (const [id, value] of Object.entries({ ...card.inputs, ...card.measures })) {
        if (typeof value !== "number") continue;
        const { least, greatest } = reach.input(id);
        if (least > -1e20 || greatest < 1e20) met.numbers++;
        expect([id, value >= least, value <= greatest]).toEqual([id, true, true]);
      }
      const narrow = reachOf(withModel(model, { fields: limitedTo(card.inputs, model.fields) }));
      for (const [id, score] of scores) {
        const [within, without] = [narrow.score(id), reach.score(id)];
        if (score === null || within === null || without === null) continue;
        const isInside = without.least <= within.least && within.greatest <= without.greatest;
        expect([id, isInside, within.least <= score, score <= within.greatest]).toEqual([id, true, true, true]);
        if (within.least > without.least || within.greatest < without.greatest) met.limits++;
      }
      for (const found of lintModel(model)) {
        const { code, path } = found;
        for (const language of LANGUAGES) expect(describeFinding(found, { language })).not.toMatch(/\{\w+\}|undefined/);
        if (code === "lint/dead-band") {
          const curve = at(model, path.slice(0, -2)) as BandsCurve;
          const value = { ...card.inputs, ...card.measures }[found.facts.input as string];
          const [band, next] = [0, 1].map((more) => curve.bands[(path[path.length - 1] as number) + more]);
          if (typeof value !== "number") continue;
          met.bands++;
          const isPast =
            next !== undefined &&
            (value >= (next.from ?? Number.POSITIVE_INFINITY) || value > (next.above ?? Number.POSITIVE_INFINITY));
          const isBefore =
            value < (band?.from ?? Number.NEGATIVE_INFINITY) || value <= (band?.above ?? Number.NEGATIVE_INFINITY);
          expect([path.join("."), value, isPast || isBefore]).toEqual([path.join("."), value, true]);
        }
        if (code === "lint/unreachable-tier" && model.tier !== undefined) {
          met.rungs++;
          const rung = model.tier.rungs[path[2] as number];
          const isHeldOrGraded =
            card.previous?.tier === rung?.name || card.tier?.override != null || card.tier?.held != null;
          if (!isHeldOrGraded) expect(card.tier?.name).not.toBe(rung?.name);
        }
        if (code === "lint/idle-gate") {
          met.gates++;
          expect(card.gates[path[1] as number]?.status).not.toBe("fired");
        }
        if (code === "lint/unreachable-cell" && model.quadrant !== undefined) {
          met.cells++;
          const isHeld = card.quadrant?.held.x === true || card.quadrant?.held.y === true;
          if (!isHeld) expect(card.quadrant?.name).not.toBe(model.quadrant.cells[path[2] as number]?.name ?? "");
        }
        // A rule that ends before the model begins is idle on the days the model is meant for.
        const isInForce = card.asOf === null || card.asOf >= (model.effective?.from ?? "");
        if (code === "lint/idle-bonus" && isInForce) {
          met.bonuses++;
          if ("other" in found.facts || /full$/.test(String(found.facts.because))) met.rivals++;
          expect(card.bonuses.find(({ id }) => id === model.bonuses?.[path[1] as number]?.id)?.points).toBe(0);
        }
      }
    }, 150);
    expect(met.tight).toBeGreaterThan(50);
    expect(met.limits).toBeGreaterThan(50);
    expect(met.numbers).toBeGreaterThan(100);
    expect(met.rungs).toBeGreaterThan(10);
    expect(met.cells).toBeGreaterThan(10);
    expect(met.bonuses).toBeGreaterThan(0);
    expect(met.rivals).toBeGreaterThan(0);
    expect(met.gates).toBeGreaterThan(5);
    expect(met.bands).toBeGreaterThan(5);
  });
});

/** Fields whose min and max leave an account's own numbers. */
function limitedTo(inputs: Scorecard["inputs"], fields: Model["fields"]): Model["fields"] {
  return Object.fromEntries(
    Object.entries(fields).map(([id, field]) => {
      const value = inputs[id];
      return [id, field.kind === "number" && typeof value === "number" ? { ...field, min: value, max: value } : field];
    }),
  );
}

function at(value: unknown, path: Path): unknown {
  return path.reduce((inner, key) => (inner as { readonly [key: string]: unknown })[key], value);
}
