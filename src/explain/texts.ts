import { factOf, type Issue, issue } from "../core/issue.ts";
import { LANGUAGES, type Language } from "../core/language.ts";
import { unknownKeys } from "../core/unknown-keys.ts";
import { ENGLISH_TEXTS, type TextKey, type Texts } from "./texts-en.ts";
import { CHINESE_TEXTS } from "./texts-zh.ts";

/** How an explanation is put into words. */
export interface WordingOptions {
  /** Default `en`. Titles of the model are taken in this language too, where it has them. */
  readonly language?: Language | undefined;
  /** Texts of your own in place of those shipped. */
  readonly texts?: Partial<Texts> | undefined;
}

/** What is wrong with the options of wording. */
export function checkWording({ language = "en", texts = {} }: WordingOptions): readonly Issue[] {
  const known = Object.keys(ENGLISH_TEXTS);
  const isLanguage = LANGUAGES.includes(language);
  return [
    ...(isLanguage ? [] : [issue("document/choice", ["language"], LANGUAGES, factOf(language))]),
    ...unknownKeys(texts, known).map((found) => ({ ...found, path: ["texts", ...found.path] })),
    ...checkTexts("texts", texts),
  ];
}

/** A text is a text, whatever its name. */
export function checkTexts(option: string, texts: { readonly [name: string]: unknown }): readonly Issue[] {
  return Object.entries(texts).flatMap(([name, text]) =>
    typeof text === "string" || text === undefined
      ? []
      : [issue("document/type", [option, name], "a text", factOf(text))],
  );
}

/** The words of one call. */
export interface Words {
  readonly language: Language;
  readonly say: (key: TextKey, facts: Facts) => string;
}

/** What a text tells: its placeholders by name. */
export type Facts = { readonly [name: string]: number | string };

const SHIPPED = { en: ENGLISH_TEXTS, "zh-CN": CHINESE_TEXTS } satisfies { readonly [K in Language]: Texts };

export function wordsOf({ language = "en", texts }: WordingOptions): Words {
  const shipped: Texts = SHIPPED[language];
  return { language, say: (key, facts) => fillText(texts?.[key] ?? shipped[key], facts) };
}

/** A text with its facts; a placeholder without a fact stays, so that it is seen. */
export function fillText(text: string, facts: Facts): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    hasOwn.call(facts, name) ? String(facts[name]) : placeholder,
  );
}

const hasOwn = Object.prototype.hasOwnProperty;
