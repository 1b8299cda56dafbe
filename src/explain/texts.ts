import type { Language } from "../core/language.ts";
import { ENGLISH_TEXTS, type TextKey, type Texts } from "./texts-en.ts";
import { CHINESE_TEXTS } from "./texts-zh.ts";

/** How an explanation is put into words. */
export interface WordingOptions {
  /** Default `en`. Titles of the model are taken in this language too, where it has them. */
  readonly language?: Language | undefined;
  /** Texts of your own in place of those shipped. */
  readonly texts?: Partial<Texts> | undefined;
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
  const all: Texts = texts === undefined ? SHIPPED[language] : { ...SHIPPED[language], ...texts };
  return { language, say: (key, facts) => fillText(all[key], facts) };
}

/** A text with its facts; a placeholder without a fact stays, so that it is seen. */
export function fillText(text: string, facts: Facts): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    hasOwn.call(facts, name) ? String(facts[name]) : placeholder,
  );
}

const hasOwn = Object.prototype.hasOwnProperty;
