import { MOST_MAGNITUDE } from "../core/numeral.ts";
import { FIRST_DAY, LAST_DAY } from "../core/plain-date.ts";
import { fromScaled } from "../core/scaled.ts";
import { ceilScaled, floorScaled } from "../core/scaled-bound.ts";
import type { Slot } from "../core/slots.ts";
import { assemblyOf } from "../explain/assembly-of.ts";
import { compileCardBounds, type FieldBounds } from "../explain/bounds/card-bounds.ts";
import { MAYBE, NO, type Possibly, YES } from "../explain/bounds/region.ts";
import { compileTruthSet, isTrue } from "../explain/bounds/truth-set.ts";
import { scoreAt } from "../explain/least/compiled-goal.ts";
import { openValues } from "../explain/least/open-values.ts";
import type {
  BooleanField,
  CategoryField,
  Condition,
  DateField,
  Field,
  FieldKind,
  Model,
  NumberField,
} from "../schema/model-document.ts";
import type { Assembly } from "../score/assembly.ts";
import { neededFields } from "./needed-fields.ts";

/** What all accounts of a model can have, on all days. Nothing lies outside of it, and nothing says that its ends are reached. */
export interface Reach {
  /** The published numbers of a field or measure; infinite where there are none. */
  readonly input: (id: string) => Span;
  /** A dimension's score, or the total; `null` if no account has it. */
  readonly score: (id: string) => Span | null;
  /** Whether a condition is true, of inputs alone. */
  readonly holds: (condition: Condition) => Possibly;
  /** Whether each gate fires. */
  readonly gates: readonly Possibly[];
}

export interface Span {
  readonly least: number;
  readonly greatest: number;
}

/** The bounds of the cards of all accounts that a model does not reject, by what its fields can be at all. */
export function reachOf(model: Model): Reach {
  const assembly = assemblyOf(model);
  const { layout, scorePlaces } = assembly;
  const bounds = compileCardBounds(assembly)(everyAccount(assembly), [FIRST_DAY, LAST_DAY]);
  const { region, gates } = bounds;
  return {
    input: (id) => {
      const { slot } = layout.input(id);
      const [low, high] = [region.lows[slot] as number | null, region.highs[slot] as number | null];
      return { least: low ?? Number.NEGATIVE_INFINITY, greatest: high ?? Number.POSITIVE_INFINITY };
    },
    score: (id) => {
      const { low, high, presence } = scoreAt(id, { assembly }).within(bounds);
      return presence === NO ? null : { least: fromScaled(low, scorePlaces), greatest: fromScaled(high, scorePlaces) };
    },
    holds: (condition) => isTrue(compileTruthSet(condition, layout.resolve)(region)),
    gates,
  };
}

function everyAccount({ model, layout }: Assembly): FieldBounds {
  const needed = neededFields(model);
  const ends = layout.fieldIds.map((id) => {
    const field = model.fields[id] as Field;
    return (ENDS[field.kind] as EndsOf)(field, { id, places: layout.input(id).places, model });
  });
  return {
    lows: ends.map((each) => each?.[0] ?? null),
    highs: ends.map((each) => each?.[1] ?? null),
    missing: ends.map((each, i) => (each === null ? YES : needed.has(layout.fieldIds[i] as string) ? NO : MAYBE)),
  };
}

interface Place {
  readonly id: string;
  readonly places: number;
  readonly model: Model;
}

/** The least and the greatest value that a field publishes; `null` if there is none. */
type EndsOf = (field: Field, place: Place) => readonly [Slot, Slot] | null;

const ENDS = {
  number: ({ min, max }: NumberField, { places }: Place) => {
    const least = min === undefined ? -MOST : published(ceilScaled(min, places), min, places);
    const greatest = max === undefined ? MOST : published(floorScaled(max, places), max, places);
    return least > greatest ? null : [least, greatest];
  },
  category: ({ values }: CategoryField, { id, model }: Place) => {
    const sorted = [...(values ?? openValues(id, null, model))].sort();
    return [sorted[0] as string, sorted[sorted.length - 1] as string];
  },
  date: (_: DateField) => [FIRST_DAY, LAST_DAY],
  boolean: (_: BooleanField) => [false, true],
} satisfies { readonly [K in FieldKind]: (field: never, place: Place) => readonly [Slot, Slot] | null };

/** No number that can be read is of more digits before its point. */
const MOST = /* @__PURE__ */ Number(`1e${MOST_MAGNITUDE}`);

/** A bound in whole steps; one of too many steps to count is a step itself. */
function published(steps: number, bound: number, places: number): number {
  return Number.isFinite(steps) ? fromScaled(steps, places) : bound;
}
