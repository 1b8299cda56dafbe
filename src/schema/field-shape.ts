import * as z from "zod/mini";
import type { FieldKind } from "./model-document.ts";
import { closed, name, named, number, places } from "./words.ts";

const SHAPES = {
  number: () =>
    closed({
      kind: z.literal("number"),
      unit: z.optional(z.string()),
      places: z.optional(places()),
      min: z.optional(number()),
      max: z.optional(number()),
      changeable: z.optional(z.boolean()),
      ...named(),
    }),
  category: () =>
    closed({
      kind: z.literal("category"),
      values: z.optional(z.array(name()).check(z.minLength(1))),
      changeable: z.optional(z.boolean()),
      ...named(),
    }),
  date: () => closed({ kind: z.literal("date"), changeable: z.optional(z.boolean()), ...named() }),
  boolean: () => closed({ kind: z.literal("boolean"), changeable: z.optional(z.boolean()), ...named() }),
} satisfies { readonly [K in FieldKind]: () => unknown };

export const field = () =>
  z.discriminatedUnion("kind", [SHAPES.number(), SHAPES.category(), SHAPES.date(), SHAPES.boolean()]);
