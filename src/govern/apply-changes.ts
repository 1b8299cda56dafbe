import { aList, requireParts } from "../core/check-options.ts";
import { GuanxiError } from "../core/guanxi-error.ts";
import { factOf, issue, type Path } from "../core/issue.ts";
import { isKeyed } from "../core/unknown-keys.ts";
import type { Change } from "./change.ts";
import { DOCUMENT, type Place } from "./document-grammar.ts";

type Json = { readonly [key: string]: unknown };

/**
 * A document with changes made, each at its place; the document itself is not touched. With all changes from a to b in
 * their order, what was a is b but for the order of keys.
 *
 * @throws GuanxiError for changes that are none, and for a place that the document does not have
 */
export function applyChanges(document: unknown, changes: readonly Change[]): unknown {
  if (!Array.isArray(changes)) throw wrong(["changes"], "an array", changes);
  changes.forEach((change, i) => {
    requireParts(change, ["changes", i], { path: aList });
  });
  return changes.reduce((current, change) => applied(DOCUMENT(), current, change.path, change), document);
}

function wrong(path: Path, expected: string, found: unknown): GuanxiError {
  return new GuanxiError([issue("document/type", path, expected, factOf(found))]);
}

function applied(place: Place, value: unknown, path: Path, change: Change): unknown {
  const [key, ...rest] = path as readonly string[];
  if (key === undefined) return change.kind === "order" ? inOrder(place, entriesOf(value, change), change) : change.to;
  if (place.form === "list") return inList(place, entriesOf(value, change), key, rest, change);
  if (!isKeyed(value)) throw wrong(change.path, "an object", value);
  const object = value as Json;
  const inner = applied(innerPlace(place, key, change), object[key], rest, change);
  if (inner !== undefined) return { ...object, [key]: inner };
  const { [key]: _gone, ...others } = object;
  return others;
}

function innerPlace(place: Place, key: string, { path }: Change): Place {
  if (place.form === "record") return place.of();
  const keys = place.form === "object" ? place.keys : {};
  const inner = new Map(Object.entries(keys)).get(key);
  if (inner === undefined) {
    throw new GuanxiError([issue("document/unknown-key", path, Object.keys(keys), factOf(key))]);
  }
  return inner();
}

/** A list that is not there is empty: a change may put the first entry into it. */
function entriesOf(value: unknown, { path }: Change): readonly Json[] {
  const entries = value ?? [];
  if (!Array.isArray(entries) || !entries.every(isKeyed)) throw wrong(path, "an array", value);
  return entries as readonly Json[];
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
