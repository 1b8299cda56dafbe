import * as z from "zod/mini";
import { condition } from "./condition-shape.ts";
import type { CurveKind, IndicatorNode, MissingKind } from "./model-document.ts";
import { atLeastZero, closed, id, keyed, name, named, number, pair } from "./words.ts";

/** Steps of a number; what kind of number their points are is the caller's. */
export const bands = <P extends z.core.$ZodType>(points: () => P) =>
  z.array(closed({ from: z.optional(number()), above: z.optional(number()), points: points() })).check(z.minLength(1));

const CURVES = {
  bands: () => closed({ kind: z.literal("bands"), bands: bands(number) }),
  linear: () =>
    closed({
      kind: z.literal("linear"),
      knots: z.array(pair(number)).check(z.minLength(2)),
    }),
  lookup: () =>
    closed({
      kind: z.literal("lookup"),
      points: z.record(name(), number()),
      otherwise: z.optional(number()),
    }),
  flag: () => closed({ kind: z.literal("flag"), points: closed({ true: number(), false: number() }) }),
} satisfies { readonly [K in CurveKind]: () => unknown };

export const curve = () =>
  z.discriminatedUnion("kind", [CURVES.bands(), CURVES.linear(), CURVES.lookup(), CURVES.flag()]);

const MISSING = {
  reject: () => closed({ kind: z.literal("reject") }),
  exclude: () => closed({ kind: z.literal("exclude") }),
  points: () => closed({ kind: z.literal("points"), points: number() }),
  worst: () => closed({ kind: z.literal("worst") }),
  best: () => closed({ kind: z.literal("best") }),
} satisfies { readonly [K in MissingKind]: () => unknown };

const missing = () =>
  z.discriminatedUnion("kind", [
    MISSING.reject(),
    MISSING.exclude(),
    MISSING.points(),
    MISSING.worst(),
    MISSING.best(),
  ]);

/** The key that makes a node a group; the union of both says so in its message. */
export const GROUP_KEY = "indicators";

/** An indicator or a group of them, told apart by `indicators`. */
export const indicatorNode = (): z.ZodMiniType<IndicatorNode> => {
  if (made !== undefined) return made;
  const indicator = closed({
    input: id(),
    weight: z.optional(atLeastZero()),
    curve: curve(),
    missing: z.optional(missing()),
    monotone: z.optional(z.enum(["rising", "falling"])),
    appliesWhen: z.optional(condition()),
    reason: z.optional(name()),
    ...named(),
  });
  const group = closed({
    ...branch(z.lazy(() => node)),
    weight: z.optional(atLeastZero()),
    appliesWhen: z.optional(condition()),
    reason: z.optional(name()),
  });
  const node: z.ZodMiniType = z.union([indicator, group], { error: () => GROUP_KEY });
  made = node as z.ZodMiniType<IndicatorNode>;
  return made;
};

/** One shape for all nodes, so that the JSON Schema can call it by one name. */
let made: z.ZodMiniType<IndicatorNode> | undefined;

/** What a dimension and a group have in common. */
export const branch = <T extends z.core.$ZodType>(node: T) => ({
  combine: z.optional(z.enum(["mean", "sum", "product", "min", "max"])),
  start: z.optional(number()),
  indicators: keyed(node),
  ...named(),
});
