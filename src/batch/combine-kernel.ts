import { powerOfTen } from "../core/power-of-ten.ts";
import { decimalsOf, toScaled } from "../core/scaled.ts";
import { type CombineSpec, compileCombine } from "../indicator/compile-combine.ts";
import type { Combine } from "../schema/model-document.ts";
import { type Lane, lane } from "./lanes.ts";

/** Adds weight × the child's points to a lane; every row has the child's points. */
export type AddChild = (weight: number, sums: Lane) => void;

/** A child where not every child has points in every row. */
export interface Child {
  /** Adds weight × points where the child has points in every row, else `null`. */
  readonly add: AddChild | null;
  /** The points of every other child, NaN where it is absent. */
  readonly points: Lane;
}

/** How a branch's children become its lane. */
export interface CombineKernel {
  /** Where every child is present in every row. */
  readonly simply: (rows: number, children: readonly AddChild[], out: Lane) => void;
  readonly generally: (rows: number, children: readonly Child[], out: Lane) => void;
}

export function compileCombineKernel(kind: Combine, spec: CombineSpec): CombineKernel {
  return KERNELS[kind](spec);
}

const KERNELS = {
  mean: meanKernel,
  sum: sumKernel,
  product: (spec) => rowByRow("product", spec),
  min: (spec) => rowByRow("min", spec),
  max: (spec) => rowByRow("max", spec),
} satisfies { readonly [K in Combine]: (spec: CombineSpec) => CombineKernel };

/** Each row by the same function that scores one account. */
function rowByRow(kind: Combine, spec: CombineSpec): CombineKernel {
  const { value } = compileCombine(kind, spec);
  const lanes = spec.ids.map(lane);
  const points: number[] = new Array(lanes.length).fill(0);
  const combine = (rows: number, children: readonly Lane[], out: Lane) => {
    for (let i = 0; i < rows; i++) {
      for (let c = 0; c < children.length; c++) points[c] = (children[c] as Lane)[i] as number;
      out[i] = value(points);
    }
  };
  const pointsOf = (add: AddChild, c: number, rows: number): Lane => {
    const own = (lanes[c] as Lane).fill(0, 0, rows);
    add(1, own);
    return own;
  };
  return {
    generally: (rows, children, out) =>
      combine(
        rows,
        children.map(({ add, points: own }, c) => (add === null ? own : pointsOf(add, c, rows))),
        out,
      ),
    simply: (rows, children, out) =>
      combine(
        rows,
        children.map((add, c) => pointsOf(add, c, rows)),
        out,
      ),
  };
}

/**
 * Σ wᵢ·pᵢ ÷ Σ wᵢ with integers in doubles. The quotient plus a half is exact enough for its floor while four times the
 * numerator and twice the divisor stay below 2⁵³; a mean that could leave that is computed row by row.
 */
function meanKernel(spec: CombineSpec): CombineKernel {
  const { weights, from, to } = spec;
  const scale = Math.max(0, ...weights.map(decimalsOf));
  const scaled = weights.map((weight) => toScaled(weight, scale));
  const whole = scaled.reduce((sum, weight) => sum + weight, 0);
  const multiplier = powerOfTen(Math.max(0, to - from));
  const divisor = powerOfTen(Math.max(0, from - to));
  const widest = Math.max(Math.abs(spec.least), Math.abs(spec.greatest)) * powerOfTen(Math.max(0, from - to));
  if (!(4 * whole * widest * multiplier + 2 * whole * divisor < Number.MAX_SAFE_INTEGER)) return rowByRow("mean", spec);
  const isSigned = spec.least < 0;
  const sums = lane();
  const parts = lane();
  return {
    simply: (rows, children, out) => {
      sums.fill(0, 0, rows);
      children.forEach((add, c) => {
        if ((scaled[c] as number) > 0) add((scaled[c] as number) * multiplier, sums);
      });
      roundQuotients(rows, sums, whole * divisor, isSigned, out);
    },
    generally: (rows, children, out) => {
      sums.fill(0, 0, rows);
      let always = 0;
      children.forEach(({ add }, c) => {
        const weight = scaled[c] as number;
        if (add === null || weight === 0) return;
        add(weight * multiplier, sums);
        always += weight;
      });
      parts.fill(always, 0, rows);
      children.forEach(({ add, points }, c) => {
        if (add === null) addPresent(points, rows, scaled[c] as number, multiplier, sums, parts);
      });
      for (let i = 0; i < rows; i++) {
        const quotient = (sums[i] as number) / ((parts[i] as number) * divisor);
        out[i] = quotient < 0 ? 0 - Math.floor(0.5 - quotient) : Math.floor(quotient + 0.5);
      }
    },
  };
}

/** Adds weight × points, and the weight, where there are points. */
function addPresent(points: Lane, rows: number, weight: number, multiplier: number, sums: Lane, parts: Lane): void {
  for (let i = 0; i < rows; i++) {
    const point = points[i] as number;
    if (Number.isNaN(point)) continue;
    sums[i] = (sums[i] as number) + point * weight * multiplier;
    parts[i] = (parts[i] as number) + weight;
  }
}

/** Rounds half away from zero. */
function roundQuotients(rows: number, sums: Lane, divisor: number, isSigned: boolean, out: Lane): void {
  if (isSigned) {
    for (let i = 0; i < rows; i++) {
      const quotient = (sums[i] as number) / divisor;
      out[i] = quotient < 0 ? 0 - Math.floor(0.5 - quotient) : Math.floor(quotient + 0.5);
    }
  } else {
    for (let i = 0; i < rows; i++) out[i] = Math.floor((sums[i] as number) / divisor + 0.5);
  }
}

/** `start` + Σ pᵢ, clamped; to coarser places by one rounding. The model was proved to keep such sums below 2⁵². */
function sumKernel(spec: CombineSpec): CombineKernel {
  const { from, to, least, greatest } = spec;
  const multiplier = powerOfTen(Math.max(0, to - from));
  const divisor = powerOfTen(Math.max(0, from - to));
  const start = toScaled(spec.start, from) * multiplier;
  const sums = lane();
  const finish = (rows: number, out: Lane) => {
    roundQuotients(rows, sums, divisor, true, out);
    for (let i = 0; i < rows; i++) out[i] = Math.min(Math.max(out[i] as number, least), greatest);
  };
  return {
    simply: (rows, children, out) => {
      sums.fill(start, 0, rows);
      for (const add of children) add(multiplier, sums);
      finish(rows, out);
    },
    generally: (rows, children, out) => {
      const isAlways = children.some(({ add }) => add !== null);
      sums.fill(isAlways ? start : Number.NaN, 0, rows);
      for (const { add } of children) add?.(multiplier, sums);
      for (const { add, points } of children) {
        if (add !== null) continue;
        for (let i = 0; i < rows; i++) {
          const point = points[i] as number;
          if (Number.isNaN(point)) continue;
          const sum = sums[i] as number;
          sums[i] = (Number.isNaN(sum) ? start : sum) + point * multiplier;
        }
      }
      finish(rows, out);
    },
  };
}
