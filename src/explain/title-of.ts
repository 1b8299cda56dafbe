import type { Titled } from "../schema/model-document.ts";

/** The title of a part in a language, else its plain or English title, else any there is, else its own name. */
export function titleOf(part: Titled | undefined, language: string, name: string): string {
  const title = part?.title;
  if (title === undefined || typeof title === "string") return title ?? name;
  return title[language] ?? title.en ?? Object.values(title)[0] ?? name;
}
