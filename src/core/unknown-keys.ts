import { factOf, type Issue, issue, type Path } from "./issue.ts";
import { nearMiss } from "./near-miss.ts";

/** An issue for every key of an options object that means nothing, with the near miss if there is one. */
export function unknownKeys(options: object, known: readonly string[], path: Path = []): readonly Issue[] {
  return Object.keys(options)
    .filter((key) => !known.includes(key))
    .map((key) => issue("document/unknown-key", [...path, key], known, factOf(key), nearMiss(key, known)));
}
