import * as z from "zod/mini";
import { condition } from "./condition-shape.ts";
import { field } from "./field-shape.ts";
import { branch, indicatorNode } from "./indicator-shape.ts";
import { MOST_RUNGS } from "./limits.ts";
import { measure } from "./measure-shape.ts";
import type { ModelDocument } from "./model-document.ts";
import {
  atLeastZero,
  closed,
  count,
  date,
  id,
  keyed,
  type Loose,
  name,
  named,
  number,
  pair,
  places,
  titled,
} from "./words.ts";

/** The format this version writes; lower ones are upgraded before they come here. */
export const FORMAT = 1;

const positive = () => number().check(z.positive());
const caps = () => ({ bonusCap: z.optional(positive()), deductionCap: z.optional(positive()) });
const side = () => z.enum(["high", "low"]);

const dimension = () => closed({ weight: atLeastZero(), ...branch(indicatorNode()), ...caps() });

const bonusGroup = () =>
  closed({ stacking: z.optional(z.enum(["sum", "max", "first"])), cap: z.optional(positive()), ...named() });

const bonusRule = () =>
  closed({
    id: id(),
    to: id(),
    points: z.optional(number()),
    factor: z.optional(atLeastZero()),
    group: z.optional(id()),
    when: z.optional(condition()),
    from: z.optional(date()),
    until: z.optional(date()),
    reason: z.optional(name()),
    ...named(),
  });

const quadrant = () =>
  closed({
    x: id(),
    y: id(),
    cut: closed({ x: number(), y: number() }),
    deadBand: z.optional(atLeastZero()),
    cells: z.array(closed({ name: name(), x: side(), y: side(), ...titled() })),
    ...titled(),
  });

const tier = () =>
  closed({
    on: id(),
    rungs: z
      .array(closed({ name: name(), from: z.optional(number()), formerly: z.optional(z.array(name())), ...named() }))
      .check(z.minLength(1), z.maxLength(MOST_RUNGS)),
    hold: z.optional(
      closed({
        margin: z.optional(atLeastZero()),
        maxStepsDown: z.optional(count(1)),
        validMonths: z.optional(count(1)),
      }),
    ),
    ...named(),
  });

const gate = () =>
  closed({
    id: id(),
    when: condition(),
    tierAtLeast: z.optional(name()),
    tierAtMost: z.optional(name()),
    disqualify: z.optional(z.literal(true)),
    reason: z.optional(name()),
    ...named(),
  });

const workedCase = () =>
  closed({
    id: name(),
    asOf: z.optional(date()),
    account: z.record(z.string(), z.unknown()),
    previous: z.optional(
      closed({
        tier: z.optional(z.nullable(z.string())),
        validUntil: z.optional(z.nullable(date())),
        sides: z.optional(z.nullable(closed({ x: z.optional(z.nullable(side())), y: z.optional(z.nullable(side())) }))),
      }),
    ),
    override: z.optional(closed({ tier: name(), reason: name(), until: z.optional(date()) })),
    expect: z.record(z.string(), z.union([z.number(), z.string(), z.null()])),
    ...named(),
  });

/** The shape of the whole document. */
export const modelShape = () =>
  closed({
    $schema: z.optional(z.string()),
    format: z.literal(FORMAT),
    id: id(),
    version: name(),
    ...named(),
    effective: z.optional(closed({ from: z.optional(date()), until: z.optional(date()) })),
    range: z.optional(pair(number)),
    places: z.optional(closed({ points: z.optional(places()), score: z.optional(places()) })),
    fields: keyed(field()),
    measures: z.optional(keyed(measure())),
    dimensions: keyed(dimension()),
    bonusGroups: z.optional(keyed(bonusGroup())),
    bonuses: z.optional(z.array(bonusRule())),
    total: z.optional(closed(caps())),
    quadrant: z.optional(quadrant()),
    tier: z.optional(tier()),
    gates: z.optional(z.array(gate())),
    minimumCoverage: z.optional(number().check(z.minimum(0), z.maximum(1))),
    cases: z.optional(z.array(workedCase())),
  });

/** Fails to compile when the schema accepts something that the public interface does not describe. */
export type ShapeFitsInterface =
  z.core.output<ReturnType<typeof modelShape>> extends Loose<ModelDocument> ? true : never;
const fits: ShapeFitsInterface = true;
void fits;
