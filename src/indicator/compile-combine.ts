import { exactQuotient } from "../core/exact-quotient.ts";
import { powerOfTen } from "../core/power-of-ten.ts";
import { refereeMean, refereeProduct } from "../core/referee.ts";
import { roundHalfAway } from "../core/rounding.ts";
import { mostDecimals, toScaled } from "../core/scaled.ts";
import type { Combine } from "../schema/model-document.ts";

/** Decimals of a published share of a parent. */
export const SHARE_PLACES = 6;
const WHOLE_SHARE = 1e6;

/** What a branch is combined from. Points are integers × 10^−`from`, results × 10^−`to`. */
export interface CombineSpec {
  /** Children's ids, in declared order. */
  readonly ids: readonly string[];
  /** Declared weights of a mean; ignored elsewhere. */
  readonly weights: readonly number[];
  readonly start: number;
  readonly from: number;
  readonly to: number;
  /** The clamp, × 10^−`to`. */
  readonly least: number;
  readonly greatest: number;
}

/** How a branch becomes one number. A child without points is NaN; so is the answer when no child is present. */
export interface Combiner {
  readonly value: (points: readonly number[]) => number;
  /** Shares at 6 places as integers, into `shares`; NaN where the combination has no additive shares. */
  readonly share: (points: readonly number[], shares: number[]) => void;
  /** The same while every child is present, known beforehand; `null` where they depend on the points. */
  readonly sharesOfAll: readonly number[] | null;
}

export function compileCombine(kind: Combine, spec: CombineSpec): Combiner {
  return COMPILERS[kind](spec);
}

const COMPILERS = {
  mean: compileMean,
  sum: compileSum,
  product: compileProduct,
  min: (spec) => compileExtreme(spec, (a, b) => a < b),
  max: (spec) => compileExtreme(spec, (a, b) => a > b),
} satisfies { readonly [K in Combine]: (spec: CombineSpec) => Combiner };

/** From one scale to another: ×10ⁿ above a fraction line, or below it. */
function rescaling(from: number, to: number): { readonly multiplier: number; readonly divisor: number } {
  return { multiplier: powerOfTen(Math.max(0, to - from)), divisor: powerOfTen(Math.max(0, from - to)) };
}

/** Σ wᵢ·pᵢ ÷ Σ wᵢ over the present children of weight above 0, rounded once. */
function compileMean({ weights, from, to }: CombineSpec): Combiner {
  const { multiplier, divisor } = rescaling(from, to);
  const scale = mostDecimals(weights);
  const scaled = weights.map((weight) => toScaled(weight, scale));
  const isPresent = (points: readonly number[], i: number) => {
    const point = points[i] as number;
    return !Number.isNaN(point) && (scaled[i] as number) > 0;
  };
  const share: Combiner["share"] = (points, shares) => {
    let whole = 0;
    for (let i = 0; i < scaled.length; i++) if (isPresent(points, i)) whole += scaled[i] as number;
    for (let i = 0; i < scaled.length; i++) {
      shares[i] = isPresent(points, i) ? exactQuotient(scaled[i] as number, WHOLE_SHARE, whole) : 0;
    }
  };
  const sharesOfAll: number[] = [];
  share(
    scaled.map(() => 0),
    sharesOfAll,
  );
  return {
    value: (points) => {
      let sum = 0;
      let whole = 0;
      // Of the sizes: while they sum to an exact integer, so do the products, whatever their signs.
      let size = 0;
      for (let i = 0; i < scaled.length; i++) {
        const weight = scaled[i] as number;
        const point = points[i] as number;
        if (!(weight > 0) || Number.isNaN(point)) continue;
        const product = weight * point;
        whole += weight;
        sum += product;
        size += Math.abs(product);
      }
      const isSafe = size <= Number.MAX_SAFE_INTEGER;
      if (whole === 0) return Number.NaN;
      const mean = isSafe ? roundHalfAway(sum, multiplier, whole * divisor) : Number.NaN;
      if (!Number.isNaN(mean) && whole * divisor <= Number.MAX_SAFE_INTEGER) return mean;
      const present = scaled.map((_, i) => i).filter((i) => isPresent(points, i));
      const pick = (list: readonly number[]) => present.map((i) => list[i] as number);
      return refereeMean(pick(scaled), pick(points), multiplier, [whole, divisor]);
    },
    share,
    sharesOfAll,
  };
}

/** `start` + Σ pᵢ over the present children, rounded once, then clamped. */
function compileSum({ ids, start, from, to, least, greatest }: CombineSpec): Combiner {
  const { multiplier, divisor } = rescaling(from, to);
  const scaledStart = toScaled(start, from);
  return {
    value: (points) => {
      let sum = Number.NaN;
      for (const point of points) if (!Number.isNaN(point)) sum = (Number.isNaN(sum) ? scaledStart : sum) + point;
      return Number.isNaN(sum) ? sum : clamp(exactQuotient(sum, multiplier, divisor), least, greatest);
    },
    share: (points, shares) => {
      for (let i = 0; i < points.length; i++) shares[i] = Number.isNaN(points[i]) ? 0 : WHOLE_SHARE;
    },
    sharesOfAll: ids.map(() => WHOLE_SHARE),
  };
}

/** Π pᵢ over the present children, rounded once, then clamped. */
function compileProduct({ from, to, least, greatest }: CombineSpec): Combiner {
  return {
    value: (points) => {
      let product = 1;
      let present = 0;
      let isSafe = true;
      for (const point of points) {
        if (Number.isNaN(point)) continue;
        present += 1;
        product *= point;
        isSafe = isSafe && Math.abs(product) <= Number.MAX_SAFE_INTEGER;
      }
      if (present === 0) return Number.NaN;
      const exponent = from * present;
      const rounded =
        isSafe && exponent <= 15 ? roundHalfAway(product, powerOfTen(to), powerOfTen(exponent)) : Number.NaN;
      if (!Number.isNaN(rounded)) return clamp(rounded, least, greatest);
      const factors = points.filter((point) => !Number.isNaN(point));
      return clamp(refereeProduct(factors, powerOfTen(to), exponent), least, greatest);
    },
    share: (points, shares) => {
      for (let i = 0; i < points.length; i++) shares[i] = Number.NaN;
    },
    sharesOfAll: null,
  };
}

/** The least or greatest of the present children, rounded to its places; of equals the first id decides. */
function compileExtreme({ ids, from, to }: CombineSpec, isBetter: (a: number, b: number) => boolean): Combiner {
  const { multiplier, divisor } = rescaling(from, to);
  const deciding = (points: readonly number[]) => {
    let best = -1;
    for (let i = 0; i < points.length; i++) {
      const point = points[i] as number;
      if (Number.isNaN(point)) continue;
      const held = points[best] as number;
      if (best < 0 || isBetter(point, held) || (point === held && (ids[i] as string) < (ids[best] as string))) best = i;
    }
    return best;
  };
  return {
    value: (points) => {
      const best = deciding(points);
      return best < 0 ? Number.NaN : exactQuotient(points[best] as number, multiplier, divisor);
    },
    share: (points, shares) => {
      const best = deciding(points);
      for (let i = 0; i < points.length; i++) shares[i] = i === best ? WHOLE_SHARE : 0;
    },
    sharesOfAll: null,
  };
}

function clamp(value: number, least: number, greatest: number): number {
  return value < least ? least : value > greatest ? greatest : value;
}
