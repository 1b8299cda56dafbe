import { writeDay } from "../classify/classify-tier.ts";
import type { GateResult } from "../classify/compile-gates.ts";
import { type Issue, issue, type Outcome } from "../core/issue.ts";
import type { Slots } from "../core/slots.ts";
import type { MeasureReader } from "../measure/compile-measure.ts";
import { isIssue } from "../record/read-field.ts";
import type { ScoreOptions } from "../schema/options.ts";
import type { Scorecard, Status, TierCard } from "../schema/scorecard.ts";
import { coverage, NOT_APPLICABLE } from "../weight/coverage.ts";
import type { Assembly, CompiledDimension } from "./assembly.ts";
import { published } from "./rating.ts";
import type { ReadOptions } from "./read-options.ts";
import type { Pass } from "./tree.ts";
import { writeCard } from "./write-card.ts";

/** One account through all stations, in their order. Cost: linear in the size of the model. */
export function scoreAccount(
  assembly: Assembly,
  account: unknown,
  options: ScoreOptions | undefined,
): Outcome<"card", Scorecard> {
  const issues: Issue[] = [];
  const evaluated = evaluateAccount(assembly, account, options, issues);
  return evaluated === null ? { ok: false, issues: withoutRepeats(issues) } : rateAccount(assembly, evaluated);
}

/** The total of an account as its card would tell it, without the classes and the card; `null` if there are issues. */
export function totalOfAccount(
  assembly: Assembly,
  account: unknown,
  options: ScoreOptions | undefined,
): Outcome<"total", number | null> {
  const issues: Issue[] = [];
  const evaluated = evaluateAccount(assembly, account, options, issues);
  if (evaluated === null) return { ok: false, issues: withoutRepeats(issues) };
  return { ok: true, total: published(evaluated.total, assembly.scorePlaces) };
}

/** An account with its scores, which are in the workbench. */
interface Evaluated {
  readonly read: ReadOptions;
  readonly pass: Pass;
  readonly base: number;
  readonly total: number;
}

/** Up to the total; `null` if an issue stands in the way. */
function evaluateAccount(
  assembly: Assembly,
  account: unknown,
  options: ScoreOptions | undefined,
  issues: Issue[],
): Evaluated | null {
  const { dimensions, workbench } = assembly;
  const slots: Slots = assembly.blankSlots.slice();
  const read = assembly.readOptions(options, issues);
  assembly.readRecord(account, slots, issues);
  if (issues.length > 0) return null;
  readMeasures(assembly, slots, read.asOf, issues);
  if (issues.length > 0) return null;
  const { states, bases, scores, bonuses } = workbench;
  const pass: Pass = { slots, states, issues };
  for (let i = 0; i < dimensions.length; i++) {
    bases[i] = (dimensions[i] as CompiledDimension).tree.evaluate(pass, true);
  }
  if (issues.length > 0) return null;

  for (let i = 0; i < dimensions.length; i++) {
    const value = bases[i] as number;
    const added = (dimensions[i] as CompiledDimension).bonuses(value, slots, read.asOf, bonuses);
    scores[i] = clamp(value + added, assembly);
  }
  const base = totalBase(assembly, scores, states);
  const total = clamp(base + assembly.totalBonuses(base, slots, read.asOf, bonuses), assembly);
  return { read, pass, base, total };
}

/** The classes of an evaluated account, and its card. */
function rateAccount(assembly: Assembly, { read, pass, base, total }: Evaluated): Outcome<"card", Scorecard> {
  const { layout, dimensions, workbench } = assembly;
  const { states, scores } = workbench;
  const { slots } = pass;
  scores[dimensions.length] = total;
  for (let i = 0; i < scores.length; i++) {
    slots[layout.firstScore + i] = published(scores[i] as number, assembly.scorePlaces);
  }

  const gates = assembly.gates(slots);
  const answered = coverage(assembly.leafWeights, states, 0);
  const isInsufficient = Number.isNaN(base) || answered < assembly.minimumCoverage;
  const status: Status = gates.isDisqualified ? "disqualified" : isInsufficient ? "insufficient-data" : "scored";
  const tier = rateTier(assembly, scores, status, read, gates);
  if (tier === "date-range") {
    return { ok: false, issues: [issue("options/date-range", ["asOf"], "9999-12-31", writeDay(read.asOf))] };
  }
  return { ok: true, card: writeCard(assembly, pass, { read, base, total, gates, coverage: answered, status, tier }) };
}

function readMeasures({ measures, layout }: Assembly, slots: Slots, asOf: number | null, issues: Issue[]): void {
  for (let i = 0; i < measures.length; i++) {
    const value = (measures[i] as MeasureReader)(slots, asOf);
    if (isIssue(value)) issues.push(value);
    else slots[layout.firstMeasure + i] = value;
  }
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
  const { dimensions } = assembly;
  for (let i = 0; i < dimensions.length; i++) {
    const dimension = dimensions[i] as CompiledDimension;
    if (dimension.weight > 0 && Number.isNaN(scores[i]) && !isLeftOut(dimension, states)) return Number.NaN;
  }
  return assembly.meanOfDimensions.value(scores);
}

/** Whether none of the indicators that count in a dimension is applicable. */
function isLeftOut({ leafWeights, firstLeaf }: CompiledDimension, states: readonly number[]): boolean {
  return leafWeights.every(
    (weight: number | string, i: number) => Number(weight) === 0 || states[firstLeaf + i] === NOT_APPLICABLE,
  );
}

function rateTier(
  { ladder, tierOn }: Assembly,
  scores: readonly number[],
  status: Status,
  read: ReadOptions,
  gates: GateResult,
): TierCard | null | "date-range" {
  if (ladder === null) return null;
  const { previousTier, override } = read;
  const score = scores[tierOn] as number;
  if (status !== "scored" || Number.isNaN(score)) {
    const { rung, validUntil } = previousTier;
    const earned = rung === null ? null : (ladder.names[rung] as string);
    return { name: null, earned, validUntil: writeDay(validUntil), held: null, override, up: null, down: null };
  }
  const earned = ladder.earn(score, read.asOf, previousTier);
  if (earned === "date-range") return earned;
  const { up, down } = ladder.neighbours(earned.rung, score);
  return {
    name: override?.isInForce ? override.tier : (ladder.names[gates.applyTo(earned.rung)] as string),
    earned: ladder.names[earned.rung] as string,
    validUntil: writeDay(earned.validUntil),
    held: earned.held,
    override,
    up,
    down,
  };
}
