import type { Path } from "../core/issue.ts";
import { canonicalJson } from "../fingerprint/canonical-json.ts";
import type { ModelDocument } from "../schema/model-document.ts";
import type { Change } from "./change.ts";
import { DOCUMENT, type Place } from "./document-grammar.ts";

type Json = { readonly [key: string]: unknown };

/** Every change from one document to another, in document order: what is no longer there stands after what is. */
export function documentChanges(from: ModelDocument, to: ModelDocument): readonly Change[] {
  const changes: Change[] = [];
  compare(DOCUMENT(), [], from, to, changes);
  return changes;
}

function compare(place: Place, path: Path, from: unknown, to: unknown, changes: Change[]): void {
  if (isSame(from, to)) return;
  if (
    from === undefined ||
    to === undefined ||
    place.form === "leaf" ||
    isOfOtherForm(place, from as Json, to as Json)
  ) {
    changes.push(change(place.kind, path, from, to));
  } else if (place.form === "list") compareLists(place, path, from as readonly Json[], to as readonly Json[], changes);
  else {
    const below = place.form === "record" ? place.of : null;
    for (const key of orderedKeys(place, from as Json, to as Json)) {
      const inner = below ?? (place as Extract<Place, { form: "object" }>).keys[key];
      if (inner !== undefined) compare(inner(), [...path, key], own(from as Json, key), own(to as Json, key), changes);
    }
  }
}

/** Entries by what they are called, then the order they stand in: as it was, new ones behind, unless told otherwise. */
function compareLists(
  { kind, nameOf, of }: Extract<Place, { form: "list" }>,
  path: Path,
  from: readonly Json[],
  to: readonly Json[],
  changes: Change[],
): void {
  const nameIn = nameOf as (entry: Json) => string;
  const before = new Map(from.map((entry) => [nameIn(entry), entry]));
  const after = new Map(to.map((entry) => [nameIn(entry), entry]));
  for (const [name, entry] of after) compare(of(), [...path, name], before.get(name), entry, changes);
  for (const [name, entry] of before)
    if (!after.has(name)) changes.push(change(kind, [...path, name], entry, undefined));
  const kept = [...before.keys()].filter((name) => after.has(name));
  const expected = [...kept, ...[...after.keys()].filter((name) => !before.has(name))];
  const order = [...after.keys()];
  if (!isSame(expected, order)) changes.push(change("order", path, [...before.keys()], order));
}

function change(kind: Change["kind"], path: Path, from: unknown, to: unknown): Change {
  return { kind, path, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** A number field that becomes a date, an indicator that becomes a group: nothing of the one means the same in the other. */
function isOfOtherForm({ form }: Place, from: Json, to: Json): boolean {
  return (
    form === "object" && (from.kind !== to.kind || (from.indicators === undefined) !== (to.indicators === undefined))
  );
}

/** The keys of an object in the order of its grammar, the ids of a record as the document lists them. */
function orderedKeys(place: Place, from: Json, to: Json): readonly string[] {
  if (place.form === "object") return Object.keys(place.keys);
  return [...Object.keys(to), ...Object.keys(from).filter((key) => own(to, key) === undefined)];
}

function own(object: Json, key: string): unknown {
  return hasOwn.call(object, key) ? object[key] : undefined;
}

const hasOwn = Object.prototype.hasOwnProperty;

function isSame(a: unknown, b: unknown): boolean {
  if (a === undefined || b === undefined) return a === b;
  return canonicalJson(a) === canonicalJson(b);
}
