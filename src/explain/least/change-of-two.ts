import { toScaled } from "../../core/scaled.ts";
import type { Axis } from "./axis.ts";
import type { FieldChange, JointChange } from "./change.ts";
import { effortOf, moveOf, type Search } from "./change-of-field.ts";
import { toldCost } from "./effort.ts";
import { type Combination, findPair, type PricedAxis } from "./find-pair.ts";

/** The cheapest change of one or two fields that have an effort; null where none has. */
export function changeOfTwo(
  axes: readonly Axis[],
  changes: readonly FieldChange[],
  search: Search,
): JointChange | null {
  const { goal, probe, now, teller, standing, isStay } = search;
  const priced = axes.flatMap((axis): PricedAxis[] => {
    const effort = effortOf(search, axis.field);
    return effort === undefined ? [] : [{ axis, effort }];
  });
  if (priced.length === 0) return null;
  const { cheapest, noneBelow, isProved } = findPair(priced, cheapestOfOne(changes, search), goal, probe);
  if (cheapest === null) {
    return isProved
      ? { kind: "unreachable", text: teller.noPair() }
      : { kind: "undecided", noneBelow: toldCost(noneBelow), text: teller.undecidedPair(toldCost(noneBelow)) };
  }
  const parts = Object.entries(cheapest.changes).map(([field, to]) => {
    const axis = axes.find((each) => each.field === field) as Axis;
    const from = now.inputs[field] ?? null;
    const step = axis.kind === "steps" ? toScaled(to as number, axis.places) : 0;
    return { field, title: teller.title(field), from, to, by: moveOf(axis, from, step) };
  });
  const texts = parts.map((part) => teller.change({ ...part, slack: null }, isStay));
  return {
    kind: "change",
    changes: parts,
    cost: toldCost(cheapest.cost),
    isProved,
    noneBelow: toldCost(noneBelow),
    after: standing(cheapest.card),
    text: teller.together(texts),
  };
}

function cheapestOfOne(changes: readonly FieldChange[], { probe }: Search): Combination | null {
  let cheapest: Combination | null = null;
  for (const change of changes) {
    if (change.kind !== "change" || change.cost === null) continue;
    if (cheapest !== null && change.cost >= cheapest.cost) continue;
    const one = { [change.field]: change.to };
    const card = probe.card(one);
    if (card !== null) cheapest = { changes: one, cost: change.cost, card };
  }
  return cheapest;
}
