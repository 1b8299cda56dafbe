import { factOf, type Issue, issue, type Path } from "../core/issue.ts";
import { nearMisses } from "../core/near-miss.ts";
import { DATA_TYPES, type FieldType } from "./field-type.ts";
import { MOST_ELEMENT_LEVELS } from "./limits.ts";
import type { PmmlDerivedField, PmmlField } from "./pmml-scorecard.ts";
import { readExpressionIn } from "./read-expression.ts";
import { byName, readFields, type SchemaField } from "./read-fields.ts";
import { choiceOf, limit, type Reading, report, requiredText } from "./reading.ts";
import { readValues } from "./typed-text.ts";
import { childrenOf, type XmlElement } from "./xml-element.ts";

/** Fields that predicates and expressions may refer to. */
export interface FieldsInScope {
  readonly reading: Reading;
  /** The fields of the record, in the order of the mining schema. */
  readonly fields: () => readonly PmmlField[];
  /** The derived fields that were referred to, each after those it refers to. */
  readonly derivedFields: () => readonly PmmlDerivedField[];
}

/** The elements that fields are declared in. */
export interface Declarations {
  readonly dictionary: XmlElement;
  readonly schema: XmlElement;
  /** Where derived fields stand: the transformation dictionary and local transformations. */
  readonly transformations: readonly XmlElement[];
}

/** Derived fields are read when they are first referred to: what nobody uses need not be expressible. */
export function fieldsInScope(declarations: Declarations): FieldsInScope {
  const issues: Issue[] = [];
  const limits: Issue[] = [];
  const derived: PmmlDerivedField[] = [];
  const types = new Map<string, FieldType>();
  const inexpressible = new Map<string, Issue>();
  const inProgress: string[] = [];
  const reading: Reading = { issues, limits, typeOf: (name, path) => typeOf(name, path) };
  const fields = readFields(reading, declarations.dictionary, declarations.schema);
  const elements = byName(
    reading,
    declarations.transformations.flatMap((each) => childrenOf(each, "DerivedField")),
  );
  const names = [...fields.keys(), ...elements.keys()];
  const near = nearMisses();

  function typeOf(name: string, path: Path): FieldType | null {
    const type = types.get(name);
    if (type !== undefined) return type;
    return find(name, path);
  }

  function find(name: string, path: Path): FieldType | null {
    const own = fields.get(name);
    const element = elements.get(name);
    if (own === undefined && element === undefined) {
      issues.push(issue("pmml/unknown-field", path, names, factOf(name), near(name, names)));
      return null;
    }
    if (inProgress.includes(name)) {
      report(reading, "pmml/circular", path, null, [...inProgress.slice(inProgress.indexOf(name)), name].join(" → "));
      return null;
    }
    const known = inexpressible.get(name);
    if (known !== undefined) limits.push(known);
    if (known !== undefined) return null;
    const before = limits.length;
    const type = own === undefined ? typeOfDerived(name, element as XmlElement) : typeOfOwn(own);
    // Whoever refers to a field that cannot be expressed cannot be expressed either.
    const [first] = limits.slice(before);
    if (first !== undefined) inexpressible.set(name, first);
    else if (type !== null) types.set(name, type);
    return first === undefined ? type : null;
  }

  function typeOfOwn(own: SchemaField): FieldType | null {
    if (own.field !== null) return own.field;
    limit(reading, "pmml/data-type", own.path, [...DATA_TYPES.keys()], own.dataType);
    return null;
  }

  function typeOfDerived(name: string, element: XmlElement): FieldType | null {
    if (inProgress.length >= MOST_ELEMENT_LEVELS) {
      report(reading, "pmml/depth", element.path, MOST_ELEMENT_LEVELS, null);
      return null;
    }
    inProgress.push(name);
    const expression = readExpressionIn(reading, element);
    inProgress.pop();
    const declared = requiredText(reading, element, "dataType");
    const dataType = DATA_TYPES.get(declared);
    const optype = choiceOf(reading, element, "optype", ["categorical", "ordinal", "continuous"], "continuous");
    if (dataType === undefined) {
      limit(reading, "pmml/data-type", [...element.path, "dataType"], [...DATA_TYPES.keys()], declared);
      return null;
    }
    const listed = childrenOf(element, "Value").flatMap((each) => each.attributes.get("value") ?? []);
    const values = listed.length === 0 ? null : readValues(reading, dataType, listed, element.path);
    const field = { name, dataType, optype, values, expression };
    derived.push(field);
    return field;
  }

  return {
    reading,
    fields: () => [...fields.values()].flatMap(({ field }) => field ?? []),
    derivedFields: () => derived,
  };
}
