import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseModel } from "../../src/model/parse-model.ts";
import type { Scorecard } from "../../src/schema/scorecard.ts";
import { safeScore } from "../../src/score/score.ts";
import type { Bonus, Curve, Group, Indicator, ModelDocument, Parent } from "../reference/document.ts";
import { modelDocument } from "../support/arbitraries/model-document.ts";
import { scoringCaseOf } from "../support/arbitraries/scoring-case.ts";

// "More is never worse" speaks of an input that feeds only rising curves, and no condition or divisor: the generated
// document is brought there. Of the factors below 1 one a target is kept: two of them may take off more than was added.

describe("more of an input that feeds only rising curves", () => {
  it("never lowers points, score, total, side or tier: a ≤ b ⇒ card(a) ≤ card(b)", () => {
    let raised = 0;
    fc.assert(
      fc.property(
        modelDocument().map(rising).chain(scoringCaseOf),
        fc.oneof(...[0.01, 1, 100, 1e6].map((max) => fc.double({ min: 0, max, noNaN: true }))),
        ({ document, rows }, step) => {
          const model = parseModel(document);
          const outcomes = rows.map(({ account, options }) => safeScore(model, account, options as never));
          for (const [i, { account, options }] of rows.entries()) {
            const before = outcomes[i];
            if (!before?.ok) continue;
            for (const field of freeFields(document)) {
              const value = before.card.inputs[field];
              if (typeof value !== "number") continue;
              // Other accounts' values lie where this field's curves turn.
              const others = outcomes.map((other) => (other.ok ? other.card.inputs[field] : null));
              const higher = others.filter((other): other is number => typeof other === "number" && other > value);
              for (const more of [value + step, ...higher]) {
                const after = safeScore(model, { ...account, [field]: more }, options as never);
                if (after.ok && compare(before.card, after.card, document)) raised += 1;
              }
            }
          }
        },
      ),
      { numRuns: 600 },
    );
    expect(raised).toBeGreaterThan(50);
  });
});

function rising(document: ModelDocument): ModelDocument {
  const { gates: _gates, ...rest } = document;
  const dimensions = Object.fromEntries(
    Object.entries(document.dimensions).map(([id, dimension]) => [
      id,
      { ...dimension, ...risingParent(dimension, document) },
    ]),
  );
  const shrinking = new Set<string>();
  const bonuses = (document.bonuses ?? [])
    .filter((rule) => isMonotone(rule, document, shrinking))
    .map(({ when: _when, ...rule }) => rule);
  return { ...rest, dimensions, bonuses };
}

/** A factor that gives nothing lets another rule of a `first` group take its place, so none is kept there. */
function isMonotone(rule: Bonus, document: ModelDocument, shrinking: Set<string>): boolean {
  if (rule.factor === undefined) return true;
  if (rule.group !== undefined && document.bonusGroups?.[rule.group]?.stacking === "first") return false;
  if (rule.factor >= 1) return true;
  if (shrinking.has(rule.to)) return false;
  shrinking.add(rule.to);
  return true;
}

function risingParent(parent: Parent, document: ModelDocument): Parent {
  const indicators = Object.fromEntries(
    Object.entries(parent.indicators).map(([id, node]) => [id, risingNode(node, document)]),
  );
  // A product of points below zero falls where a factor rises.
  const combine = parent.combine === "product" && (document.range?.[0] ?? 0) < 0 ? "max" : parent.combine;
  return { ...parent, indicators, ...(combine === undefined ? {} : { combine }) };
}

function risingNode(node: Indicator | Group, document: ModelDocument): Indicator | Group {
  const { appliesWhen: _applies, ...rest } = node;
  if ("indicators" in rest) return risingParent(rest, document);
  const { monotone: _monotone, ...indicator } = rest as Indicator;
  return { ...indicator, curve: risingCurve(indicator.curve) };
}

function risingCurve(curve: Curve): Curve {
  if (curve.kind === "linear") {
    const points = curve.knots.map(([, y]) => y).sort((a, b) => a - b);
    return { kind: "linear", knots: curve.knots.map(([x], i) => [x, points[i] as number]) };
  }
  if (curve.kind !== "bands") return curve;
  const points = curve.bands.map((band) => band.points).sort((a, b) => a - b);
  return { kind: "bands", bands: curve.bands.map((band, i) => ({ ...band, points: points[i] as number })) };
}

/** Number fields that no measure reads. */
function freeFields(document: ModelDocument): string[] {
  const measured = JSON.stringify(Object.values(document.measures ?? {}));
  return Object.keys(document.fields).filter(
    (id) => document.fields[id]?.kind === "number" && !measured.includes(`"${id}"`),
  );
}

/** Checks that nothing fell; says whether anything rose. */
function compare(before: Scorecard, after: Scorecard, document: ModelDocument): boolean {
  const points = (card: Scorecard) =>
    JSON.stringify(card.dimensions)
      .match(/"points":[-\d.e+]+/g)
      ?.map((text) => Number(text.slice(9))) ?? [];
  const [old, now] = [points(before), points(after)];
  expect(now.length).toBe(old.length);
  for (const [i, value] of now.entries()) expect(value).toBeGreaterThanOrEqual(old[i] as number);
  for (const id of Object.keys(before.dimensions)) {
    const [a, b] = [before.dimensions[id]?.score ?? 0, after.dimensions[id]?.score ?? 0];
    expect(b).toBeGreaterThanOrEqual(a);
  }
  expect(after.total ?? 0).toBeGreaterThanOrEqual(before.total ?? 0);
  for (const axis of ["x", "y"] as const) {
    if (before.quadrant?.sides[axis] === "high") expect(after.quadrant?.sides[axis]).toBe("high");
  }
  const rungs = document.tier?.rungs.map(({ name }) => name) ?? [];
  const rank = (card: Scorecard) => rungs.indexOf(card.tier?.earned ?? "");
  if (before.status === "scored") expect(rank(after)).toBeLessThanOrEqual(rank(before));
  return (after.total ?? 0) > (before.total ?? 0);
}
