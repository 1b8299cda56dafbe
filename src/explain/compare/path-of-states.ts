import { inForce } from "../../core/in-force.ts";
import type { Issue } from "../../core/issue.ts";
import { readDate } from "../../core/plain-date.ts";
import type { Slots } from "../../core/slots.ts";
import type { Model } from "../../schema/model-document.ts";
import type { Scorecard } from "../../schema/scorecard.ts";
import { type Assembly, assemble } from "../../score/assembly.ts";
import { scoreAccount } from "../../score/score-account.ts";
import { assemblyOf } from "../assembly-of.ts";
import { titleOf } from "../title-of.ts";
import type { ChangeCause } from "./comparison.ts";

/** Every score of one state of things; null where the state cannot be scored. */
export type Scores = { readonly [id: string]: number | null } | null;

/** A step on the way from one card to another: what changed, and the scores after it. */
export interface Step {
  readonly cause: ChangeCause;
  readonly scores: Scores;
}

/** The inputs that differ, changed one after the other: in the order of the model, and in the opposite order. */
export interface InputSteps {
  readonly causes: readonly Extract<ChangeCause, { readonly kind: "input" }>[];
  /** The scores before any, after each, and after all of them. */
  readonly forward: readonly Scores[];
  readonly backward: readonly Scores[];
}

/** The way from one card to another: first the model, then rules, then the day, then inputs. */
export interface StatePath {
  readonly steps: readonly Step[];
  readonly inputs: InputSteps;
}

interface CardOf {
  readonly model: Model;
  readonly card: Scorecard;
}

type Inputs = { readonly [field: string]: number | string | boolean | null };

export function statesBetween(before: CardOf, after: CardOf, language: string): StatePath {
  const assembly = assemblyOf(after.model);
  const earlier = inputsInModel(before, after);
  const [day0, day1] = [before.card.asOf, after.card.asOf];
  const steps: Step[] = [];
  if (before.model.fingerprint !== after.model.fingerprint) {
    const [from, to] = [before.card.model.version, after.card.model.version];
    steps.push({ cause: { kind: "model", from, to }, scores: scoresOf(assembly, earlier, day0) });
  }
  if (day0 !== day1) {
    for (const { rule, isNowInForce, model } of rulesBetween(after.model, day0, day1)) {
      const title = titleOf(rule, language, rule.id);
      const cause: ChangeCause = { kind: "rule", id: rule.id, title, isInForce: isNowInForce };
      steps.push({ cause, scores: scoresOf(assemble(model), earlier, day0) });
    }
    steps.push({ cause: { kind: "day", from: day0, to: day1 }, scores: scoresOf(assembly, earlier, day1) });
  }
  return { steps, inputs: inputsBetween(assembly, earlier, after.card, language) };
}

/** All scores of a card. */
export function scoresOfCard(card: Scorecard): NonNullable<Scores> {
  const scores: { [id: string]: number | null } = { total: card.total };
  for (const [id, { score }] of Object.entries(card.dimensions)) scores[id] = score;
  return scores;
}

function scoresOf(assembly: Assembly, inputs: Inputs, asOf: string | null): Scores {
  const outcome = scoreAccount(assembly, inputs, { asOf });
  return outcome.ok ? scoresOfCard(outcome.card) : null;
}

/** The earlier inputs as the later model takes them: what the earlier one did not have, or had of another kind, is new. */
function inputsInModel(before: CardOf, after: CardOf): Inputs {
  const inputs: { [field: string]: Inputs[string] } = {};
  for (const [id, field] of Object.entries(after.model.fields)) {
    const isKnown = before.model.fields[id]?.kind === field.kind;
    inputs[id] = (isKnown ? before.card : after.card).inputs[id] ?? null;
  }
  return inputs;
}

/**
 * The dated rules that are in force on one day only, in listed order, and the model with the rules as they stand after
 * each: those in force without their dates, the others left out.
 */
function rulesBetween(model: Model, day0: string | null, day1: string | null) {
  const rules = model.bonuses ?? [];
  const inForceOn = (day: string | null) => {
    const number = day === null ? null : readDate(day);
    return rules.map((rule) => inForce(rule)(number));
  };
  const [first, last] = [inForceOn(day0), inForceOn(day1)];
  const standing = [...first];
  return rules.flatMap((rule, i) => {
    if (first[i] === last[i]) return [];
    standing[i] = last[i] as boolean;
    const bonuses = rules.flatMap(({ from: _from, until: _until, ...undated }, j) => (standing[j] ? [undated] : []));
    return [{ rule, isNowInForce: last[i] as boolean, model: { ...model, bonuses } as Model }];
  });
}

function inputsBetween(assembly: Assembly, earlier: Inputs, { inputs, asOf }: Scorecard, language: string): InputSteps {
  const { layout, model } = assembly;
  const [from, to] = [publishedIn(assembly, earlier), publishedIn(assembly, inputs as Inputs)];
  const changed = layout.fieldIds.filter((_, slot) => from[slot] !== to[slot]);
  const later = inputs as Inputs;
  const along = (fields: readonly string[]): Scores[] => {
    let current = earlier;
    const states = [scoresOf(assembly, current, asOf)];
    for (const field of fields) {
      current = { ...current, [field]: later[field] ?? null };
      states.push(scoresOf(assembly, current, asOf));
    }
    return states;
  };
  return {
    causes: changed.map((field) => ({
      kind: "input",
      field,
      title: titleOf(model.fields[field], language, field),
      from: earlier[field] ?? null,
      to: later[field] ?? null,
    })),
    forward: along(changed),
    backward: along([...changed].reverse()),
  };
}

/** The fields as the later model publishes them; one that it does not take is like no other value. */
function publishedIn({ readRecord, layout }: Assembly, inputs: Inputs): Slots {
  const issues: Issue[] = [];
  const slots: Slots = new Array(layout.fieldIds.length).fill(null);
  readRecord(inputs, slots, issues);
  for (const { path } of issues) slots[layout.fieldIds.indexOf(path[0] as string)] = Number.NaN;
  return slots;
}
