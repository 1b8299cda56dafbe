import type { Facts } from "../core/fill-text.ts";
import type { MissingKind } from "../schema/model-document.ts";
import type { Cause, CauseKind, InputPart } from "./explanation.ts";
import type { Words } from "./texts.ts";
import type { TextKey } from "./texts-en.ts";
import { tellValue } from "./told-value.ts";

/** A cause in words. */
export function tellCause(cause: Cause, input: InputPart, words: Words): string {
  const [key, facts] = (TOLD[cause.kind] as (cause: Cause) => Told)(cause);
  return words.say(key, { input: input.title, value: tellValue(input), ...facts });
}

type Told = readonly [TextKey, Facts];
type Of<K extends CauseKind> = Extract<Cause, { readonly kind: K }>;

const TOLD = {
  band: tellBand,
  span: ({ from, to }: Of<"span">): Told => [
    "span",
    { lowInput: from[0], lowPoints: from[1], highInput: to[0], highPoints: to[1] },
  ],
  beyond: ({ side, knot }: Of<"beyond">): Told => [
    side === "low" ? "beyond-low" : "beyond-high",
    { knotInput: knot[0], knotPoints: knot[1] },
  ],
  value: (): Told => ["value", {}],
  otherwise: (): Told => ["otherwise", {}],
  flag: ({ value }: Of<"flag">): Told => [value ? "flag-true" : "flag-false", {}],
  missing: ({ answer }: Of<"missing">): Told => [MISSING[answer], {}],
  "not-applicable": (): Told => ["not-applicable", {}],
} satisfies { readonly [K in CauseKind]: (cause: never) => Told };

const MISSING = {
  reject: "missing-reject",
  exclude: "missing-exclude",
  points: "missing-points",
  worst: "missing-worst",
  best: "missing-best",
} satisfies { readonly [K in MissingKind]: TextKey };

function tellBand({ low, isLowIncluded, high, isHighIncluded }: Of<"band">): Told {
  if (low === null && high === null) return ["band-all", {}];
  if (low === null) return [isHighIncluded ? "band-up-to" : "band-below", { high: high as number }];
  if (high === null) return [isLowIncluded ? "band-from" : "band-above", { low }];
  const key = isLowIncluded
    ? isHighIncluded
      ? "band-from-up-to"
      : "band-from-below"
    : isHighIncluded
      ? "band-above-up-to"
      : "band-above-below";
  return [key, { low, high }];
}
