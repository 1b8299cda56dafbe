import * as z from "zod/mini";
import { condition } from "./condition-shape.ts";
import * as words from "./descriptions.ts";
import { indicatorNode } from "./indicator-shape.ts";
import { modelShape } from "./model-shape.ts";
import { SNIPPETS } from "./snippets.ts";

/** As much of JSON Schema as is read here. */
interface JsonSchema {
  readonly type?: string;
  readonly properties?: Properties;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | false;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly definitions?: { readonly [name: string]: JsonSchema };
  readonly [keyword: string]: unknown;
}
type Properties = { readonly [key: string]: JsonSchema };
type Words = { readonly [key: string]: string };
type Kinds = { readonly [kind: string]: { readonly about: string; readonly keys: Words } };
/** What a key's own schema becomes, where it is more than a plain value. */
type Parts = { readonly [key: string]: (schema: JsonSchema) => JsonSchema };

/**
 * The JSON Schema (draft-7) of the model document, as editors read it: from the shapes that `parseModel` checks, with a
 * description for every key, and with unions told apart by what is already written, so that an editor offers every kind
 * and every key that fits, and marks the one that does not.
 *
 * It says less than `parseModel`, which also sees references, weights, orders and sizes.
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
  return {
    ...object(root, words.MODEL, MODEL_PARTS),
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: "https://unpkg.com/guanxi/dist/model.schema.json",
    title: "A guanxi model",
    description: "Everything that decides the score of a business account.",
    defaultSnippets: SNIPPETS.model,
    definitions: {
      node: node(definitions?.node as JsonSchema),
      condition: conditionOf(definitions?.condition as JsonSchema, ["all", "any", "not", "input"]),
      gateCondition: renamed(
        conditionOf(definitions?.condition as JsonSchema, ["all", "any", "not", "input", "score"]),
      ),
    },
  };
}

// ---- the parts of the document --------------------------------------------------------------------------------------

const values = (part: (schema: JsonSchema) => JsonSchema) => (schema: JsonSchema) => ({
  ...schema,
  additionalProperties: part(schema.additionalProperties as JsonSchema),
});
const entries = (part: (schema: JsonSchema) => JsonSchema) => (schema: JsonSchema) => ({
  ...schema,
  items: part(schema.items as JsonSchema),
});
const objectOf =
  (told: Words, parts: Parts = {}) =>
  (schema: JsonSchema) =>
    object(schema, told, parts);
const choice = (told: Words) => (schema: JsonSchema) => ({
  ...schema,
  enumDescriptions: schema.enum?.map((each) => told[each]),
});
const snippets = (schema: JsonSchema, defaultSnippets: readonly object[]) => ({ ...schema, defaultSnippets });
const inGates = (schema: JsonSchema) => renamed(schema);

const CURVE_PARTS: Parts = {
  bands: entries(objectOf(words.BAND)),
  points: (schema) => (schema.properties === undefined ? schema : object(schema, words.FLAG_POINTS)),
};
const TREE_PARTS: Parts = { combine: choice(words.COMBINES) };
const SIDE_PARTS: Parts = { x: choice(words.SIDES), y: choice(words.SIDES) };

const MODEL_PARTS: Parts = {
  effective: objectOf(words.EFFECTIVE),
  places: objectOf(words.PLACES),
  fields: values((schema) => byKind(schema, words.FIELDS)),
  measures: values((schema) => byKind(schema, words.MEASURES, { rounding: choice(words.ROUNDINGS) })),
  dimensions: values((schema) => snippets(object(schema, words.DIMENSION, TREE_PARTS), SNIPPETS.dimension)),
  bonusGroups: values(objectOf(words.BONUS_GROUP, { stacking: choice(words.STACKINGS) })),
  bonuses: entries((schema) => ({
    ...snippets(object(schema, words.BONUS), SNIPPETS.bonus),
    oneOf: [{ required: ["points"] }, { required: ["factor"] }],
  })),
  total: objectOf(words.CAPS),
  quadrant: (schema) =>
    snippets(
      object(schema, words.QUADRANT, { cut: objectOf(words.CUT), cells: entries(objectOf(words.CELL, SIDE_PARTS)) }),
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
};

/** A node is a group where it has indicators; both kinds of keys are offered until that is seen. */
function node(union: JsonSchema): JsonSchema {
  const [indicator, group] = (union.anyOf ?? []) as [JsonSchema, JsonSchema];
  const told = object(group, words.GROUP, TREE_PARTS);
  return {
    type: "object",
    properties: { indicators: told.properties?.indicators as JsonSchema },
    if: { required: ["indicators"] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: told,
    else: object(indicator, words.INDICATOR, {
      curve: (schema) => snippets(byKind(schema, words.CURVES, CURVE_PARTS), SNIPPETS.curve),
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

// ---- mechanism ------------------------------------------------------------------------------------------------------

function branch(condition: JsonSchema, then: JsonSchema): JsonSchema {
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  return { if: condition, then };
}

function closed(properties: Properties): JsonSchema {
  return { type: "object", properties, additionalProperties: false };
}

/** An object with a description for every key. */
function object(schema: JsonSchema, told: Words, parts: Parts = {}): JsonSchema {
  const all: Words = { ...words.NAMED, ...told };
  const properties = Object.entries(schema.properties ?? {}).map(([key, value]) => {
    const part = parts[key]?.(value) ?? value;
    return [key, { description: all[key], ...dated(key, part) }];
  });
  return { ...schema, properties: Object.fromEntries(properties) };
}

/**
 * A union by `kind`: one list of kinds, and the keys of a kind once it is written. (As `oneOf`, editors offer the kinds of
 * the alternative that happens to fit best, and mark the whole object.)
 */
function byKind(union: JsonSchema, kinds: Kinds, parts: Parts = {}): JsonSchema {
  const names = Object.keys(kinds);
  const alternatives = new Map((union.oneOf ?? []).map((each) => [each.properties?.kind?.const, each]));
  return {
    type: "object",
    required: ["kind"],
    properties: {
      kind: {
        description: "Which kind it is.",
        enum: names,
        enumDescriptions: names.map((kind) => kinds[kind]?.about),
      },
    },
    allOf: names.map((kind) => {
      const { keys } = kinds[kind] as Kinds[string];
      const told = object(alternatives.get(kind) as JsonSchema, { kind: "Which kind it is.", ...keys }, parts);
      const own = { ...told, properties: { ...told.properties, kind: { const: kind } } };
      return branch({ properties: { kind: { const: kind } }, required: ["kind"] }, own);
    }),
  };
}

/** A value that may be null: what is told goes to the alternative that is not. */
function orNull(part: (schema: JsonSchema) => JsonSchema): (schema: JsonSchema) => JsonSchema {
  return (schema) => ({
    ...schema,
    anyOf: (schema.anyOf ?? []).map((each) => (each.type === "null" ? each : part(each))),
  });
}

const DAYS = new Set(["from", "until", "asOf", "validUntil"]);

/** Days are texts of a form, which their shape checks by a function that JSON Schema cannot hold. */
function dated(key: string, schema: JsonSchema): JsonSchema {
  if (!DAYS.has(key) || schema.pattern !== undefined) return schema;
  if (schema.anyOf !== undefined) return { ...schema, anyOf: schema.anyOf.map((each) => dated(key, each)) };
  return schema.type === "string" ? { ...schema, pattern: "^\\d{4}-\\d{2}-\\d{2}$" } : schema;
}

/** The same with gates' own conditions, which may test scores. */
function renamed<T extends JsonSchema>(schema: T): T {
  return JSON.parse(JSON.stringify(schema).replace(/#\/definitions\/condition"/g, '#/definitions/gateCondition"'));
}
