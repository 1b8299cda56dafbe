import { factOf, type Issue, issue } from "../core/issue.ts";
import { unknownKeys } from "../core/unknown-keys.ts";
import type { CellSpelling } from "./cell-spelling.ts";
import { compileDateFormat } from "./date-format.ts";
import { FALSE_WORDS, TRUE_WORDS } from "./read-boolean-text.ts";

/** What is wrong with a spelling: marks and words that could be taken for one another, a format that names no day. */
export function checkSpelling(spelling: CellSpelling): readonly Issue[] {
  const issues: Issue[] = [...unknownKeys(spelling, KEYS)];
  const { thousands, decimal = ".", dateFormat } = spelling;
  for (const key of ["thousands", "decimal"] as const) {
    const mark = spelling[key];
    if (mark !== undefined && !(typeof mark === "string" && MARK.test(mark))) {
      const expected = "one character that numbers are not written with otherwise";
      issues.push(issue("cell/spelling", [key], expected, factOf(mark)));
    }
  }
  if (thousands === decimal) {
    issues.push(issue("cell/spelling", ["thousands"], "another mark than the one before the decimals", decimal));
  }
  if (dateFormat !== undefined && (typeof dateFormat !== "string" || compileDateFormat(dateFormat) === null)) {
    const expected = "YYYY, MM and DD once each, as in DD/MM/YYYY";
    issues.push(issue("cell/spelling", ["dateFormat"], expected, factOf(dateFormat)));
  }
  return [...issues, ...checkWords(spelling)];
}

const KEYS: readonly (keyof CellSpelling)[] = ["thousands", "decimal", "percent", "yes", "no", "dateFormat"];

/** No letter, digit or sign, nor what quotes a cell, ends a line or begins a formula. */
const MARK = /^[^\p{L}\p{N}+\-%"=@\r\n\t]$/u;

function checkWords({ yes = [], no = [] }: CellSpelling): readonly Issue[] {
  const issues: Issue[] = [];
  const meanings = new Map<string, boolean>();
  for (const word of TRUE_WORDS) meanings.set(word, true);
  for (const word of FALSE_WORDS) meanings.set(word, false);
  const take = (key: "yes" | "no", words: readonly unknown[], meaning: boolean) => {
    if (!Array.isArray(words)) {
      issues.push(issue("cell/spelling", [key], "a list of words", factOf(words)));
      return;
    }
    words.forEach((word, i) => {
      const known = typeof word === "string" ? word.trim().toLowerCase() : "";
      const taken = meanings.get(known);
      if (known === "") issues.push(issue("cell/spelling", [key, i], "a word", factOf(word)));
      else if (taken === !meaning)
        issues.push(issue("cell/spelling", [key, i], `a word that is not ${taken}`, factOf(word)));
      else meanings.set(known, meaning);
    });
  };
  take("yes", yes, true);
  take("no", no, false);
  return issues;
}
