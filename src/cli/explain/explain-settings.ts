import type { Language } from "../../core/language.ts";
import { nearMiss } from "../../core/near-miss.ts";
import type { BaselineName } from "../../explain/baseline.ts";
import type { Effort } from "../../explain/least/effort.ts";
import type { Goal } from "../../explain/least/goal.ts";
import type { CellSpelling } from "../../record/cell-spelling.ts";
import type { Call } from "../command.ts";
import type { Encoding } from "../files/read-text.ts";
import { stop } from "../stop.ts";
import { readDay, readDelimiter, readMappings, readSpelling } from "../table-settings.ts";
import type { ExplainFormat } from "./explain-options.ts";

/** What `guanxi explain` was asked for. */
export interface ExplainSettings {
  readonly accounts: string;
  readonly model: string;
  readonly id: string;
  readonly asOf: string | undefined;
  readonly goal: Goal | undefined;
  readonly effort: { readonly [field: string]: Effort };
  readonly of: string | undefined;
  readonly baseline: BaselineName | undefined;
  readonly format: ExplainFormat;
  readonly language: Language;
  readonly idColumn: string | undefined;
  readonly map: ReadonlyMap<string, string>;
  readonly previous: string | undefined;
  readonly delimiter: string;
  readonly encoding: Encoding;
  readonly spelling: CellSpelling;
}

export function readExplainSettings(call: Call): ExplainSettings {
  const goal = call.value("goal");
  if (goal === undefined && call.has("effort")) stop("usage/option-missing", ["--goal"], "GOAL", null);
  return {
    accounts: call.argument,
    model: call.value("model") as string,
    id: call.value("id") as string,
    asOf: readDay(call.value("as-of")),
    goal: goal === undefined ? undefined : readGoal(goal),
    effort: Object.fromEntries(call.values("effort").map(readEffort)),
    of: call.value("of"),
    baseline: call.value("baseline") as BaselineName | undefined,
    format: (call.value("format") ?? "text") as ExplainFormat,
    language: (call.value("language") ?? "en") as Language,
    idColumn: call.value("id-column"),
    map: readMappings(call.values("map")),
    previous: call.value("previous"),
    delimiter: readDelimiter(call.value("delimiter") ?? ","),
    encoding: (call.value("encoding") ?? "utf-8") as Encoding,
    spelling: readSpelling(call),
  };
}

const BARE_GOALS: { readonly [word: string]: Goal } = { up: { kind: "tier-up" }, stay: { kind: "stay" } };

/** `up`, `stay`, or a name and what it is to be; the model says later whether there is such a name. */
function readGoal(text: string): Goal {
  const equals = text.indexOf("=");
  const bare = Object.hasOwn(BARE_GOALS, text) ? BARE_GOALS[text] : undefined;
  if (bare !== undefined) return bare;
  const [name, value] = [text.slice(0, Math.max(0, equals)).trim(), text.slice(equals + 1).trim()];
  if (equals < 0 || name === "" || value === "") {
    const expected = "up, stay, tier=NAME, quadrant=NAME or SCORE=NUMBER";
    return stop("usage/value", ["--goal"], expected, text, nearMiss(text, Object.keys(BARE_GOALS)));
  }
  if (name === "tier" || name === "quadrant") return { kind: name, name: value };
  const atLeast = Number(value);
  if (!Number.isFinite(atLeast)) stop("usage/value", ["--goal"], `a number after ${name}=`, value);
  return { kind: "score", of: name, atLeast };
}

function readEffort(text: string): readonly [field: string, effort: Effort] {
  const match = /^([^=]+)=([^=/]+)(?:\/([^=/]+))?$/.exec(text);
  const [, field = "", weight = "", per] = match ?? [];
  const numbers = [weight, ...(per === undefined ? [] : [per])].map((each) => Number(each.trim() || Number.NaN));
  if (match === null || numbers.some((number) => !(number > 0 && number < Number.POSITIVE_INFINITY))) {
    return stop("usage/value", ["--effort"], "field=WEIGHT or field=WEIGHT/PER, both above 0", text);
  }
  const [first = 0, second] = numbers;
  return [field.trim(), second === undefined ? { weight: first } : { weight: first, per: second }];
}
