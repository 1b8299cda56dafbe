import type { Condition, Dimension, Group, Indicator, ModelDocument } from "../reference/document.ts";
import { countHit, type HitCounts } from "./hit-counts.ts";

/** Which features a document has: what a run over documents alone can assert. */
export function countDocument(counts: HitCounts, document: ModelDocument): void {
  const hit = (name: string): void => countHit(counts, name);
  hit("document");
  for (const field of Object.values(document.fields)) {
    hit(`field ${field.kind}`);
    if (field.kind === "category" && field.values === undefined) hit("field open category");
  }
  for (const measure of Object.values(document.measures ?? {})) {
    hit(`measure ${measure.kind}`);
    if ("rounding" in measure) hit(`measure rounding ${measure.rounding}`);
  }
  for (const dimension of Object.values(document.dimensions)) {
    if (dimension.weight === 0) hit("dimension of weight 0");
    countParent(hit, dimension, 1);
  }
  for (const group of Object.values(document.bonusGroups ?? {})) {
    hit(`stacking ${group.stacking ?? "default"}`);
  }
  for (const bonus of document.bonuses ?? []) {
    hit(bonus.to === "total" ? "bonus to total" : "bonus to dimension");
    hit(bonus.factor === undefined ? "bonus by points" : "bonus by factor");
    if (bonus.from !== undefined || bonus.until !== undefined) hit("bonus dated");
    if (bonus.when) countCondition(hit, bonus.when);
  }
  for (const gate of document.gates ?? []) countCondition(hit, gate.when);
  if (document.quadrant) hit("section quadrant");
  if (document.tier)
    hit(
      `hold ${
        Object.keys(document.tier.hold ?? {})
          .sort()
          .join("+") || "none"
      }`,
    );
}

function countParent(hit: (name: string) => void, parent: Dimension | Group, depth: number): void {
  hit(`combine ${parent.combine ?? "default"}`);
  if (parent.start !== undefined) hit("start");
  hit(`depth ${depth}`);
  for (const node of Object.values(parent.indicators)) {
    if (node.weight === 0) hit("node of weight 0");
    if (node.appliesWhen) countCondition(hit, node.appliesWhen);
    if ("indicators" in node) countParent(hit, node, depth + 1);
    else countIndicator(hit, node);
  }
}

function countIndicator(hit: (name: string) => void, { curve, missing, monotone }: Indicator): void {
  hit("leaf");
  hit(`curve ${curve.kind}`);
  if (curve.kind === "lookup" && curve.otherwise !== undefined) hit("curve lookup with otherwise");
  hit(`missing ${missing?.kind ?? "default"}`);
  if (monotone) hit(`monotone ${monotone}`);
}

function countCondition(hit: (name: string) => void, condition: Condition): void {
  if ("all" in condition || "any" in condition) {
    hit("all" in condition ? "condition all" : "condition any");
    const parts = "all" in condition ? condition.all : condition.any;
    for (const part of parts) countCondition(hit, part);
  } else if ("not" in condition) {
    hit("condition not");
    countCondition(hit, condition.not);
  } else {
    const { input, score, ...operators } = condition as Record<string, unknown>;
    for (const operator of Object.keys(operators)) hit(`test ${operator}`);
    if (score !== undefined) hit(`test of ${score === "total" ? "total" : "dimension"} score`);
  }
}
