import { GuanxiError } from "../core/guanxi-error.ts";
import { factOf, type Issue, type IssueCode, issue, type Path } from "../core/issue.ts";
import { readNumeral } from "../core/numeral.ts";
import { powerOfTen } from "../core/power-of-ten.ts";
import { decimalsOf, digitsOf, fromScaled, MOST_DIGITS, PUBLISHED_LIMIT } from "../core/scaled.ts";
import { unknownKeys } from "../core/unknown-keys.ts";

/** Whether more of the input earns more points or fewer. */
export type Direction = "rising" | "falling";

/** The arguments of one builder under examination. What is not usable reads as NaN, which fails no later comparison. */
export interface Arguments {
  readonly has: (key: string) => boolean;
  readonly number: (key: string) => number;
  /** A number above a bound; an argument may name the bound. */
  readonly above: (key: string, bound: number) => number;
  readonly places: () => number;
  /** Worst and best points, by default 0 and 100; if they are to be interpolated at so many places, they must fit them. */
  readonly points: (places: number | null) => readonly [worst: number, best: number];
  readonly direction: () => Direction;
  /** The error that lines between rounded points may have: rounding alone takes half a unit of the last place. */
  readonly maximumError: (places: number) => number;
  readonly report: (code: IssueCode, path: Path, expected: Issue["expected"], found: unknown) => void;
  /** Throws a `GuanxiError` of everything that was wrong. */
  readonly refuse: () => void;
}

/** Decimals of the points of a knot where the caller names none: the default of a model's points. */
const DEFAULT_PLACES = 4;

/** @param known the arguments there are; any other is refused, because it was meant to change the curve */
export function examine(given: unknown, known: readonly string[]): Arguments {
  const options = (typeof given === "object" && given !== null ? given : {}) as { readonly [key: string]: unknown };
  const issues: Issue[] = [...unknownKeys(options, known)];
  const report: Arguments["report"] = (code, path, expected, found) => {
    issues.push(issue(code, path, expected, factOf(found)));
  };
  const numberAt = (path: Path, value: unknown): number => {
    if (typeof value === "number" && typeof readNumeral(value) === "object" && digitsOf(value) <= MOST_DIGITS) {
      return value + 0;
    }
    report("curves/number", path, MOST_DIGITS, value);
    return Number.NaN;
  };
  const number = (key: string) => numberAt([key], options[key]);
  const above: Arguments["above"] = (key, bound) => {
    const value = number(key);
    if (value <= bound) report("curves/above", [key], bound, value);
    return value;
  };
  const checkPoint = (point: number, path: Path, places: number): void => {
    if (decimalsOf(point) > places) report("curves/decimals", path, places, point);
    if (Math.abs(point) * powerOfTen(places) >= PUBLISHED_LIMIT) report("curves/size", path, places, point);
  };

  return {
    has: (key) => options[key] !== undefined,
    number,
    above,
    places: () => {
      const { places = DEFAULT_PLACES } = options;
      if (Number.isInteger(places) && (places as number) >= 0 && (places as number) <= MOST_DIGITS) {
        return places as number;
      }
      report("curves/places", ["places"], MOST_DIGITS, places);
      return DEFAULT_PLACES;
    },
    points: (places) => {
      const { points = [0, 100] } = options;
      if (!Array.isArray(points) || points.length !== 2) {
        report("curves/points", ["points"], null, points);
        return [Number.NaN, Number.NaN];
      }
      const [worst, best] = points.map((value, i) => {
        const point = numberAt(["points", i], value);
        if (places !== null) checkPoint(point, ["points", i], places);
        return point;
      }) as [number, number];
      if (best <= worst) report("curves/above", ["points", 1], worst, best);
      return [worst, best];
    },
    direction: () => {
      const { direction = "rising" } = options;
      if (direction === "rising" || direction === "falling") return direction;
      report("curves/direction", ["direction"], ["rising", "falling"], direction);
      return "rising";
    },
    maximumError: (places) => above("maximumError", fromScaled(5, places + 1)),
    report,
    refuse: () => {
      if (issues.length > 0) throw new GuanxiError(issues);
    },
  };
}
