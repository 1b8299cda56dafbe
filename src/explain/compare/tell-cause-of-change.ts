import type { Facts } from "../../core/fill-text.ts";
import type { Model } from "../../schema/model-document.ts";
import type { Words } from "../texts.ts";
import type { TextKey } from "../texts-en.ts";
import { tellValue, unitOf } from "../told-value.ts";
import type { ChangeCause, ChangeCauseKind } from "./comparison.ts";

/** A cause of change in words, with what it changed. */
export function tellCauseOfChange(cause: ChangeCause, change: number, model: Model, words: Words): string {
  const sign = change > 0 ? "+" : "";
  return words.say("change-of-score", { cause: told(cause, model, words), change: `${sign}${change}` });
}

function told(cause: ChangeCause, model: Model, words: Words): string {
  const [key, facts] = (TOLD[cause.kind] as (cause: ChangeCause, model: Model, words: Words) => Told)(
    cause,
    model,
    words,
  );
  return words.say(key, facts);
}

type Told = readonly [TextKey, Facts];
type Of<K extends ChangeCauseKind> = Extract<ChangeCause, { readonly kind: K }>;

const TOLD = {
  model: ({ from, to }: Of<"model">): Told => ["cause-model", { from, to }],
  rule: ({ title, isInForce }: Of<"rule">): Told => [isInForce ? "cause-rule-in" : "cause-rule-out", { title }],
  day: ({ from, to }: Of<"day">): Told => ["cause-day", { from: String(from), to: String(to) }],
  input: ({ field, title, from, to }: Of<"input">, model: Model, words: Words): Told => {
    const unit = unitOf(model, field);
    const value = (each: typeof from) =>
      each === null ? words.say("cause-missing", {}) : tellValue({ value: each, unit });
    return ["cause-input", { title, from: value(from), to: value(to) }];
  },
  together: ({ causes }: Of<"together">, model: Model, words: Words): Told => {
    const all = causes.map((cause) => told(cause, model, words));
    return ["cause-together", { causes: all.reduce((first, second) => words.say("together", { first, second })) }];
  },
} satisfies { readonly [K in ChangeCauseKind]: (cause: never, model: Model, words: Words) => Told };
