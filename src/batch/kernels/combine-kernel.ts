import { powerOfTen } from "../../core/power-of-ten.ts";
import { decimalsOf, toScaled } from "../../core/scaled.ts";
import { type CombineSpec, compileCombine } from "../../indicator/compile-combine.ts";
import { at, type Lane } from "../../lanes/lane.ts";
import type { Workspace } from "../../lanes/workspace.ts";
import type { Combine } from "../../schema/model-document.ts";

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

export function compileCombineKernel(kind: Combine, spec: CombineSpec, space: Workspace): CombineKernel {
  return KERNELS[kind](spec, space);
}

const KERNELS = {
  mean: meanKernel,
  sum: sumKernel,
  product: (spec, space) => rowByRow("product", spec, space),
  min: (spec, space) => rowByRow("min", spec, space),
  max: (spec, space) => rowByRow("max", spec, space),
} satisfies { readonly [K in Combine]: (spec: CombineSpec, space: Workspace) => CombineKernel };

/** Each row by the same function that scores one account. */
function rowByRow(kind: Combine, spec: CombineSpec, space: Workspace): CombineKernel {
  const { value } = compileCombine(kind, spec);
  const lanes = spec.ids.map(space.lane);
  const points: number[] = new Array(lanes.length).fill(0);
  const combine = (rows: number, children: readonly Lane[], out: Lane) => {
    for (let i = 0; i < rows; i++) {
      for (let c = 0; c < children.length; c++) points[c] = (children[c] as Lane)[i] as number;
      out[i] = value(points);
    }
  };
  const pointsOf = (add: AddChild, c: number, rows: number): Lane => {
    const own = lanes[c] as Lane;
    own.fill(0, 0, rows);
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
function meanKernel(spec: CombineSpec, space: Workspace): CombineKernel {
  const { weights, from, to } = spec;
  const scale = Math.max(0, ...weights.map(decimalsOf));
  const scaled = weights.map((weight) => toScaled(weight, scale));
  const whole = scaled.reduce((sum, weight) => sum + weight, 0);
  const multiplier = powerOfTen(Math.max(0, to - from));
  const divisor = powerOfTen(Math.max(0, from - to));
  const widest = Math.max(Math.abs(spec.least), Math.abs(spec.greatest)) * powerOfTen(Math.max(0, from - to));
  if (!(4 * whole * widest * multiplier + 2 * whole * divisor < Number.MAX_SAFE_INTEGER)) {
    return rowByRow("mean", spec, space);
  }
  const { kernels } = space;
  const [sums, parts] = [space.lane(), space.lane()];
  const weightOf = (c: number) => scaled[c] as number;
  return {
    simply: (rows, children, out) => {
      sums.fill(0, 0, rows);
      children.forEach((add, c) => {
        if (weightOf(c) > 0) add(weightOf(c) * multiplier, sums);
      });
      kernels.roundQuotients(at(sums), rows, whole * divisor, at(out));
    },
    generally: (rows, children, out) => {
      sums.fill(0, 0, rows);
      let always = 0;
      children.forEach(({ add }, c) => {
        if (add === null || weightOf(c) === 0) return;
        add(weightOf(c) * multiplier, sums);
        always += weightOf(c);
      });
      parts.fill(always, 0, rows);
      children.forEach(({ add, points }, c) => {
        if (add !== null) return;
        kernels.addPresent(at(points), rows, weightOf(c), weightOf(c) * multiplier, at(sums), at(parts));
      });
      kernels.roundMeans(at(sums), at(parts), rows, divisor, at(out));
    },
  };
}

/** `start` + Σ pᵢ, clamped; to coarser places by one rounding. The model was proved to keep such sums below 2⁵². */
function sumKernel(spec: CombineSpec, { kernels, lane }: Workspace): CombineKernel {
  const { from, to, least, greatest } = spec;
  const multiplier = powerOfTen(Math.max(0, to - from));
  const divisor = powerOfTen(Math.max(0, from - to));
  const start = toScaled(spec.start, from) * multiplier;
  const [sums, parts] = [lane(), lane()];
  const finish = (rows: number, out: Lane) => {
    kernels.roundQuotients(at(sums), rows, divisor, at(out));
    kernels.clamp(at(out), rows, least, greatest);
  };
  return {
    simply: (rows, children, out) => {
      sums.fill(start, 0, rows);
      for (const add of children) add(multiplier, sums);
      finish(rows, out);
    },
    generally: (rows, children, out) => {
      sums.fill(start, 0, rows);
      parts.fill(+children.some(({ add }) => add !== null), 0, rows);
      for (const { add } of children) add?.(multiplier, sums);
      for (const { add, points } of children) {
        if (add === null) kernels.addPresent(at(points), rows, 1, multiplier, at(sums), at(parts));
      }
      kernels.blank(at(sums), rows, at(parts));
      finish(rows, out);
    },
  };
}
