import { type Fact, factOf, type Issue, type IssueCode, issue, type Path } from "../core/issue.ts";
import { nearMiss } from "../core/near-miss.ts";
import { pointsPlacesOf, rangeOf, scorePlacesOf } from "../schema/defaults.ts";
import type { Field, Measure, ModelDocument } from "../schema/model-document.ts";

/** What every cross-check sees: the document, the names in it, and where issues go. */
export interface Check {
  readonly model: ModelDocument;
  readonly range: readonly [number, number];
  readonly pointsPlaces: number;
  readonly scorePlaces: number;
  /** Fields and measures: what can be an input. */
  readonly inputIds: readonly string[];
  readonly dimensionIds: readonly string[];
  readonly rungNames: readonly string[];
  readonly field: (id: string) => Field | undefined;
  readonly measure: (id: string) => Measure | undefined;
  readonly report: (code: IssueCode, path: Path, expected: Fact, found: unknown) => void;
  /** Reports a name that is not among the known ones, with the near miss if there is one. */
  readonly unknown: (code: IssueCode, path: Path, known: readonly string[], found: string) => void;
}

export function beginCheck(model: ModelDocument, issues: Issue[]): Check {
  const fields = new Map(Object.entries(model.fields));
  const measures = new Map(Object.entries(model.measures ?? {}));
  return {
    model,
    range: rangeOf(model),
    pointsPlaces: pointsPlacesOf(model),
    scorePlaces: scorePlacesOf(model),
    inputIds: [...fields.keys(), ...measures.keys()],
    dimensionIds: Object.keys(model.dimensions),
    rungNames: model.tier?.rungs.map(({ name }) => name) ?? [],
    field: (id) => fields.get(id),
    measure: (id) => measures.get(id),
    report: (code, path, expected, found) => {
      issues.push(issue(code, path, expected, factOf(found)));
    },
    unknown: (code, path, known, found) => {
      issues.push(issue(code, path, known, factOf(found), nearMiss(found, known)));
    },
  };
}

/** The kind of an input as checks see it; measures are numbers. `undefined` if there is no such input. */
export function inputKind(check: Check, id: string): Field["kind"] | undefined {
  return check.field(id)?.kind ?? (check.measure(id) === undefined ? undefined : "number");
}
