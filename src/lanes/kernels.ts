import type { Address } from "./lane.ts";

/**
 * The kernels of `assembly/`, which says what each does. Lanes and tables go in by address, rows are those of the chunk,
 * and a count or a truth comes out.
 */
export interface Kernels {
  // assembly/publishing.ts
  readonly publish: (values: Address, rows: number, unit: number, from: number, to: number, tiny: number) => Plainness;
  readonly plainness: (values: Address, rows: number, from: number, below: number, tiny: number) => Plainness;
  readonly hasMissing: (values: Address, rows: number) => 0 | 1;
  readonly toDecimals: (values: Address, rows: number, unit: number, out: Address) => void;

  // assembly/curves.ts
  readonly addBands: (
    values: Address,
    rows: number,
    bounds: Address,
    count: number,
    points: Address,
    weight: number,
    sums: Address,
  ) => void;
  readonly addCodes: (codes: Address, rows: number, points: Address, weight: number, sums: Address) => void;
  readonly addLine: (
    values: Address,
    rows: number,
    bounds: Address,
    count: number,
    lines: Address,
    weight: number,
    sums: Address,
  ) => void;
  readonly addDoubtfulLine: (
    values: Address,
    rows: number,
    bounds: Address,
    count: number,
    lines: Address,
    multiplier: number,
    settled: number,
    weight: number,
    sums: Address,
    doubtful: Address,
  ) => number;

  // assembly/means.ts
  readonly addLane: (values: Address, rows: number, weight: number, sums: Address) => void;
  readonly addPresent: (
    points: Address,
    rows: number,
    weight: number,
    factor: number,
    sums: Address,
    parts: Address,
  ) => void;
  readonly roundQuotients: (sums: Address, rows: number, divisor: number, out: Address) => void;
  readonly roundMeans: (sums: Address, parts: Address, rows: number, divisor: number, out: Address) => void;
  readonly blank: (values: Address, rows: number, parts: Address) => void;
  readonly clamp: (values: Address, rows: number, least: number, greatest: number) => void;
  readonly addByMask: (
    masks: Address,
    rows: number,
    table: Address,
    least: number,
    greatest: number,
    values: Address,
  ) => void;

  // assembly/coverage.ts
  readonly settleLeaf: (
    points: Address,
    rows: number,
    present: Address,
    applies: Address,
    weight: number,
    answer: number,
    answered: Address,
    applicable: Address,
    applicableLeaf: Address,
    mark: 0 | 1,
  ) => number;
  readonly cover: (
    answered: Address,
    applicable: Address,
    rows: number,
    byAll: number,
    whole: number,
    out: Address,
  ) => void;

  // assembly/truths.ts
  readonly lookUp: (codes: Address, rows: number, truths: Address, out: Address) => void;
  readonly testRange: (
    values: Address,
    rows: number,
    from: number,
    to: number,
    inside: number,
    outside: number,
    missing: number,
    out: Address,
  ) => void;
  readonly least: (truths: Address, rows: number, out: Address) => void;
  readonly greatest: (truths: Address, rows: number, out: Address) => void;
  readonly negate: (truths: Address, rows: number, yes: number, out: Address) => void;
  readonly addBit: (truths: Address, rows: number, truth: number, bit: number, masks: Address) => void;
  readonly markNumbers: (values: Address, rows: number, out: Address) => void;
  readonly markCodes: (codes: Address, rows: number, missing: number, out: Address) => void;

  // assembly/codes.ts
  readonly translate: (codes: Address, rows: number, table: Address, last: number, odd: number) => 0 | 1;
  readonly areFlags: (codes: Address, rows: number) => 0 | 1;

  // assembly/classes.ts
  readonly cutAt: (scores: Address, rows: number, cut: number, out: Address) => void;
  readonly joinCodes: (x: Address, y: Address, rows: number, factor: number, out: Address) => void;
  readonly rungsOf: (scores: Address, rows: number, bounds: Address, count: number, last: number, out: Address) => void;
}

/** What a lane of doubles is as a whole: 0 with some that are not plain, 1 plain or missing, 2 plain. */
export type Plainness = 0 | typeof SOME_MISSING | typeof ALL_PLAIN;
export const SOME_MISSING = 1;
export const ALL_PLAIN = 2;
