import type { Scorecard } from "../../schema/scorecard.ts";
import { type Axis, valueAt } from "./axis.ts";
import type { CompiledGoal } from "./compiled-goal.ts";
import { costOfSteps, type Effort } from "./effort.ts";
import { halves, type Stretch } from "./find-nearest.ts";
import type { Changes, Probe, SlotChange } from "./probe.ts";
import { queueOf } from "./queue.ts";

/** An axis that takes part, and what a change along it takes. */
export interface PricedAxis {
  readonly axis: Axis;
  readonly effort: Effort;
}

/** A change of one field or of two that reaches the goal. */
export interface Combination {
  readonly changes: Changes;
  readonly cost: number;
  readonly card: Scorecard;
}

/** The cheapest combination found; `noneBelow` is what no combination of two costs less than (the cost itself if proved). */
export interface FoundPair {
  readonly cheapest: Combination | null;
  readonly noneBelow: number;
  readonly isProved: boolean;
}

/** Looks at so many boxes before it gives up, all pairs together. */
const MOST_BOXES = 40_000;

/** What two fields may become: a stretch of a number's steps, or one choice. */
interface Box {
  readonly sides: readonly [Side, Side];
  /** Of its cheapest corner. */
  readonly cost: number;
}
type Side =
  | { readonly axis: Extract<Axis, { kind: "steps" }>; readonly effort: Effort; readonly stretch: Stretch }
  | { readonly axis: Extract<Axis, { kind: "choices" }>; readonly effort: Effort; readonly choice: string | boolean };

/**
 * The cheapest change of two fields at once, as far as it beats a known one. Boxes of values are taken up by the cost of
 * their cheapest corner; one that cannot hold a combination reaching the goal is dropped as a whole, any other is halved
 * along its dearer side; a single combination is scored exactly. Whatever is found when no cheaper box is left is the
 * cheapest there is. Where the search stops early, it says what nothing is cheaper than.
 */
export function findPair(
  axes: readonly PricedAxis[],
  known: Combination | null,
  goal: CompiledGoal,
  probe: Probe,
  mostBoxes = MOST_BOXES,
): FoundPair {
  const queue = queueOf<Box>((a, b) => a.cost < b.cost);
  axes.forEach((first, i) => {
    for (const second of axes.slice(i + 1)) {
      for (const a of sidesOf(first)) for (const b of sidesOf(second)) queue.add(boxOf([a, b]));
    }
  });
  let cheapest = known;
  const consider = (sides: Box["sides"], corner: (side: Side) => number | string | boolean, cost: number): void => {
    if (cheapest !== null && cost >= cheapest.cost) return;
    const changes = { [sides[0].axis.field]: corner(sides[0]), [sides[1].axis.field]: corner(sides[1]) };
    const card = probe.card(changes);
    if (card !== null && goal.isReached(card)) cheapest = { changes, cost, card };
  };
  let looks = 0;
  for (let box = queue.take(); box !== undefined; box = queue.take()) {
    const { sides, cost } = box;
    if (cheapest !== null && cost >= cheapest.cost) return { cheapest, noneBelow: cheapest.cost, isProved: true };
    if (looks === mostBoxes) return { cheapest, noneBelow: cost, isProved: false };
    looks += 1;
    if (sides.every(isSingle)) {
      consider(sides, nearEnd, cost);
      continue;
    }
    if (!goal.isPossible(probe.bounds(sides.map(slotChange)))) continue;
    consider(sides, farEnd, farCost(sides));
    for (const half of split(sides)) queue.add(boxOf(half));
  }
  return { cheapest, noneBelow: cheapest?.cost ?? Number.POSITIVE_INFINITY, isProved: true };
}

function sidesOf({ axis, effort }: PricedAxis): readonly Side[] {
  return axis.kind === "choices"
    ? axis.choices.map((choice) => ({ axis, effort, choice }))
    : axis.runs.map(([low, high]) => ({ axis, effort, stretch: { low, high } }));
}

function boxOf(sides: Box["sides"]): Box {
  return { sides, cost: nearCost(sides[0]) + nearCost(sides[1]) };
}

function isSingle(side: Side): boolean {
  return !("stretch" in side) || side.stretch.low === side.stretch.high;
}

function slotChange(side: Side): SlotChange {
  const { slot } = side.axis;
  if (!("stretch" in side)) return { slot, low: side.choice, high: side.choice };
  const { axis, stretch } = side;
  return { slot, low: valueAt(axis, stretch.low), high: valueAt(axis, stretch.high) };
}

function nearCost(side: Side): number {
  return "stretch" in side ? costOfSteps(side.axis, side.effort, side.stretch) : side.effort.weight;
}

function farCost(sides: Box["sides"]): number {
  const cost = (side: Side) => {
    if (!("stretch" in side)) return side.effort.weight;
    const step = farStep(side);
    return costOfSteps(side.axis, side.effort, { low: step, high: step });
  };
  return cost(sides[0]) + cost(sides[1]);
}

function farStep({ axis, stretch }: Extract<Side, { stretch: Stretch }>): number {
  return stretch.low > axis.origin ? stretch.high : stretch.low;
}

function nearEnd(side: Side): number | string | boolean {
  if (!("stretch" in side)) return side.choice;
  const { axis, stretch } = side;
  return valueAt(axis, stretch.low > axis.origin ? stretch.low : stretch.high);
}

function farEnd(side: Side): number | string | boolean {
  return "stretch" in side ? valueAt(side.axis, farStep(side)) : side.choice;
}

/** Halves the side along which cost differs more. */
function split([a, b]: Box["sides"]): readonly Box["sides"][] {
  const width = (side: Side) => (isSingle(side) ? -1 : farCost([side, side]) - 2 * nearCost(side));
  const isFirst = width(a) >= width(b);
  const [cut, kept] = isFirst ? [a, b] : [b, a];
  if (!("stretch" in cut)) return [];
  return halves(cut.stretch).map((stretch) => {
    const half = { ...cut, stretch };
    return isFirst ? [half, kept] : [kept, half];
  });
}
