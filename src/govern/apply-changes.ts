import type { Path } from "../core/issue.ts";
import { unreachable } from "../core/unreachable.ts";
import type { Change } from "./change.ts";
import { DOCUMENT, type Place } from "./document-grammar.ts";

type Json = { readonly [key: string]: unknown };

/**
 * A document with changes made, each at its place; the document itself is not touched. With all changes from a to b in
 * their order, what was a is b but for the order of keys.
 */
export function applyChanges(document: unknown, changes: readonly Change[]): unknown {
  return changes.reduce((current, change) => applied(DOCUMENT(), current, change.path, change), document);
}

function applied(place: Place, value: unknown, path: Path, change: Change): unknown {
  const [key, ...rest] = path as readonly string[];
  if (key === undefined) return change.kind === "order" ? inOrder(place, value as readonly Json[], change) : change.to;
  if (place.form === "list") return inList(place, value as readonly Json[], key, rest, change);
  const object = value as Json;
  const inner = applied(innerPlace(place, key), object[key], rest, change);
  if (inner !== undefined) return { ...object, [key]: inner };
  const { [key]: _gone, ...others } = object;
  return others;
}

function innerPlace(place: Place, key: string): Place {
  if (place.form === "record") return place.of();
  const inner = place.form === "object" ? place.keys[key] : undefined;
  return inner === undefined ? unreachable(`no place for ${key}`) : inner();
}

type ListPlace = Extract<Place, { form: "list" }>;

function nameIn({ nameOf }: ListPlace): (entry: Json) => string {
  return nameOf as (entry: Json) => string;
}

function inList(
  place: ListPlace,
  entries: readonly Json[],
  name: string,
  rest: Path,
  change: Change,
): readonly unknown[] {
  const nameOf = nameIn(place);
  const at = entries.findIndex((entry) => nameOf(entry) === name);
  const inner = applied(place.of(), entries[at], rest, change);
  if (at < 0) return [...entries, inner];
  return inner === undefined
    ? entries.filter((_, i) => i !== at)
    : entries.map((entry, i) => (i === at ? inner : entry));
}

/** An order that names entries yet to come puts them when they are there; entries it does not name stay behind. */
function inOrder(place: Place, entries: readonly Json[], { to }: Change): readonly Json[] {
  const nameOf = nameIn(place as ListPlace);
  const rankOf = new Map((to as readonly string[]).map((name, i) => [name, i]));
  const rank = (entry: Json) => rankOf.get(nameOf(entry)) ?? rankOf.size;
  return entries
    .map((entry, i) => ({ entry, i }))
    .sort((a, b) => rank(a.entry) - rank(b.entry) || a.i - b.i)
    .map(({ entry }) => entry);
}
