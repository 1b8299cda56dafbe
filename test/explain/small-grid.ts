import type { Model, ModelDocument } from "../../src/schema/model-document.ts";
import type { ScoreOptions } from "../../src/schema/options.ts";
import type { Scorecard } from "../../src/schema/scorecard.ts";
import { safeScore } from "../../src/score/score.ts";
import type { Account } from "../support/arbitraries/account.ts";

/**
 * The document with numbers that have no places and only a few values, around those of an account: small enough to try
 * every one. Curves, measures, conditions, bonuses and gates stay as they are.
 */
export function onSmallGrid(
  document: ModelDocument,
  account: Account,
  reach: number,
): { readonly document: ModelDocument; readonly account: Account } {
  const fields: { [id: string]: ModelDocument["fields"][string] } = {};
  const moved: Account = { ...account };
  for (const [id, field] of Object.entries(document.fields)) {
    if (field.kind !== "number") {
      fields[id] = field;
      continue;
    }
    const value = account[id] === null || account[id] === undefined || account[id] === "" ? null : Number(account[id]);
    const middle = value === null || !Number.isFinite(value) || Math.abs(value) > 1e9 ? 0 : Math.round(value);
    moved[id] = value === null ? null : middle;
    fields[id] = { ...field, places: 0, min: middle - reach, max: middle + reach };
  }
  return { document: { ...document, fields, cases: [] }, account: moved };
}

/** Every other value that a field may have; numbers in the order of the grid. */
export function otherValues(model: Model, card: Scorecard, id: string): readonly (number | string | boolean)[] {
  const field = model.fields[id];
  const from = card.inputs[id];
  if (field === undefined || field.changeable === false || field.kind === "date") return [];
  if (field.kind === "boolean") return [true, false].filter((value) => value !== from);
  if (field.kind === "category") return (field.values ?? textsIn(model)).filter((value) => value !== from);
  const [min, max] = [field.min as number, field.max as number];
  return Array.from({ length: max - min + 1 }, (_, i) => min + i).filter((value) => value !== from);
}

/** Every text in a model, and two that are in none: among them is every value that it names. */
function textsIn(model: Model): readonly string[] {
  const texts = new Set(["other", "other-"]);
  JSON.stringify(model, (key, value) => {
    texts.add(key);
    if (typeof value === "string") texts.add(value);
    return value;
  });
  return [...texts].filter((text) => text !== "" && text.length <= 200);
}

export function cardWith(
  model: Model,
  card: Scorecard,
  options: ScoreOptions,
  changes: { readonly [id: string]: unknown },
): Scorecard | null {
  const outcome = safeScore(model, { ...card.inputs, ...changes }, options);
  return outcome.ok ? outcome.card : null;
}
