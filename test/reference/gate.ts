import { evaluate, type Readable } from "./condition.ts";
import type { Gate, ModelDocument } from "./document.ts";
import type { GateCard } from "./scorecard.ts";

export function evaluateGates(model: ModelDocument, readable: Readable): GateCard[] {
  return (model.gates ?? []).map((gate) => {
    const truth = evaluate(gate.when, readable);
    const status = truth === true ? "fired" : truth === false ? "not-fired" : "unknown";
    return { id: gate.id, status };
  });
}

export function firedGates(model: ModelDocument, cards: GateCard[]): Gate[] {
  const fired = new Set(cards.filter((card) => card.status === "fired").map((card) => card.id));
  return (model.gates ?? []).filter((gate) => fired.has(gate.id));
}
