import { PUBLISHED_LIMIT } from "../core/scaled.ts";
import { foldedBound } from "../core/scaled-bound.ts";
import type { Lane } from "./lanes.ts";

/** What a field publishes: integers of its places, within its bounds. */
export interface Publishing {
  /** 10^places. */
  readonly unit: number;
  readonly places: number;
  /** The least and the greatest published integer. */
  readonly least: number;
  readonly greatest: number;
}

/** Doubles are plain where doubles alone prove how they are published; others take a closer look, one by one. */
export interface PlainDoubles {
  /** Whether all are plain, compared as they stand: a cheaper look that asks a little more. */
  readonly areAll: (values: Lane, first: number, rows: number) => boolean;
  /** Rounds all to published integers; says how many of them are plain. */
  readonly publish: (values: Lane, first: number, rows: number, out: Lane) => number;
  readonly isOne: (value: number) => boolean;
}

/** What the product of a double with a power of ten may be off by, and the double from its decimal, relative to it. */
const ERROR = 3e-16;
/** Numbers below 1e-30 are written with an exponent that records refuse. */
const TINY = 2e-30;

export function compilePlainDoubles({ unit, places, least, greatest }: Publishing): PlainDoubles {
  // Of numbers longer than this, only exact publishing tells whether 15 digits hold them.
  const from = Math.max(least, 1 - PUBLISHED_LIMIT);
  const to = Math.min(greatest, PUBLISHED_LIMIT - 1);
  const tiny = TINY * unit;
  const widest = PUBLISHED_LIMIT / 10 / unit;
  const rawFrom = Math.max(foldedBound(least, places), -widest);
  const rawBelow = Math.min(foldedBound(greatest + 1, places), widest);
  return {
    areAll: (values, first, rows) => countPlain(values, first, rows, rawFrom, rawBelow) === rows,
    publish: (values, first, rows, out) => publishPlain(values, first, rows, out, unit, from, to, tiny),
    isOne: (value) => isPlain(value * unit, Math.floor(value * unit + 0.5), from, to, tiny) === 1,
  };
}

function countPlain(values: Lane, first: number, rows: number, from: number, below: number): number {
  let plain = 0;
  for (let i = 0; i < rows; i++) {
    const value = values[first + i] as number;
    plain += +(value >= from) & +(value < below) & (+(Math.abs(value) > TINY) | +(value === 0));
  }
  return plain;
}

function publishPlain(
  values: Lane,
  first: number,
  rows: number,
  out: Lane,
  unit: number,
  from: number,
  to: number,
  tiny: number,
): number {
  let plain = 0;
  for (let i = 0; i < rows; i++) {
    const scaled = (values[first + i] as number) * unit;
    const whole = Math.floor(scaled + 0.5);
    plain += isPlain(scaled, whole, from, to, tiny);
    out[i] = whole;
  }
  return plain;
}

/** 1 if the product is far enough from a tie, and the integer is one that the field takes. */
function isPlain(scaled: number, whole: number, from: number, to: number, tiny: number): number {
  const size = Math.abs(scaled);
  return (
    +(Math.abs(scaled - whole) < 0.5 - size * ERROR) &
    +(whole >= from) &
    +(whole <= to) &
    (+(size > tiny) | +(size === 0))
  );
}
