import * as z from "zod/mini";
import type { Condition } from "./model-document.ts";
import { closed, id, number, pair } from "./words.ts";

/**
 * All forms of a condition in one open choice of keys: which of them may stand together is checked afterwards, by
 * `model/check-condition.ts`, where the issue can say it in one sentence.
 */
export const condition = (): z.ZodMiniType<Condition> => {
  if (made !== undefined) return made;
  const scalar = () => z.union([number(), z.string(), z.boolean()]);
  const ordered = () => z.union([number(), z.string()]);
  const shape: z.ZodMiniType = closed({
    all: z.optional(z.array(z.lazy(() => shape)).check(z.minLength(1))),
    any: z.optional(z.array(z.lazy(() => shape)).check(z.minLength(1))),
    not: z.optional(z.lazy(() => shape)),
    input: z.optional(id()),
    score: z.optional(id()),
    eq: z.optional(scalar()),
    ne: z.optional(scalar()),
    lt: z.optional(ordered()),
    lte: z.optional(ordered()),
    gt: z.optional(ordered()),
    gte: z.optional(ordered()),
    in: z.optional(z.array(ordered()).check(z.minLength(1))),
    notIn: z.optional(z.array(ordered()).check(z.minLength(1))),
    between: z.optional(pair(ordered)),
    exists: z.optional(z.boolean()),
  });
  made = shape as z.ZodMiniType<Condition>;
  return made;
};

/** One shape for all conditions, so that the JSON Schema can call it by one name. */
let made: z.ZodMiniType<Condition> | undefined;
