import { toScaled } from "../../core/scaled.ts";
import { unreachable } from "../../core/unreachable.ts";
import type { Side } from "../../schema/model-document.ts";
import type { ValueBounds } from "../bounds/join-bounds.ts";
import { NO } from "../bounds/region.ts";
import { type CompiledGoal, canBeScored, lacking, type Setting, scoreAt } from "./compiled-goal.ts";

/** A cell of the quadrant; how far a card is from it, is what its axes lack together. */
export function reachCell(name: string, setting: Setting): CompiledGoal {
  const { assembly, options } = setting;
  const quadrant = assembly.model.quadrant ?? unreachable("a goal of a quadrant without one");
  const cell = quadrant.cells.find((each) => each.name === name) ?? unreachable("a goal of no cell");
  const rate = assembly.rateQuadrant ?? unreachable("a quadrant that is not compiled");
  const [x, y] = [scoreAt(quadrant.x, setting), scoreAt(quadrant.y, setting)];
  const cuts = { x: toScaled(quadrant.cut.x, assembly.scorePlaces), y: toScaled(quadrant.cut.y, assembly.scorePlaces) };
  const far = (side: Side, cut: number, low: number, high: number) =>
    side === "high" ? lacking(cut, high) : lacking(low, cut - 1);
  return {
    of: x.id,
    isReached: (card) => card.quadrant?.name === name,
    isPossible: (bounds) => {
      const [onX, onY] = [x.within(bounds), y.within(bounds)];
      if (!canBeScored(bounds) || onX.presence === NO || onY.presence === NO) return false;
      const end = (side: Side, on: ValueBounds) => (side === "high" ? on.high : on.low);
      const { sides } = rate(end(cell.x, onX), end(cell.y, onY), options.previousSides, true);
      return sides.x === cell.x && sides.y === cell.y;
    },
    shortfall: (card) => {
      const [onX, onY] = [x.of(card), y.of(card)];
      return far(cell.x, cuts.x, onX, onX) + far(cell.y, cuts.y, onY, onY);
    },
    leastShortfall: (bounds) => {
      const [onX, onY] = [x.within(bounds), y.within(bounds)];
      return far(cell.x, cuts.x, onX.low, onX.high) + far(cell.y, cuts.y, onY.low, onY.high);
    },
  };
}
