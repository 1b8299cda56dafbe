import type { CellSpelling } from "./cell-spelling.ts";

/** The words that are true or false without being declared, in any case. */
export const TRUE_WORDS: readonly string[] = ["true", "yes", "1"];
export const FALSE_WORDS: readonly string[] = ["false", "no", "0"];

/** A table of words, and how to look one up: in any case, `undefined` if it is neither. */
export interface BooleanWords {
  readonly listed: readonly string[];
  readonly meaning: (text: string) => boolean | undefined;
}

export function compileBooleanWords({ yes = [], no = [] }: Pick<CellSpelling, "yes" | "no">): BooleanWords {
  const meanings = new Map<string, boolean>();
  for (const word of [...TRUE_WORDS, ...yes]) meanings.set(word.trim().toLowerCase(), true);
  for (const word of [...FALSE_WORDS, ...no]) meanings.set(word.trim().toLowerCase(), false);
  return { listed: [...meanings.keys()], meaning: (text) => meanings.get(text.toLowerCase()) };
}
