import * as z from "zod/mini";
import { condition } from "./condition-shape.ts";
import * as words from "./descriptions.ts";
import { indicatorNode } from "./indicator-shape.ts";
import { modelShape } from "./model-shape.ts";
import { SNIPPETS } from "./snippets.ts";
import {
  branch,
  byKind,
  choice,
  closed,
  entries,
  type JsonSchema,
  object,
  objectOf,
  orNull,
  type Parts,
  snippets,
  values,
  withPatternsTold,
} from "./told-schema.ts";

/**
 * The JSON Schema (draft-7) of the model document, as editors read it: from the shapes that `parseModel` checks, with a
 * description for every key, and with unions told apart by what is already written, so that an editor offers every kind
 * and every key that fits, and marks the one that does not.
 *
 * It says less than `parseModel`, which also sees references, weights, orders and sizes. The package has the same as
 * `guanxi/model.schema.json`.
 *
 * @example
 * ```ts
 * const { required } = modelJsonSchema() as { required: string[] };
 * required; // ["format", "id", "version", "fields", "dimensions"]
 * ```
 */
export function modelJsonSchema(): object {
  const names = z.registry<{ id: string }>();
  names.add(condition(), { id: "condition" });
  names.add(indicatorNode(), { id: "node" });
  const { definitions, ...root } = z.toJSONSchema(modelShape(), {
    io: "input",
    target: "draft-7",
    metadata: names,
  }) as unknown as JsonSchema;
  return withPatternsTold({
    ...object(root, words.MODEL, modelParts()),
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: "urn:guanxi:model:1",
    title: "A guanxi model",
    description: "Everything that decides the score of a business account.",
    defaultSnippets: SNIPPETS.model,
    definitions: {
      node: node(definitions?.node as JsonSchema),
      condition: conditionOf(definitions?.condition as JsonSchema, ["all", "any", "not", "input"]),
      gateCondition: inGates(
        conditionOf(definitions?.condition as JsonSchema, ["all", "any", "not", "input", "score"]),
      ),
    },
  });
}

// What follows is made when it is asked for: a bundle that asks for no schema holds none of its words.

const curveParts = (): Parts => ({
  bands: entries(objectOf(words.BAND)),
  points: (schema) => (schema.properties === undefined ? schema : object(schema, words.FLAG_POINTS)),
});
const treeParts = (): Parts => ({ combine: choice(words.COMBINES) });
const sideParts = (): Parts => ({ x: choice(words.SIDES), y: choice(words.SIDES) });

const modelParts = (): Parts => ({
  effective: objectOf(words.EFFECTIVE),
  places: objectOf(words.PLACES),
  fields: values((schema) => byKind(schema, words.FIELDS)),
  measures: values((schema) => byKind(schema, words.MEASURES, { rounding: choice(words.ROUNDINGS) })),
  dimensions: values((schema) => snippets(object(schema, words.DIMENSION, treeParts()), SNIPPETS.dimension)),
  bonusGroups: values(objectOf(words.BONUS_GROUP, { stacking: choice(words.STACKINGS) })),
  bonuses: entries((schema) => ({
    ...snippets(object(schema, words.BONUS), SNIPPETS.bonus),
    oneOf: [{ required: ["points"] }, { required: ["factor"] }],
  })),
  total: objectOf(words.CAPS),
  quadrant: (schema) =>
    snippets(
      object(schema, words.QUADRANT, { cut: objectOf(words.CUT), cells: entries(objectOf(words.CELL, sideParts())) }),
      SNIPPETS.quadrant,
    ),
  tier: objectOf(words.TIER, { rungs: entries(objectOf(words.RUNG)), hold: objectOf(words.HOLD) }),
  gates: entries((schema) => ({
    ...snippets(object(schema, words.GATE, { when: inGates }), SNIPPETS.gate),
    oneOf: ["tierAtLeast", "tierAtMost", "disqualify"].map((key) => ({ required: [key] })),
  })),
  cases: entries(
    objectOf(words.CASE, {
      previous: objectOf(words.PREVIOUS, {
        sides: orNull(
          objectOf(words.PREVIOUS_SIDES, { x: orNull(choice(words.SIDES)), y: orNull(choice(words.SIDES)) }),
        ),
      }),
      override: objectOf(words.OVERRIDE),
    }),
  ),
});

/** A node is a group where it has indicators; both kinds of keys are offered until that is seen. */
function node(union: JsonSchema): JsonSchema {
  const [indicator, group] = (union.anyOf ?? []) as [JsonSchema, JsonSchema];
  const told = object(group, words.GROUP, treeParts());
  return {
    type: "object",
    properties: { indicators: told.properties?.indicators as JsonSchema },
    if: { required: ["indicators"] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: told,
    else: object(indicator, words.INDICATOR, {
      curve: (schema) => snippets(byKind(schema, words.CURVES, curveParts()), SNIPPETS.curve),
      missing: (schema) => byKind(schema, words.MISSING),
      monotone: choice(words.MONOTONES),
    }),
    defaultSnippets: SNIPPETS.indicator,
  };
}

/** A condition by the form that is already written; while none is, the forms are offered. */
function conditionOf(open: JsonSchema, forms: readonly (keyof typeof words.FORMS)[]): JsonSchema {
  const { properties = {} } = object(open, { ...words.FORMS, ...words.OPERATORS });
  const only = (keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, properties[key] as JsonSchema]));
  const operators = Object.keys(words.OPERATORS);
  const formed = forms.map((form) => {
    const isTest = form === "input" || form === "score";
    const keys = isTest ? [form, ...operators] : [form];
    const count = isTest ? 2 : 1;
    return branch({ required: [form] }, { ...closed(only(keys)), minProperties: count, maxProperties: count });
  });
  const isUnformed = { not: { anyOf: forms.map((form) => ({ required: [form] })) } };
  const unformed = { ...closed(only(forms)), minProperties: 1 };
  return { type: "object", allOf: [...formed, branch(isUnformed, unformed)], defaultSnippets: SNIPPETS.condition };
}

/** A gate's own conditions may test scores. */
function inGates(schema: JsonSchema): JsonSchema {
  return JSON.parse(JSON.stringify(schema).replace(/#\/definitions\/condition"/g, '#/definitions/gateCondition"'));
}
