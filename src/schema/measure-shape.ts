import * as z from "zod/mini";
import type { MeasureKind } from "./model-document.ts";
import { closed, id, named, places, rounding } from "./words.ts";

const rounded = () => ({
  places: z.optional(places()),
  rounding: z.optional(rounding()),
});

const SHAPES = {
  ratio: () => closed({ kind: z.literal("ratio"), of: id(), to: id(), ...rounded(), ...named() }),
  change: () => closed({ kind: z.literal("change"), from: id(), to: id(), ...rounded(), ...named() }),
  difference: () => closed({ kind: z.literal("difference"), of: id(), minus: id(), ...rounded(), ...named() }),
  sum: () => closed({ kind: z.literal("sum"), of: z.array(id()).check(z.minLength(1)), ...rounded(), ...named() }),
  "days-since": () => closed({ kind: z.literal("days-since"), field: id(), ...named() }),
  "months-since": () => closed({ kind: z.literal("months-since"), field: id(), ...named() }),
} satisfies { readonly [K in MeasureKind]: () => unknown };

export const measure = () =>
  z.discriminatedUnion("kind", [
    SHAPES.ratio(),
    SHAPES.change(),
    SHAPES.difference(),
    SHAPES.sum(),
    SHAPES["days-since"](),
    SHAPES["months-since"](),
  ]);
