import { compileCondition, type Evaluate, type Resolve } from "../condition/compile-condition.ts";
import { TRUE, UNKNOWN } from "../condition/truth.ts";
import type { Slots } from "../core/slots.ts";
import type { Gate } from "../schema/model-document.ts";
import type { GateCard } from "../schema/scorecard.ts";

/** What the fired gates of an account do together. */
export interface GateEffect {
  readonly isDisqualified: boolean;
  /** The earned rung lifted and lowered. */
  readonly applyTo: (rung: number) => number;
}

/** What the gates of a model say of one account. */
export interface GateResult extends GateEffect {
  readonly cards: readonly GateCard[];
}

/**
 * Fired gates are order-free: all `tierAtLeast` first (the best wins), then all `tierAtMost` (the worst wins), so a veto
 * always wins.
 *
 * @param rungOf the rung number of a tier's name, best first
 */
export function effectOf(fired: readonly Gate[], rungOf: (name: string) => number): GateEffect {
  const rungs = (names: readonly (string | undefined)[]) =>
    names.flatMap((name) => (name === undefined ? [] : [rungOf(name)]));
  const atLeast = Math.min(Number.POSITIVE_INFINITY, ...rungs(fired.map(({ tierAtLeast }) => tierAtLeast)));
  const atMost = Math.max(Number.NEGATIVE_INFINITY, ...rungs(fired.map(({ tierAtMost }) => tierAtMost)));
  return {
    isDisqualified: fired.some(({ disqualify }) => disqualify === true),
    applyTo: (rung) => Math.max(Math.min(rung, atLeast), atMost),
  };
}

const NO_EFFECT: GateEffect = { isDisqualified: false, applyTo: (rung) => rung };

/** The gates of a model as a function of one account's inputs and scores. */
export function compileGates(
  gates: readonly Gate[],
  resolve: Resolve,
  rungOf: (name: string) => number,
): (slots: Slots) => GateResult {
  const evaluators = gates.map((gate): Evaluate => compileCondition(gate.when, resolve));
  if (gates.length === 0) return () => ({ cards: [], isDisqualified: false, applyTo: NO_EFFECT.applyTo });
  return (slots) => {
    const fired: Gate[] = [];
    const cards = gates.map((gate, i): GateCard => {
      const truth = (evaluators[i] as Evaluate)(slots);
      if (truth === TRUE) fired.push(gate);
      return { id: gate.id, status: truth === TRUE ? "fired" : truth === UNKNOWN ? "unknown" : "not-fired" };
    });
    return { cards, ...(fired.length === 0 ? NO_EFFECT : effectOf(fired, rungOf)) };
  };
}
