import type { Issue } from "../core/issue.ts";
import { type Names, names, type Reporter, reporter } from "../core/reporter.ts";
import { pointsPlacesOf, rangeOf, scorePlacesOf } from "../schema/defaults.ts";
import type { Field, FieldKind, Measure, ModelDocument } from "../schema/model-document.ts";

/** What every cross-check sees: the document, the names in it, and where issues go. */
export interface Check extends Reporter {
  readonly model: ModelDocument;
  readonly range: readonly [number, number];
  readonly pointsPlaces: number;
  readonly scorePlaces: number;
  readonly dimensionIds: readonly string[];
  /** Fields and measures: what can be an input. */
  readonly inputs: Names;
  readonly fieldsOf: (kind: FieldKind) => Names;
  /** The listed values of a category field; `undefined` for an open one. */
  readonly valuesOf: (field: Field | undefined) => Names | undefined;
  /** The dimensions and the total. */
  readonly scores: Names;
  readonly groups: Names;
  readonly rungs: Names;
  readonly field: (id: string) => Field | undefined;
  readonly measure: (id: string) => Measure | undefined;
}

export function beginCheck(model: ModelDocument, issues: Issue[]): Check {
  const fields = new Map(Object.entries(model.fields));
  const measures = new Map(Object.entries(model.measures ?? {}));
  const dimensionIds = Object.keys(model.dimensions);
  return {
    model,
    range: rangeOf(model),
    pointsPlaces: pointsPlacesOf(model),
    scorePlaces: scorePlacesOf(model),
    dimensionIds,
    inputs: names([...fields.keys(), ...measures.keys()]),
    fieldsOf: once((kind: FieldKind) => names([...fields.keys()].filter((id) => fields.get(id)?.kind === kind))),
    valuesOf: once((field: Field | undefined) =>
      field?.kind === "category" && field.values !== undefined ? names(field.values) : undefined,
    ),
    scores: names([...dimensionIds, "total"]),
    groups: names(Object.keys(model.bonusGroups ?? {})),
    rungs: names(model.tier?.rungs.map(({ name }) => name) ?? []),
    field: (id) => fields.get(id),
    measure: (id) => measures.get(id),
    ...reporter(issues),
  };
}

/** Remembers its answers, so that a large document is not read again for every reference in it. */
function once<K, V>(answer: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    if (!known.has(key)) known.set(key, answer(key));
    return known.get(key) as V;
  };
}

/** The kind of an input as checks see it; measures are numbers. `undefined` if there is no such input. */
export function inputKind(check: Check, id: string): Field["kind"] | undefined {
  return check.field(id)?.kind ?? (check.measure(id) === undefined ? undefined : "number");
}
