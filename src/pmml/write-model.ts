import { minus, numberOf, plus } from "../core/fraction.ts";
import { mostDecimals } from "../core/scaled.ts";
import { curvePoints } from "../indicator/attainable.ts";
import type { Field, Indicator, ModelDocument, Titled } from "../schema/model-document.ts";
import type { HeldCurve } from "./curve-of.ts";
import { idsFor } from "./ids-for.ts";
import { isModelNumber } from "./model-number.ts";
import type { PmmlField, PmmlScorecard } from "./pmml-scorecard.ts";
import { exactly } from "./read-decimal.ts";

/** What a field of a scorecard is in a model. */
export interface HeldField {
  readonly input: PmmlField;
  readonly field: Field;
}

/** What a characteristic of a scorecard is in a model. */
export interface HeldIndicator extends HeldField, HeldCurve {
  /** The position of the characteristic. */
  readonly position: number;
  /** Points of a missing value; `null` where it is refused. */
  readonly missing: number | null;
}

/** The document of a model that sums the indicators from a start; `null` where its numbers do not fit one. */
export function documentOf(
  scorecard: PmmlScorecard,
  start: number,
  indicators: readonly HeldIndicator[],
  idle: readonly HeldField[],
): ModelDocument | null {
  const range = rangeOf(start, indicators);
  if (range === null) return null;
  const places = mostDecimals([start, ...indicators.flatMap(pointsOf)]);
  const inputs = scorecard.fields.filter((input) => [...indicators, ...idle].some((each) => each.input === input));
  const fieldIds = idsFor(
    inputs.map(({ name }) => name),
    "field",
  );
  const names = indicators.map(({ position }) => scorecard.characteristics[position]?.name ?? null);
  const ids = idsFor(names, "characteristic");
  const fields = inputs.map((input, i): [string, Field] => {
    const held = [...indicators, ...idle].filter((each) => each.input === input).map(({ field }) => field);
    return [fieldIds[i] as string, { ...held.reduce(both), ...titled(input.name, fieldIds[i]) }];
  });
  const nodes = indicators.map((indicator, i): [string, Indicator] => {
    const input = fieldIds[inputs.indexOf(indicator.input)] as string;
    return [ids[i] as string, { ...titled(names[i] ?? null, ids[i]), ...indicatorOf(scorecard, indicator, input) }];
  });
  const [id = "scorecard"] = idsFor([scorecard.modelName], "scorecard");
  return {
    format: 1,
    id,
    version: "1",
    ...titled(scorecard.modelName, id),
    note: `read from a Scorecard of PMML ${scorecard.version}`,
    range,
    places: { points: places, score: places },
    fields: Object.fromEntries(fields),
    dimensions: {
      score: { weight: 1, combine: "sum", ...(start === 0 ? {} : { start }), indicators: Object.fromEntries(nodes) },
    },
  };
}

/** PMML's name as a title, where the id is another. */
function titled(name: string | null, id: string | undefined): Titled {
  return name === null || name === id ? {} : { title: name };
}

function indicatorOf(scorecard: PmmlScorecard, { position, curve, missing }: HeldIndicator, input: string): Indicator {
  const reason = scorecard.characteristics[position]?.reasonCode ?? null;
  return {
    input,
    curve,
    ...(missing === null ? {} : { missing: { kind: "points", points: missing } }),
    ...(reason === null || reason === "" ? {} : { reason }),
  };
}

/** What one field must refuse for two indicators, and what it may list. */
function both(a: Field, b: Field): Field {
  if (a.kind === "number" && b.kind === "number") {
    const least = [a.min, b.min].flatMap((min) => min ?? []);
    const most = [a.max, b.max].flatMap((max) => max ?? []);
    return {
      ...a,
      ...(least.length === 0 ? {} : { min: Math.max(...least) }),
      ...(most.length === 0 ? {} : { max: Math.min(...most) }),
    };
  }
  if (a.kind !== "category" || b.kind !== "category") return a;
  // A value that only one of them refuses is refused by that one's curve.
  const isSame = a.values?.length === b.values?.length && (a.values ?? []).every((value) => b.values?.includes(value));
  return isSame ? a : { kind: "category" };
}

function pointsOf({ curve, missing }: HeldIndicator): readonly number[] {
  return [...curvePoints(curve), ...(missing === null ? [] : [missing])];
}

/** Wide enough for every point and every sum, so that nothing is ever clamped; `null` past 15 digits. */
function rangeOf(start: number, indicators: readonly HeldIndicator[]): readonly [number, number] | null {
  const extremes = indicators.map((indicator) => {
    const points = pointsOf(indicator);
    return { least: points.reduce((a, b) => Math.min(a, b)), most: points.reduce((a, b) => Math.max(a, b)) };
  });
  const lowest = extremes.reduce((sum, { least }) => plus(sum, exactly(least)), exactly(start));
  const highest = extremes.reduce((sum, { most }) => plus(sum, exactly(most)), exactly(start));
  if (![lowest, highest, minus(highest, lowest)].every(isModelNumber)) return null;
  const low = Math.min(numberOf(lowest), ...extremes.map(({ least }) => least));
  const high = Math.max(numberOf(highest), ...extremes.map(({ most }) => most));
  return [low, low === high ? high + 1 : high];
}
