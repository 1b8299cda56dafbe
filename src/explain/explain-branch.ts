import { publish } from "../core/publish.ts";
import { attainablePoints } from "../indicator/attainable.ts";
import type { Branch, Indicator, IndicatorGroup, IndicatorNode } from "../schema/model-document.ts";
import type { GroupCard, IndicatorCard } from "../schema/scorecard.ts";
import { difference, sumOf } from "./exact-decimals.ts";
import type { DimensionPart, GroupPart, IndicatorPart, InputPart, NodePart } from "./explanation.ts";
import { findCause } from "./find-cause.ts";
import type { Frame } from "./frame.ts";
import { tellCause } from "./tell-cause.ts";
import { titleOf } from "./title-of.ts";
import { unitOf } from "./told-value.ts";

type Combined = Pick<DimensionPart, "combine" | "start" | "clamp" | "rounding" | "parts">;

/** A dimension or group as the card combined it. */
export interface CombinedCard {
  /** The base of a dimension, the points of a group. */
  readonly value: number | null;
  readonly rounding: number | null;
  readonly indicators: { readonly [id: string]: IndicatorCard | GroupCard };
}

/**
 * The children of a branch, and the lines that make them add up to its value.
 *
 * @param places decimals of the value
 * @param reason the reason code that holds from here down, if one was declared
 */
export function explainBranch(
  branch: Branch,
  card: CombinedCard,
  path: string,
  places: number,
  reason: string | undefined,
  frame: Frame,
): Combined {
  const combine = branch.combine ?? "mean";
  const start = combine === "sum" ? (branch.start ?? 0) : 0;
  const parts = Object.keys(branch.indicators).map((id) =>
    explainNode(
      branch.indicators[id] as IndicatorNode,
      card.indicators[id] as IndicatorCard | GroupCard,
      id,
      `${path}.${id}`,
      reason,
      frame,
    ),
  );
  const { value } = card;
  if (value === null || combine === "product") return { combine, start, clamp: null, rounding: null, parts };
  if (combine !== "sum") return { combine, start, clamp: 0, rounding: card.rounding, parts };

  // The card has one difference for what a sum's rounding and clamp do together; here each is told apart.
  const sum = sumOf([start, ...parts.map(({ contribution }) => contribution ?? 0)], frame.finest);
  const rounded = publish(sum, places) as number;
  return {
    combine,
    start,
    clamp: difference(value, rounded, frame.finest),
    rounding: difference(rounded, sum, frame.finest),
    parts,
  };
}

function explainNode(
  node: IndicatorNode,
  card: IndicatorCard | GroupCard,
  id: string,
  path: string,
  inherited: string | undefined,
  frame: Frame,
): NodePart {
  const reason = node.reason ?? inherited;
  const title = titleOf(node, frame.words.language, id);
  const named = { path, code: reason ?? path, title, weight: node.weight ?? null };
  return "indicators" in node
    ? explainGroup(node, card as GroupCard, named, reason, frame)
    : explainIndicator(node, card as IndicatorCard, named, frame);
}

type NodeNames = Pick<GroupPart, "path" | "code" | "title" | "weight">;

function explainGroup(
  group: IndicatorGroup,
  card: GroupCard,
  named: NodeNames,
  reason: string | undefined,
  frame: Frame,
): GroupPart {
  const { points, state, share, contribution, rounding, indicators } = card as GroupCard<IndicatorGroup>;
  const combined = { value: points, rounding, indicators: indicators as CombinedCard["indicators"] };
  return {
    kind: "group",
    ...named,
    state,
    points,
    share,
    contribution,
    ...explainBranch(group, combined, named.path, frame.pointsPlaces, reason, frame),
  };
}

function explainIndicator(indicator: Indicator, card: IndicatorCard, named: NodeNames, frame: Frame): IndicatorPart {
  const { state, points, share, contribution } = card;
  const curve = attainablePoints(indicator.curve);
  // A missing input may be answered by points that the curve does not give.
  const best = points === null ? curve.best : Math.max(curve.best, points);
  const worst = points === null ? curve.worst : Math.min(curve.worst, points);
  const input = explainInput(indicator.input, card.input, frame);
  const cause = findCause(indicator, card);
  return {
    kind: "indicator",
    ...named,
    input,
    state,
    points,
    share,
    contribution,
    best,
    worst,
    lost: points === null ? null : difference(best, points, frame.pointsPlaces),
    cause,
    because: tellCause(cause, input, frame.words),
  };
}

function explainInput(id: string, value: InputPart["value"], { model, words }: Frame): InputPart {
  const declared = model.fields[id] ?? model.measures?.[id];
  return { id, title: titleOf(declared, words.language, id), value, unit: unitOf(model, id) };
}
