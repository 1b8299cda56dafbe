import type { Combine, Parent } from "./document.ts";
import { clamp, type Exact, exact, fraction, greatestOf, leastOf, ONE, round, sumOf, ZERO } from "./exact.ts";
import { happened } from "./trace.ts";

/** A child as its parent sees it: points it may have, and a weight under a mean. */
export interface Child {
  id: string;
  points: Exact | null;
  weight: Exact | null;
}

export interface Part {
  share: Exact | null;
  contribution: Exact | null;
}

export interface Combined {
  /** Null when no child is present. */
  points: Exact | null;
  /** By child id, of every child. */
  parts: Map<string, Part>;
  /** What the contributions lack to the points. */
  rounding: Exact | null;
}

export interface Scale {
  low: Exact;
  high: Exact;
  points: number;
  score: number;
}

type Present = Child & { points: Exact };

export function combineChildren(parent: Parent, children: Child[], places: number, scale: Scale): Combined {
  const combine = parent.combine ?? "mean";
  const present = children.filter((child) => isPresent(child, combine)) as Present[];
  const points = present.length === 0 ? null : clamp(combined(parent, combine, present, places), scale);
  const parts = new Map<string, Part>();
  for (const child of children) {
    parts.set(child.id, partOf(child, combine, present, scale));
  }
  return { points, parts, rounding: roundingOf(combine, points, parts) };
}

/** Under a mean a child of weight 0 never counts as present. */
function isPresent(child: Child, combine: Combine): boolean {
  if (child.points === null) return false;
  return combine !== "mean" || (child.weight as Exact).greaterThan(0);
}

function combined(parent: Parent, combine: Combine, present: Present[], places: number): Exact {
  happened(`combined by ${combine}`);
  const points = present.map((child) => child.points);
  switch (combine) {
    case "mean": {
      const weighted = present.map((child) => child.points.times(child.weight as Exact));
      return round(fraction(sumOf(weighted), weightOf(present)), places, "mean");
    }
    case "sum": {
      const start = exact(parent.start ?? 0);
      if (!start.isZero()) happened("sum with start");
      return round(fraction(start.plus(sumOf(points))), places, "sum");
    }
    case "product":
      return round(fraction(points.reduce((a, b) => a.times(b))), places, "product");
    case "min":
      return round(fraction(leastOf(points)), places, "min");
    case "max":
      return round(fraction(greatestOf(points)), places, "max");
  }
}

function weightOf(present: Present[]): Exact {
  return sumOf(present.map((child) => child.weight as Exact));
}

function partOf(child: Child, combine: Combine, present: Present[], scale: Scale): Part {
  if (combine === "product") return { share: null, contribution: null };
  const isHere = present.some((other) => other.id === child.id);
  if (!isHere) return { share: ZERO, contribution: ZERO };
  const points = child.points as Exact;
  if (combine === "mean") {
    const share = round(fraction(child.weight as Exact, weightOf(present)), 6, "share");
    return {
      share,
      contribution: round(fraction(share.times(points)), scale.points, "contribution"),
    };
  }
  if (combine === "sum" || deciderOf(combine, present).id === child.id) {
    return { share: ONE, contribution: points };
  }
  return { share: ZERO, contribution: ZERO };
}

/** The child that decides a min or a max; of equals, the one whose id comes first by code units. */
function deciderOf(combine: "min" | "max", present: Present[]): Present {
  const points = present.map((child) => child.points);
  const decisive = combine === "min" ? leastOf(points) : greatestOf(points);
  const equals = present.filter((child) => child.points.equals(decisive));
  if (equals.length > 1) happened(`equals under ${combine}`);
  return equals.reduce((first, child) => (child.id < first.id ? child : first));
}

function roundingOf(combine: Combine, points: Exact | null, parts: Map<string, Part>): Exact | null {
  if (combine === "product" || points === null) return null;
  return points.minus(sumOf([...parts.values()].map((part) => part.contribution as Exact)));
}
