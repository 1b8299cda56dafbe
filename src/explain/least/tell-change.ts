import type { Model } from "../../schema/model-document.ts";
import type { Words } from "../texts.ts";
import type { TextKey } from "../texts-en.ts";
import { titleOf } from "../title-of.ts";
import { tellValue, unitOf } from "../told-value.ts";

type Value = number | string | boolean;

/** A change of one field, as far as it is known. */
export interface ToldChange {
  readonly field: string;
  readonly from: Value | null;
  readonly to: Value;
  readonly by: number | null;
  readonly slack: number | null;
}

/** Puts changes of one model's fields into words. */
export interface ChangeTeller {
  readonly title: (field: string) => string;
  readonly change: (change: ToldChange, isStay: boolean) => string;
  readonly unreachable: (field: string, best: { readonly to: Value; readonly score: number | null } | null) => string;
  readonly harmless: (field: string) => string;
  readonly undecided: (field: string, noneWithin: number) => string;
  readonly noPair: () => string;
  readonly undecidedPair: (noneBelow: number) => string;
  readonly together: (texts: readonly string[]) => string;
}

export function changeTeller(model: Model, words: Words): ChangeTeller {
  const title = (id: string) => titleOf(model.fields[id], words.language, id);
  const told = (id: string, value: Value | null) => tellValue({ value, unit: unitOf(model, id) });
  return {
    title,
    change: ({ field, from, to, by, slack }, isStay) =>
      words.say(KEYS[formOf(from, by)][isStay ? "stay" : "change"], {
        title: title(field),
        from: told(field, from),
        to: told(field, to),
        by: told(field, by === null ? null : Math.abs(by)),
        slack: told(field, slack),
      }),
    unreachable: (field, best) =>
      best === null || best.score === null
        ? words.say("unreachable", { title: title(field) })
        : words.say("unreachable-best", { title: title(field), to: told(field, best.to), score: best.score }),
    harmless: (field) => words.say("stay-unreachable", { title: title(field) }),
    undecided: (field, noneWithin) =>
      words.say("undecided", { title: title(field), noneWithin: told(field, noneWithin) }),
    noPair: () => words.say("pair-unreachable", {}),
    undecidedPair: (noneBelow) => words.say("pair-undecided", { noneBelow }),
    together: (texts) => texts.reduce((first, second) => words.say("together", { first, second })),
  };
}

type Form = "raise" | "lower" | "set" | "give";

function formOf(from: Value | null, by: number | null): Form {
  if (from === null) return "give";
  return by === null ? "set" : by > 0 ? "raise" : "lower";
}

const KEYS = {
  raise: { change: "change-raise", stay: "stay-raise" },
  lower: { change: "change-lower", stay: "stay-lower" },
  set: { change: "change-set", stay: "stay-set" },
  give: { change: "change-give", stay: "stay-give" },
} satisfies { readonly [F in Form]: { readonly change: TextKey; readonly stay: TextKey } };
