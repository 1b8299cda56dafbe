import { factOf, type Issue, issue, type Path } from "./issue.ts";
import { nearMiss } from "./near-miss.ts";

/** An issue for every key of an options object that means nothing, with the near miss if there is one; one for what is no object. */
export function unknownKeys(options: unknown, known: readonly string[], path: Path = []): readonly Issue[] {
  if (!isKeyed(options)) return [issue("document/type", path, "an object", factOf(options))];
  return Object.keys(options)
    .filter((key) => !known.includes(key))
    .map((key) => issue("document/unknown-key", [...path, key], known, factOf(key), nearMiss(key, known)));
}

/** An object with keys, and no list. */
export function isKeyed(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
