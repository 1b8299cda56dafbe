import { PUBLISHED_LIMIT } from "../../core/scaled.ts";
import { foldedBound } from "../../core/scaled-bound.ts";
import type { Kernels, Plainness } from "../../lanes/kernels.ts";
import { at, type Lane } from "../../lanes/lane.ts";

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
  /** What a lane is as it stands: a cheaper look that asks a little more. */
  readonly look: (kernels: Kernels, values: Lane, rows: number) => Plainness;
  /** Rounds a lane to published integers where it stands. */
  readonly publish: (kernels: Kernels, values: Lane, rows: number) => Plainness;
}

/** Numbers below 1e-30 are written with an exponent that records refuse. */
const TINY = 2e-30;

export function compilePlainDoubles({ unit, places, least, greatest }: Publishing): PlainDoubles {
  // Of numbers longer than this, only exact publishing tells whether 15 digits hold them.
  const from = Math.max(least, 1 - PUBLISHED_LIMIT);
  const to = Math.min(greatest, PUBLISHED_LIMIT - 1);
  const widest = PUBLISHED_LIMIT / 10 / unit;
  const rawFrom = Math.max(foldedBound(least, places), -widest);
  const rawBelow = Math.min(foldedBound(greatest + 1, places), widest);
  return {
    look: (kernels, values, rows) => kernels.plainness(at(values), rows, rawFrom, rawBelow, TINY),
    publish: (kernels, values, rows) => kernels.publish(at(values), rows, unit, from, to, TINY * unit),
  };
}
