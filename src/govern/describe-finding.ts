import { type Facts, fillText } from "../core/fill-text.ts";
import type { Fact } from "../core/issue.ts";
import type { Language } from "../core/language.ts";
import { formatPath } from "../core/wording.ts";
import type { Idleness, LintFinding } from "./lint-finding.ts";
import { LINT_TEXTS, type LintTexts } from "./lint-texts.ts";

/** How a finding is put into words. */
export interface DescribeFindingOptions {
  /** Default `en`. */
  readonly language?: Language | undefined;
}

/**
 * The sentence of a finding: its place, and what was found.
 *
 * @example
 * ```ts
 * const finding = { code: "lint/unused-field", severity: "hint", path: ["fields", "spare"], facts: {} } as const;
 * describeFinding(finding); // "fields.spare: nothing reads it"
 * describeCure(finding); // "remove it, or read it by an indicator, a measure or a condition"
 * ```
 */
export function describeFinding({ code, path, facts }: LintFinding, options?: DescribeFindingOptions): string {
  const texts = textsOf(options);
  const told = tellAll(facts, texts);
  const because = fillText(texts.because[facts.because as Idleness] ?? "", told);
  return `${formatPath(path)}${texts.colon}${fillText(texts.sentences[code], { ...told, because })}`;
}

/** What to do about a finding. */
export function describeCure({ code }: LintFinding, options?: DescribeFindingOptions): string {
  return textsOf(options).cures[code];
}

/** `warning` or `hint` in a language. */
export function describeSeverity({ severity }: LintFinding, options?: DescribeFindingOptions): string {
  return textsOf(options).severities[severity];
}

/** Anything else, such as the place in a list that `map` hands over, is told in English. */
function textsOf(options: DescribeFindingOptions | undefined): LintTexts {
  return LINT_TEXTS[options?.language ?? "en"] ?? LINT_TEXTS.en;
}

function tellAll(facts: LintFinding["facts"], { comma }: LintTexts): Facts {
  const tell = (fact: Fact): string => (Array.isArray(fact) ? fact.map(tell).join(comma) : String(fact ?? "…"));
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, tell(fact)]));
}
