import { GuanxiError } from "../../core/guanxi-error.ts";
import { publish } from "../../core/publish.ts";
import { unreachable } from "../../core/unreachable.ts";
import { requireParsed } from "../../model/require-parsed.ts";
import type { Model } from "../../schema/model-document.ts";
import type { AccountOf, Scorecard } from "../../schema/scorecard.ts";
import type { Assembly } from "../../score/assembly.ts";
import { scoreAccount } from "../../score/score-account.ts";
import { assemblyOf } from "../assembly-of.ts";
import { readAgain } from "../read-again.ts";
import { wordsOf } from "../texts.ts";
import { axesOf } from "./axis.ts";
import type { FieldChange, JointChange, Standing } from "./change.ts";
import { changeOfField, type Search } from "./change-of-field.ts";
import { changeOfTwo } from "./change-of-two.ts";
import { checkGoal, checkOptions } from "./check-goal.ts";
import { compileGoal } from "./compile-goal.ts";
import type { Goal } from "./goal.ts";
import { rungOfCard } from "./goal-of-tier.ts";
import type { LeastChangesOptions } from "./least-changes-options.ts";
import { probeOf } from "./probe.ts";
import { changeTeller } from "./tell-change.ts";

/** What would reach a goal. */
export interface LeastChanges {
  readonly format: 1;
  readonly model: Scorecard["model"];
  readonly asOf: string | null;
  readonly goal: Goal;
  /** The tier, quadrant or score that the goal comes to; null where there is none above. */
  readonly target: string | number | null;
  /** `reached`: nothing is to be changed. `no-tier`: there is no tier now to stay in. */
  readonly status: "open" | "reached" | "no-tier";
  readonly now: Standing;
  /** A change of each field that can be changed: first those that reach the goal, the cheapest first. */
  readonly changes: readonly FieldChange[];
  /** The cheapest change of at most two of the fields that have an effort; null where none has, or nothing is to be changed. */
  readonly together: JointChange | null;
}

/**
 * The least change of each single field that reaches a goal, found on the published, rounded scores: applied, it reaches
 * the goal, and one smallest step less does not. Fields that are `"changeable": false` and dates are left alone; a number
 * moves by its `places` within its `min` and `max`, at most to 15 digits.
 *
 * @param account as `score` takes it
 * @param goal the next tier up, staying in the tier, a tier, a quadrant, a score
 * @param options of the rating; effort by field; the language
 * @throws GuanxiError with every issue of the account, the goal and the options
 *
 * @example
 * ```ts
 * const { changes } = leastChanges(model, { value: 72.5, relationship: 41 }, { kind: "tier-up" }, { asOf: "2026-03-31" });
 * changes.map((change) => change.text); // ["raise value by 6.49 to 78.99", "raise relationship by 6.49 to 47.49"]
 * ```
 */
export function leastChanges<M extends Model>(
  model: M,
  account: AccountOf<M>,
  goal: Goal,
  options: LeastChangesOptions<M> = {},
): LeastChanges {
  requireParsed(model);
  const assembly = assemblyOf(model);
  const given: LeastChangesOptions = (options as LeastChangesOptions | null) ?? {};
  const { asOf, previous, override, effort = {} } = given;
  const rating = { asOf, previous, override };
  const outcome = scoreAccount(assembly, account, rating);
  const { slots, read } = readAgain(assembly, outcome.ok ? outcome.card.inputs : {}, rating);
  const axes = axesOf(model, assembly.layout, slots);
  const fields = axes.map(({ field }) => field);
  const issues = [...checkGoal(model, goal), ...checkOptions(given, fields), ...(outcome.ok ? [] : outcome.issues)];
  if (!outcome.ok || issues.length > 0) throw new GuanxiError(issues);

  const now = outcome.card;
  const published = publishedGoal(goal, assembly);
  const compiled = compileGoal(published, { assembly, options: read, now });
  const status = statusOf(published, now, assembly, compiled.isReached(now));
  const search: Search = {
    goal: compiled,
    isStay: goal.kind === "stay",
    now,
    effort,
    probe: probeOf(assembly, now.inputs, slots, rating, read.asOf),
    teller: changeTeller(model, wordsOf(given)),
    standing: (card) => standingOf(card, compiled.of),
  };
  const changes = status === "open" ? axes.map((axis) => changeOfField(axis, search)) : [];
  return {
    format: 1,
    model: now.model,
    asOf: now.asOf,
    goal,
    target: targetOf(published, now, assembly),
    status,
    now: standingOf(now, compiled.of),
    changes: inOrder(changes),
    together: status === "open" ? changeOfTwo(axes, changes, search) : null,
  };
}

/** A score is compared as scores are published. */
function publishedGoal(goal: Goal, { scorePlaces }: Assembly): Goal {
  return goal.kind === "score" ? { ...goal, atLeast: publish(goal.atLeast, scorePlaces) as number } : goal;
}

function statusOf(goal: Goal, now: Scorecard, { ladder }: Assembly, isReached: boolean): LeastChanges["status"] {
  if (goal.kind === "stay") return now.tier?.name == null ? "no-tier" : "open";
  const isTop = goal.kind === "tier-up" && ladder !== null && rungOfCard(ladder, now) === 0;
  return isReached || isTop ? "reached" : "open";
}

function targetOf(goal: Goal, now: Scorecard, { ladder }: Assembly): string | number | null {
  if (goal.kind === "score") return goal.atLeast;
  if (goal.kind === "tier" || goal.kind === "quadrant") return goal.name;
  const names = ladder?.names ?? unreachable("a goal of a tier without a ladder");
  if (goal.kind === "stay") return now.tier?.name ?? null;
  const rung = rungOfCard(ladder as NonNullable<Assembly["ladder"]>, now);
  return names[(rung < 0 ? names.length : rung) - 1] ?? null;
}

function standingOf(card: Scorecard, of: string): Standing {
  const score = of === "total" ? card.total : (card.dimensions[of]?.score ?? null);
  const { status, total, tier, quadrant } = card;
  return { status, score, total, tier: tier?.name ?? null, quadrant: quadrant?.name ?? null };
}

const RANKS = { change: 0, undecided: 1, unreachable: 2 } satisfies { readonly [K in FieldChange["kind"]]: number };

/** What reaches the goal first, and of it the cheapest; what has no cost comes after, in the order of the fields. */
function inOrder(changes: readonly FieldChange[]): readonly FieldChange[] {
  const costOf = (change: FieldChange) =>
    change.kind === "change" && change.cost !== null ? change.cost : Number.MAX_VALUE;
  return [...changes].sort((a, b) => RANKS[a.kind] - RANKS[b.kind] || costOf(a) - costOf(b));
}
