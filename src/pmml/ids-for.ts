import { LONGEST_NAME } from "../schema/limits.ts";
import { ID } from "../schema/words.ts";

/**
 * An id for each of the names, no two alike: a name that is an id keeps it, another becomes camelCase of its letters and
 * digits (`years_at bank` is `yearsAtBank`), and what has none in ASCII is numbered (`field2`).
 */
export function idsFor(names: readonly (string | null)[], fallback: string): readonly string[] {
  const taken = new Set<string>();
  // Names that are ids already come first, so that no other takes one of them.
  const kept = names.map((name) => (name !== null && isId(name) && !taken.has(name) ? take(name, taken) : null));
  return names.map((name, i) => kept[i] ?? take(camelCase(name ?? "") ?? `${fallback}${i + 1}`, taken));
}

function isId(name: string): boolean {
  return name.length <= LONGEST_NAME && ID.test(name) && !(name in Object.prototype);
}

function camelCase(name: string): string | undefined {
  const words = name.match(/[A-Za-z0-9]+/g) ?? [];
  const joined = words.map((word, i) => (i === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join("");
  return isId(joined) ? joined : undefined;
}

/** The id, or the first of id2, id3 … that is free; it is taken from then on. */
export function take(id: string, taken: Set<string>): string {
  let number = 2;
  let candidate = id;
  while (taken.has(candidate)) candidate = `${id}${number++}`;
  taken.add(candidate);
  return candidate;
}
