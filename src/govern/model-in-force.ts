import { GuanxiError } from "../core/guanxi-error.ts";
import { factOf, type Issue, issue, type Outcome } from "../core/issue.ts";
import { readDate, writeDate } from "../core/plain-date.ts";
import { requireParsed } from "../model/require-parsed.ts";
import type { Model } from "../schema/model-document.ts";

/** The model of a day, or why there is not exactly one. */
export type InForceOutcome<M extends Model = Model> = Outcome<"model", M>;

/**
 * The one of several versions that is meant for a day, by `effective` (both ends inclusive; an end left out is open).
 *
 * @param models versions of one model, in any order
 * @param day `YYYY-MM-DD`
 * @throws GuanxiError if no version or more than one is meant for the day, or if they are not versions of one model
 *
 * @example
 * ```ts
 * const lastYears = withModel(model, { version: "2025", effective: { until: "2025-12-31" } });
 * const thisYears = withModel(model, { version: "2026", effective: { from: "2026-01-01" } });
 * modelInForce([lastYears, thisYears], "2026-03-31").version; // "2026"
 * ```
 */
export function modelInForce<M extends Model>(models: readonly M[], day: string): M {
  const outcome = safeModelInForce(models, day);
  if (!outcome.ok) throw new GuanxiError(outcome.issues);
  return outcome.model;
}

/** As `modelInForce`, but returns `{ ok: false, issues }` instead of throwing. */
export function safeModelInForce<M extends Model>(models: readonly M[], day: string): InForceOutcome<M> {
  const at = typeof day === "string" ? readDate(day) : null;
  if (at === null) return { ok: false, issues: [issue("options/date", ["day"], null, factOf(day))] };
  const foreign = strangers(models);
  if (foreign.length > 0) return { ok: false, issues: foreign };
  const fitting = models.filter((model) => isWithin(at, termOf(model)));
  const [model] = fitting;
  if (model !== undefined && fitting.length === 1) return { ok: true, model };
  const found =
    model === undefined
      ? issue("govern/gap", [], day, models.map(toldTerm))
      : issue("govern/overlap", [], day, fitting.map(toldTerm));
  return { ok: false, issues: [found] };
}

/**
 * What is wrong with a series of versions as a calendar: days between the first and the last that no version is meant
 * for, and days that two are meant for. An empty list says that `modelInForce` has an answer for every day between.
 *
 * @example
 * ```ts
 * const first = withModel(model, { effective: { until: "2025-12-31" } });
 * const second = withModel(model, { version: "2", effective: { from: "2026-01-01" } });
 * checkSuccession([first, second]); // []
 * ```
 */
export function checkSuccession(models: readonly Model[]): readonly Issue[] {
  const foreign = strangers(models);
  if (foreign.length > 0) return foreign;
  const byStart = models
    .map((model, i) => ({ model, i, ...termOf(model) }))
    .sort((a, b) => (a.from === b.from ? a.i - b.i : a.from - b.from));
  const issues: Issue[] = [];
  let reached = byStart[0];
  for (const next of byStart.slice(1)) {
    if (reached === undefined) break;
    if (next.from <= reached.until) {
      const pair = [toldTerm(reached.model), toldTerm(next.model)];
      issues.push(issue("govern/overlap", [next.i, "effective"], told(next.from), pair));
    } else if (next.from > reached.until + 1) {
      const pair = [toldTerm(reached.model), toldTerm(next.model)];
      issues.push(issue("govern/gap", [next.i, "effective"], told(reached.until + 1), pair));
    }
    if (next.until > reached.until) reached = next;
  }
  return issues;
}

/** Versions of another model have no place in a series. */
function strangers(models: readonly Model[]): readonly Issue[] {
  if (!Array.isArray(models)) return [issue("document/type", ["models"], "an array", factOf(models))];
  models.forEach(requireParsed);
  return models.flatMap(({ id }, i) =>
    id === models[0]?.id ? [] : [issue("govern/other-model", [i, "id"], models[0]?.id as string, id)],
  );
}

interface Term {
  /** Day numbers, both inclusive; infinite where an end is open. */
  readonly from: number;
  readonly until: number;
}

function termOf({ effective }: Model): Term {
  return {
    from: effective?.from === undefined ? Number.NEGATIVE_INFINITY : (readDate(effective.from) as number),
    until: effective?.until === undefined ? Number.POSITIVE_INFINITY : (readDate(effective.until) as number),
  };
}

function isWithin(day: number, { from, until }: Term): boolean {
  return from <= day && day <= until;
}

function told(day: number): string {
  return Number.isFinite(day) ? writeDate(day) : "every day before";
}

/** A version and its days, as an issue tells them. */
function toldTerm({ version, effective }: Model): string {
  const { from, until } = effective ?? {};
  const days = from === undefined && until === undefined ? "always" : `${from ?? "…"} to ${until ?? "…"}`;
  return `${version} (${days})`;
}
