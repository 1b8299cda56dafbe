import type { Issue } from "./issue.ts";

/**
 * Issues in the order a reader meets their places in the document; what is missing from an object comes after what is
 * there, and issues of one place stay in the order they were found.
 */
export function inDocumentOrder(document: unknown, issues: readonly Issue[]): readonly Issue[] {
  const placeOf = keyPlaces();
  return issues
    .map((issue) => ({ issue, place: places(document, issue, placeOf) }))
    .sort((a, b) => compare(a.place, b.place))
    .map(({ issue }) => issue);
}

type PlaceOf = (container: object, key: string | number) => number;

/** The path of an issue as positions: an entry per key, where it stands among its siblings. */
function places(document: unknown, { path }: Issue, placeOf: PlaceOf): readonly number[] {
  let value = document;
  return path.map((key) => {
    const container = typeof value === "object" && value !== null ? value : {};
    value = (container as { readonly [key: string]: unknown })[key];
    return typeof key === "number" ? key : placeOf(container, key);
  });
}

/** Counts the keys of an object once, however many issues it has. */
function keyPlaces(): PlaceOf {
  const known = new Map<object, ReadonlyMap<string | number, number>>();
  return (container, key) => {
    let ranks = known.get(container);
    if (ranks === undefined) {
      ranks = new Map(Object.keys(container).map((each, i) => [each, i]));
      known.set(container, ranks);
    }
    return ranks.get(key) ?? ranks.size;
  };
}

/** An issue of the whole comes before those of its parts. */
function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const difference = (a[i] as number) - (b[i] as number);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
