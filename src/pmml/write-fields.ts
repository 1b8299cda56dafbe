import type { Field, FieldKind, NumberField } from "../schema/model-document.ts";
import { numberText } from "./decimal-text.ts";
import { plainText } from "./plain-text.ts";
import { element, type WrittenElement } from "./write-xml.ts";

/** A field of a model as a field of a data dictionary: its values and bounds are what is valid. */
export function writeField(id: string, field: Field): WrittenElement {
  const { optype, dataType, content } = (WRITERS[field.kind] as (field: Field) => WrittenForm)(field);
  return element("DataField", { name: id, displayName: plainText(field.title), optype, dataType }, content);
}

/** A number that the caller computes, such as the days since a date. */
export function writeGiven(id: string, title: string | undefined): WrittenElement {
  return element("DataField", { name: id, displayName: title, optype: "continuous", dataType: "integer" });
}

interface WrittenForm {
  readonly optype: string;
  readonly dataType: string;
  readonly content: readonly WrittenElement[];
}

const WRITERS = {
  number: (field: NumberField) => ({
    optype: "continuous",
    dataType: field.places === 0 ? "integer" : "double",
    content: interval(field),
  }),
  category: ({ values }: Field & { kind: "category" }) => ({
    optype: "categorical",
    dataType: "string",
    content: (values ?? []).map((value) => element("Value", { value })),
  }),
  date: () => ({ optype: "ordinal", dataType: "date", content: [] }),
  boolean: () => ({ optype: "categorical", dataType: "boolean", content: [] }),
} satisfies { readonly [K in FieldKind]: (field: never) => WrittenForm };

function interval({ min, max }: NumberField): readonly WrittenElement[] {
  if (min === undefined && max === undefined) return [];
  const margin = (bound: number | undefined) => (bound === undefined ? undefined : numberText(bound));
  return [element("Interval", { closure: "closedClosed", leftMargin: margin(min), rightMargin: margin(max) })];
}
