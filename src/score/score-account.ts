import type { BonusResult } from "../bonus/resolve-stacking.ts";
import { writeDay } from "../classify/classify-tier.ts";
import type { GateResult } from "../classify/compile-gates.ts";
import { type Issue, issue, type Outcome } from "../core/issue.ts";
import type { Slots } from "../core/slots.ts";
import { isIssue } from "../record/read-field.ts";
import type { ScoreOptions } from "../schema/options.ts";
import type { Scorecard, Status, TierCard } from "../schema/scorecard.ts";
import { coverage, NOT_APPLICABLE } from "../weight/coverage.ts";
import type { Assembly, CompiledDimension } from "./assembly.ts";
import { published, scoreOf } from "./rating.ts";
import type { ReadOptions } from "./read-options.ts";
import type { Pass } from "./tree.ts";
import { writeCard } from "./write-card.ts";

/** One account through all stations, in their order. Cost: linear in the size of the model. */
export function scoreAccount(
  assembly: Assembly,
  account: unknown,
  options: ScoreOptions | undefined,
): Outcome<"card", Scorecard> {
  const { layout, scorePlaces } = assembly;
  const issues: Issue[] = [];
  const slots: Slots = new Array(layout.slots).fill(null);
  const read = assembly.readOptions(options, issues);
  assembly.readRecord(account, slots, issues);
  if (issues.length > 0) return { ok: false, issues };
  readMeasures(assembly, slots, read.asOf, issues);
  if (issues.length > 0) return { ok: false, issues };
  const pass: Pass = { slots, states: [], issues };
  const branches = assembly.dimensions.map((dimension) => dimension.evaluate(pass));
  if (issues.length > 0) return { ok: false, issues: withoutRepeats(issues) };

  const bonuses: BonusResult[] = [];
  const scores = branches.map(({ value }, i) => {
    const { bonuses: resolve } = assembly.dimensions[i] as CompiledDimension;
    return clamp(value + resolve(value, slots, read.asOf, bonuses), assembly);
  });
  const base = totalBase(assembly, scores, pass.states);
  const total = clamp(base + assembly.totalBonuses(base, slots, read.asOf, bonuses), assembly);
  for (let i = 0; i < scores.length; i++) slots[layout.firstScore + i] = published(scores[i] as number, scorePlaces);
  slots[layout.slots - 1] = published(total, scorePlaces);

  const gates = assembly.gates(slots);
  const answered = coverage(assembly.leafWeights, pass.states, 0);
  const isInsufficient = Number.isNaN(base) || answered < assembly.minimumCoverage;
  const status: Status = gates.isDisqualified ? "disqualified" : isInsufficient ? "insufficient-data" : "scored";
  const tier = rateTier(assembly, scoreOf(assembly, scores, total, assembly.model.tier?.on), status, read, gates);
  if (tier === "date-range") {
    return { ok: false, issues: [issue("options/date-range", ["asOf"], "9999-12-31", writeDay(read.asOf))] };
  }
  const rating = { read, slots, states: pass.states, branches, scores, base, total, bonuses, gates, status, tier };
  return { ok: true, card: writeCard(assembly, { ...rating, coverage: answered }) };
}

function readMeasures(assembly: Assembly, slots: Slots, asOf: number | null, issues: Issue[]): void {
  assembly.measures.forEach((read, i) => {
    const value = read(slots, asOf);
    if (isIssue(value)) issues.push(value);
    else slots[assembly.layout.firstMeasure + i] = value;
  });
}

/** Several indicators may refuse the same missing input; it is told once. */
function withoutRepeats(issues: readonly Issue[]): readonly Issue[] {
  const told = new Set<string>();
  return issues.filter(({ code, path }) => {
    const key = `${code} ${path.join(".")}`;
    return told.has(key) ? false : told.add(key);
  });
}

function clamp(score: number, { least, greatest }: Assembly): number {
  return score < least ? least : score > greatest ? greatest : score;
}

/** Σ W·score ÷ Σ W; NaN if none remains, or if a weighted dimension has no score and is not left out. */
function totalBase(assembly: Assembly, scores: readonly number[], states: readonly number[]): number {
  const isLacking = assembly.dimensions.some(
    (dimension, i) => dimension.weight > 0 && Number.isNaN(scores[i]) && !isLeftOut(dimension, states),
  );
  return isLacking ? Number.NaN : assembly.meanOfDimensions.value(scores);
}

/** Whether none of the indicators that count in a dimension is applicable. */
function isLeftOut({ leafWeights, firstLeaf }: CompiledDimension, states: readonly number[]): boolean {
  return leafWeights.every(
    (weight: number | string, i: number) => Number(weight) === 0 || states[firstLeaf + i] === NOT_APPLICABLE,
  );
}

function rateTier(
  { ladder }: Assembly,
  score: number,
  status: Status,
  read: ReadOptions,
  gates: GateResult,
): TierCard | null | "date-range" {
  if (ladder === null) return null;
  const { previousTier, override } = read;
  const nameOf = (rung: number | null) => (rung === null ? null : (ladder.names[rung] as string));
  if (status !== "scored" || Number.isNaN(score)) {
    const { rung, validUntil } = previousTier;
    const carried = { earned: nameOf(rung), validUntil: writeDay(validUntil) };
    return { name: null, ...carried, held: null, override, up: null, down: null };
  }
  const earned = ladder.earn(score, read.asOf, previousTier);
  if (earned === "date-range") return earned;
  const { up, down } = ladder.neighbours(earned.rung, score);
  return {
    name: override?.isInForce ? override.tier : nameOf(gates.applyTo(earned.rung)),
    earned: nameOf(earned.rung),
    validUntil: writeDay(earned.validUntil),
    held: earned.held,
    override,
    up,
    down,
  };
}
