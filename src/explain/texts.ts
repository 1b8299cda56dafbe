import { type Facts, fillText } from "../core/fill-text.ts";
import { factOf, type Issue, issue } from "../core/issue.ts";
import { LANGUAGES, type Language } from "../core/language.ts";
import { isKeyed, unknownKeys } from "../core/unknown-keys.ts";
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
    ...(isKeyed(texts) ? unknownKeys(texts, known, ["texts"]) : []),
    ...checkTexts("texts", texts),
  ];
}

/** A text is a text, whatever its name. */
export function checkTexts(option: string, texts: unknown): readonly Issue[] {
  if (!isKeyed(texts)) return [issue("document/type", [option], "an object", factOf(texts))];
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

const SHIPPED = { en: ENGLISH_TEXTS, "zh-CN": CHINESE_TEXTS } satisfies { readonly [K in Language]: Texts };

export function wordsOf({ language = "en", texts }: WordingOptions): Words {
  const shipped: Texts = SHIPPED[language];
  return { language, say: (key, facts) => fillText(texts?.[key] ?? shipped[key], facts) };
}
