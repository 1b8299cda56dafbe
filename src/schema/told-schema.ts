import { NAMED } from "./descriptions.ts";
import { ID } from "./words.ts";

/** As much of JSON Schema as is read here. */
export interface JsonSchema {
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
export type Properties = { readonly [key: string]: JsonSchema };
type Words = { readonly [key: string]: string };
type Kinds = { readonly [kind: string]: { readonly about: string; readonly keys: Words } };
/** What a key's own schema becomes, where it is more than a plain value. */
export type Part = (schema: JsonSchema) => JsonSchema;
export type Parts = { readonly [key: string]: Part };

/** What the values of a keyed object become. */
export function values(part: Part): Part {
  return (schema) => ({ ...schema, additionalProperties: part(schema.additionalProperties as JsonSchema) });
}

/** The same of a list. */
export function entries(part: Part): Part {
  return (schema) => ({ ...schema, items: part(schema.items as JsonSchema) });
}

/** An object, as a part of another. */
export function objectOf(told: Words, parts: Parts = {}): Part {
  return (schema) => object(schema, told, parts);
}

/** A choice among words, with what each of them means. */
export function choice(told: Words): Part {
  return (schema) => ({ ...schema, enumDescriptions: schema.enum?.map((each) => told[each]) });
}

export function snippets(schema: JsonSchema, defaultSnippets: readonly object[]): JsonSchema {
  return { ...schema, defaultSnippets };
}

export function branch(condition: JsonSchema, then: JsonSchema): JsonSchema {
  return { if: condition, then };
}

export function closed(properties: Properties): JsonSchema {
  return { type: "object", properties, additionalProperties: false };
}

/** An object with a description for every key. */
export function object(schema: JsonSchema, told: Words, parts: Parts = {}): JsonSchema {
  const all: Words = { ...NAMED, ...told };
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
export function byKind(union: JsonSchema, kinds: Kinds, parts: Parts = {}): JsonSchema {
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
export function orNull(part: Part): Part {
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
  return schema.type === "string"
    ? { ...schema, pattern: "^\\d{4}-\\d{2}-\\d{2}$", patternErrorMessage: "expected a day written YYYY-MM-DD" }
    : schema;
}

/** Says in words what the pattern of an id asks for. */
export function withPatternsTold(schema: JsonSchema): JsonSchema {
  const patternErrorMessage = "expected a name in ASCII camelCase or kebab-case";
  return JSON.parse(JSON.stringify(schema), (_key, value) =>
    value?.pattern === ID.source ? { ...value, patternErrorMessage } : value,
  );
}
