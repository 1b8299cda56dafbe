import { compileCondition, type Evaluate, type Resolve } from "../condition/compile-condition.ts";
import { TRUE, UNKNOWN } from "../condition/truth.ts";
import type { Slots } from "../core/slots.ts";
import type { Gate } from "../schema/model-document.ts";
import type { GateCard } from "../schema/scorecard.ts";

/** What the gates of a model say of one account. */
export interface GateResult {
  readonly cards: readonly GateCard[];
  readonly isDisqualified: boolean;
  /** The earned rung lifted and lowered: all fired `tierAtLeast`, then all fired `tierAtMost`, so a veto always wins. */
  readonly applyTo: (rung: number) => number;
}

/** @param rungOf the rung number of a tier's name, best first */
export function compileGates(
  gates: readonly Gate[],
  resolve: Resolve,
  rungOf: (name: string) => number,
): (slots: Slots) => GateResult {
  const compiled = gates.map((gate) => ({
    id: gate.id,
    evaluate: compileCondition(gate.when, resolve) as Evaluate,
    disqualifies: gate.disqualify === true,
    atLeast: gate.tierAtLeast === undefined ? Number.POSITIVE_INFINITY : rungOf(gate.tierAtLeast),
    atMost: gate.tierAtMost === undefined ? Number.NEGATIVE_INFINITY : rungOf(gate.tierAtMost),
  }));
  return (slots) => {
    let isDisqualified = false;
    let atLeast = Number.POSITIVE_INFINITY;
    let atMost = Number.NEGATIVE_INFINITY;
    const cards = compiled.map((gate): GateCard => {
      const truth = gate.evaluate(slots);
      if (truth !== TRUE) return { id: gate.id, status: truth === UNKNOWN ? "unknown" : "not-fired" };
      isDisqualified = isDisqualified || gate.disqualifies;
      atLeast = Math.min(atLeast, gate.atLeast);
      atMost = Math.max(atMost, gate.atMost);
      return { id: gate.id, status: "fired" };
    });
    return { cards, isDisqualified, applyTo: (rung) => Math.max(Math.min(rung, atLeast), atMost) };
  };
}
