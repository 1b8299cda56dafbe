import {
  aFunction,
  aNumberFrom,
  anything,
  type OptionChecks,
  requireIterable,
  requireOptions,
} from "../core/check-options.ts";
import type { Issue } from "../core/issue.ts";
import { toScaled } from "../core/scaled.ts";
import { requireParsed } from "../model/require-parsed.ts";
import { scorePlacesOf } from "../schema/defaults.ts";
import type { Model } from "../schema/model-document.ts";
import type { PreviousRating, ScoreOptions } from "../schema/options.ts";
import { compileScorer, type ScoreOutcome } from "../score/compile-scorer.ts";
import { type ChangeStep, changeSteps } from "./change-steps.ts";
import { nameOf } from "./diff-models.ts";
import { classesOf, type Migration, type MigrationCounter, migrationCounter } from "./migration.ts";
import { requireDay } from "./require-day.ts";
import { shiftRecorder } from "./score-shift.ts";
import type { Mover, RejectedAccount, SimulatedRating, Simulation, SimulationOptions } from "./simulation.ts";

/** A simulation that takes accounts one by one. */
export interface Simulator {
  /** Rates an account by both models. */
  readonly add: (account: unknown, id: string, previous?: PreviousRating | null) => void;
  /** An account that could not even be read: rejected by both. */
  readonly reject: (id: string, issues: readonly Issue[]) => void;
  /** Of all accounts so far. */
  readonly simulation: () => Simulation;
}

/**
 * What a change of the model does to a portfolio: who goes from which tier and quadrant to which, how scores shift, and
 * which change moves whom. Changes are made one after the other, in document order (a parent's weights together), and an
 * account that ends elsewhere is laid to every step at which its class changed; another order may lay it to others.
 *
 * Cost: two ratings an account, and one a step for those that move. Memory: 16 bytes an account for exact ranks.
 *
 * @throws GuanxiError if the models need a day that the options do not have
 *
 * @example
 * ```ts
 * const tier = { on: "total", rungs: [{ name: "A1", from: 90 }, { name: "A2", from: 75 }, { name: "C" }] };
 * const { moved, steps } = simulateChange(model, withModel(model, { tier }), accounts, { asOf: "2026-06-30" });
 * moved; // 1
 * steps[0]?.moved; // 1
 * ```
 */
export function simulateChange(
  from: Model,
  to: Model,
  accounts: Iterable<unknown>,
  options: SimulationOptions = {},
): Simulation {
  const { idOf, previous, ...rating } = requireOptions(options, SIMULATION_CHECKS);
  const simulator = startSimulation(from, to, rating);
  requireIterable(accounts, "accounts");
  let index = 0;
  for (const account of accounts) {
    simulator.add(account, idOf?.(index) ?? String(index), previous?.(index));
    index++;
  }
  return simulator.simulation();
}

const MOST_MOVERS = 100;

type OptionsOfAll = Pick<SimulationOptions, "asOf" | "mostMovers">;
const CHECKS: OptionChecks<OptionsOfAll> = { asOf: anything, mostMovers: /* @__PURE__ */ aNumberFrom(0) };
const SIMULATION_CHECKS: OptionChecks<SimulationOptions> = /* @__PURE__ */ Object.assign(
  { previous: aFunction, idOf: aFunction },
  CHECKS,
);

/** As `simulateChange`, for accounts that come one by one. */
export function startSimulation(from: Model, to: Model, options: OptionsOfAll = {}): Simulator {
  requireParsed(from);
  requireParsed(to);
  const { asOf, mostMovers = MOST_MOVERS } = requireOptions(options, CHECKS);
  const [before, after] = [compileScorer(from), compileScorer(to)];
  for (const model of [from, to]) requireDay(model, asOf);
  const counters = countersOf(from, to);
  const places = Math.max(scorePlacesOf(from), scorePlacesOf(to));
  const shifts = shiftRecorder(places);
  const steps = once(() => changeSteps(from, to).map((step) => ({ ...step, ...compileScorer(step.model) })));
  const stepMoves: number[] = [];
  const movers: Mover[] = [];
  const rejected: RejectedAccount[] = [];
  let [accounts, moved] = [0, 0];

  const count = (a: SimulatedRating, b: SimulatedRating) => {
    accounts++;
    for (const { of, counter } of counters) counter.count(of(a), of(b));
  };
  const causesOf = (account: unknown, first: SimulatedRating, rating: ScoreOptions): Mover["causes"] => {
    let current = first;
    return steps().flatMap(({ safeScore }, step) => {
      const previous = current;
      current = ratingOf(safeScore(account, rating));
      return isSameRating(previous, current) ? [] : [{ step, from: previous, to: current }];
    });
  };

  return {
    add: (account, id, previous) => {
      const rating = { asOf, previous };
      const outcomes = [before.safeScore(account, rating), after.safeScore(account, rating)] as const;
      const [a, b] = [ratingOf(outcomes[0]), ratingOf(outcomes[1])];
      count(a, b);
      if (a.total !== null && b.total !== null) shifts.add(toScaled(a.total, places), toScaled(b.total, places));
      if (rejected.length < mostMovers) rejected.push(...rejectionOf(id, outcomes));
      if (isSameRating(a, b)) return;
      moved++;
      const causes = causesOf(account, a, rating);
      for (const { step } of causes) stepMoves[step] = (stepMoves[step] ?? 0) + 1;
      if (movers.length < mostMovers) movers.push({ id, from: a, to: b, causes });
    },
    reject: (id, issues) => {
      count(REJECTED, REJECTED);
      if (rejected.length < mostMovers) rejected.push({ id, by: "both", issues });
    },
    simulation: () => {
      const [status, tier, quadrant] = counters.map(({ counter }) => counter.migration()) as [
        Migration,
        Migration,
        Migration,
      ];
      const has = (section: "tier" | "quadrant") => from[section] !== undefined || to[section] !== undefined;
      return {
        from: nameOf(from),
        to: nameOf(to),
        accounts,
        status,
        tier: has("tier") ? tier : null,
        quadrant: has("quadrant") ? quadrant : null,
        shift: shifts.shift(),
        moved,
        movers: [...movers],
        steps: steps().map(({ changes }: ChangeStep, i) => ({ changes, moved: stepMoves[i] ?? 0 })),
        rejected: [...rejected],
      };
    },
  };
}

const REJECTED: SimulatedRating = { status: "rejected", total: null, tier: null, quadrant: null };

function ratingOf(outcome: ScoreOutcome): SimulatedRating {
  if (!outcome.ok) return REJECTED;
  const { status, total, tier, quadrant } = outcome.card;
  return { status, total, tier: tier?.name ?? null, quadrant: quadrant?.name ?? null };
}

/** Whether an account is in the same place; its total may be another. */
function isSameRating(a: SimulatedRating, b: SimulatedRating): boolean {
  return a.status === b.status && a.tier === b.tier && a.quadrant === b.quadrant;
}

function rejectionOf(id: string, [a, b]: readonly [ScoreOutcome, ScoreOutcome]): readonly RejectedAccount[] {
  if (a.ok && b.ok) return [];
  const by = a.ok ? "to" : b.ok ? "from" : "both";
  return [{ id, by, issues: a.ok ? (b.ok ? [] : b.issues) : a.issues }];
}

interface Counted {
  readonly of: (rating: SimulatedRating) => {
    readonly status: SimulatedRating["status"];
    readonly name: string | null;
  };
  readonly counter: MigrationCounter;
}

/** By status, tier and quadrant, in this order. */
function countersOf(from: Model, to: Model): readonly Counted[] {
  const rungs = (model: Model) => classesOf(model.tier?.rungs.map(({ name }) => name) ?? []);
  const cells = (model: Model) => classesOf(model.quadrant?.cells.map(({ name }) => name) ?? []);
  const today = new Map(to.tier?.rungs.flatMap(({ name, formerly }) => (formerly ?? []).map((old) => [old, name])));
  const same = (name: string) => name;
  return [
    { of: ({ status }) => ({ status, name: null }), counter: migrationCounter(classesOf([]), classesOf([]), same) },
    {
      of: ({ status, tier }) => ({ status, name: tier }),
      counter: migrationCounter(rungs(from), rungs(to), (name) => today.get(name) ?? name),
    },
    {
      of: ({ status, quadrant }) => ({ status, name: quadrant }),
      counter: migrationCounter(cells(from), cells(to), same),
    },
  ];
}

function once<T>(answer: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: answer() };
    return known.value;
  };
}
