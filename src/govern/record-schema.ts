import { aChoice, type OptionChecks, requireOptions } from "../core/check-options.ts";
import { LANGUAGES, type Language } from "../core/language.ts";
import { titleOf } from "../explain/title-of.ts";
import { requireParsed } from "../model/require-parsed.ts";
import { LONGEST_NAME } from "../schema/limits.ts";
import type {
  BooleanField,
  CategoryField,
  DateField,
  Field,
  FieldKind,
  Model,
  NumberField,
} from "../schema/model-document.ts";
import { neededFields } from "./needed-fields.ts";

export interface RecordSchemaOptions {
  /** The language of titles. Default `en`. */
  readonly language?: Language;
}

/**
 * The JSON Schema (draft-7) of the records that a model scores, for editors, forms and interfaces: a property for each
 * field with its bounds or values, required where no account is scored without it. Other keys may stand beside them.
 *
 * It says of a record as it is published what `score` says of it: `score` also rounds a number to its places before it
 * looks at bounds, takes an empty text for missing, and looks at how many digits there are.
 *
 * @example
 * ```ts
 * const { required, properties } = recordSchema(model);
 * required; // ["value", "relationship"]
 * properties.value; // { title: "value", type: ["number", "string"], pattern: "^-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][+-]?[0-9]+)?$" }
 * ```
 */
export function recordSchema(model: Model, options: RecordSchemaOptions = {}): RecordSchema {
  requireParsed(model);
  const { language = "en" } = requireOptions(options, CHECKS);
  const needed = neededFields(model);
  const properties = Object.entries(model.fields).map(([id, field]) => {
    const own = (FORMS[field.kind] as (field: Field) => JsonSchema)(field);
    return [id, { ...words(id, field, language), ...(needed.has(id) ? own : orMissing(own)) }] as const;
  });
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: `urn:guanxi:record:${model.id}`,
    title: titleOf(model, language, model.id),
    type: "object",
    required: Object.keys(model.fields).filter((id) => needed.has(id)),
    properties: Object.fromEntries(properties),
  };
}

const CHECKS: OptionChecks<RecordSchemaOptions> = { language: /* @__PURE__ */ aChoice(LANGUAGES) };

/** What a schema is made of here. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

export interface RecordSchema extends JsonSchema {
  readonly required: readonly string[];
  readonly properties: { readonly [field: string]: JsonSchema };
}

const FORMS = {
  number: ({ min, max }: NumberField) => ({
    type: ["number", "string"],
    ...(min === undefined ? {} : { minimum: min }),
    ...(max === undefined ? {} : { maximum: max }),
    pattern: DECIMAL,
  }),
  category: ({ values }: CategoryField) =>
    values === undefined ? { type: ["string"], minLength: 1, maxLength: LONGEST_NAME } : { enum: values },
  date: (_: DateField) => ({ type: ["string"], format: "date", pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }),
  boolean: (_: BooleanField) => ({ type: ["boolean"] }),
} satisfies { readonly [K in FieldKind]: (field: never) => JsonSchema };

/** A decimal written as text, so that none of its digits is lost. */
const DECIMAL = "^-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][+-]?[0-9]+)?$";

function orMissing({ type, enum: values, ...rest }: JsonSchema): JsonSchema {
  return {
    ...(type === undefined ? {} : { type: [...(type as readonly string[]), "null"] }),
    ...(values === undefined ? {} : { enum: [...(values as readonly string[]), null] }),
    ...rest,
  };
}

/** The unit is of the model, and so in no language. */
function words(id: string, field: Field, language: Language): JsonSchema {
  const title = titleOf(field, language, id);
  const unit = field.kind === "number" ? field.unit : undefined;
  return {
    title: unit === undefined ? title : `${title} (${unit})`,
    ...(field.note === undefined ? {} : { description: field.note }),
  };
}
