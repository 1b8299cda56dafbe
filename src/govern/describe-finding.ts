import { aChoice, aList, anObject, type OptionCheck, requireParts } from "../core/check-options.ts";
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
 * @throws GuanxiError for what is no finding
 *
 * @example
 * ```ts
 * const finding = { code: "lint/unused-field", severity: "hint", path: ["fields", "spare"], facts: {} } as const;
 * describeFinding(finding); // "fields.spare: nothing reads it"
 * describeCure(finding); // "remove it, or read it by an indicator, a measure or a condition"
 * ```
 */
export function describeFinding(finding: LintFinding, options?: DescribeFindingOptions): string {
  requireParts(finding, ["finding"], { code: aCode, path: aList, facts: anObject });
  const { code, path, facts } = finding;
  const texts = textsOf(options);
  const told = tellAll(facts, texts);
  const because = fillText(texts.because[facts.because as Idleness] ?? "", told);
  return `${formatPath(path)}${texts.colon}${fillText(texts.sentences[code], { ...told, because })}`;
}

/**
 * What to do about a finding.
 *
 * @throws GuanxiError for what is no finding
 */
export function describeCure(finding: LintFinding, options?: DescribeFindingOptions): string {
  requireParts(finding, ["finding"], { code: aCode });
  return textsOf(options).cures[finding.code];
}

/** `warning` or `hint` in a language. */
export function describeSeverity({ severity }: LintFinding, options?: DescribeFindingOptions): string {
  return textsOf(options).severities[severity];
}

const aCode: OptionCheck = (value, path) => aChoice(Object.keys(LINT_TEXTS.en.sentences))(value, path);

/** Anything else, such as the place in a list that `map` hands over, is told in English. */
function textsOf(options: DescribeFindingOptions | undefined): LintTexts {
  return LINT_TEXTS[options?.language ?? "en"] ?? LINT_TEXTS.en;
}

function tellAll(facts: LintFinding["facts"], { comma }: LintTexts): Facts {
  const tell = (fact: Fact): string => (Array.isArray(fact) ? fact.map(tell).join(comma) : String(fact ?? "…"));
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, tell(fact)]));
}
