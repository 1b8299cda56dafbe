import { exact, type Fraction, fraction, ONE, plus, times } from "./exact.ts";
import { type XmlElement, xmlTree } from "./xml-tree.ts";

// A Scorecard as the text of PMML 4.4 reads, as far as models are written as one: the chapters Scorecard, Transformations,
// Functions, Targets and Output. Numbers are exact fractions.

/** A value on its way; undefined is missing. */
type Value = Fraction | string | boolean | undefined;
type Record_ = { readonly [field: string]: number | string | boolean | null | undefined };

/** What a scorecard answers; `score` null where some characteristic has no attribute that is true. */
export interface PmmlAnswer {
  readonly score: Fraction | null;
  readonly outputs: { readonly [name: string]: Value };
}

/** Answers a record by the Scorecard of a document. */
export function answerOf(xml: string, record: Record_): PmmlAnswer {
  const scorecard = child(xmlTree(xml), "Scorecard") as XmlElement;
  const read = fieldReader(scorecard, record);
  const parts = below(scorecard, "Characteristics").map((characteristic) => {
    const attribute = children(characteristic, "Attribute").find((each) => holds(predicateOf(each), read) === true);
    if (attribute === undefined) return null;
    const complex = child(attribute, "ComplexPartialScore")?.children[0];
    const points = complex === undefined ? number(attribute.attributes.partialScore) : evaluate(complex, read);
    return { characteristic, points: points as Fraction };
  });
  if (parts.includes(null)) return { score: null, outputs: {} };
  const all = parts as readonly { readonly characteristic: XmlElement; readonly points: Fraction }[];
  const sum = all.reduce((total, { points }) => plus(total, points), number(scorecard.attributes.initialScore ?? "0"));
  const score = targeted(sum, below(scorecard, "Targets")[0]);
  return { score, outputs: outputsOf(scorecard, score, reasonsOf(all)) };
}

function targeted(score: Fraction, target: XmlElement | undefined): Fraction {
  const { min, max } = target?.attributes ?? {};
  if (min !== undefined && compare(score, number(min)) < 0) return number(min);
  return max !== undefined && compare(score, number(max)) > 0 ? number(max) : score;
}

/** pointsBelow: how far each partial score lies below its baseline, the farthest first. */
function reasonsOf(
  parts: readonly { readonly characteristic: XmlElement; readonly points: Fraction }[],
): readonly string[] {
  return parts
    .map(({ characteristic: { attributes }, points }) => ({
      code: attributes.reasonCode as string,
      lost: plus(number(attributes.baselineScore), times(points, number("-1"))),
    }))
    .filter(({ lost }) => compare(lost, number("0")) > 0)
    .sort((a, b) => compare(b.lost, a.lost))
    .map(({ code }) => code);
}

function outputsOf(scorecard: XmlElement, score: Fraction, reasons: readonly string[]): PmmlAnswer["outputs"] {
  const outputs: { [name: string]: Value } = {};
  for (const { attributes, children: inside } of below(scorecard, "Output")) {
    const name = attributes.name as string;
    const [expression] = inside;
    if (attributes.feature === "predictedValue") outputs[name] = score;
    else if (attributes.feature === "reasonCode") outputs[name] = reasons[Number(attributes.rank) - 1];
    else outputs[name] = evaluate(expression as XmlElement, (field) => outputs[field]);
  }
  return outputs;
}

type Read = (field: string) => Value;

function fieldReader(scorecard: XmlElement, record: Record_): Read {
  const derived = new Map(below(scorecard, "LocalTransformations").map((each) => [each.attributes.name, each]));
  const read: Read = (field) => {
    const definition = derived.get(field);
    if (definition !== undefined) return evaluate(definition.children[0] as XmlElement, read);
    const value = record[field];
    if (value === null || value === undefined || value === "") return undefined;
    return typeof value === "number" ? number(value) : value;
  };
  return read;
}

function predicateOf(attribute: XmlElement): XmlElement {
  return attribute.children.find(({ name }) => name.endsWith("Predicate") || name === "True") as XmlElement;
}

/** True, false, or undefined for unknown. */
function holds({ name, attributes, children: parts }: XmlElement, read: Read): boolean | undefined {
  if (name === "True") return true;
  if (name === "CompoundPredicate") {
    const truths = parts.map((part) => holds(part, read));
    const decisive = attributes.booleanOperator === "or";
    if (truths.includes(decisive)) return decisive;
    return truths.includes(undefined) ? undefined : !decisive;
  }
  const value = read(attributes.field as string);
  if (attributes.operator === "isMissing") return value === undefined;
  if (attributes.operator === "isNotMissing") return value !== undefined;
  if (value === undefined) return undefined;
  return OPERATORS[attributes.operator as keyof typeof OPERATORS](against(value, attributes.value as string));
}

/** −1, 0 or 1: the value of a field against a text of the document. */
function against(value: Exclude<Value, undefined>, text: string): number {
  if (typeof value === "object") return compare(value, number(text));
  const own = String(value);
  return own === text ? 0 : own < text ? -1 : 1;
}

const OPERATORS = {
  equal: (order: number) => order === 0,
  notEqual: (order: number) => order !== 0,
  lessThan: (order: number) => order < 0,
  lessOrEqual: (order: number) => order <= 0,
  greaterThan: (order: number) => order > 0,
  greaterOrEqual: (order: number) => order >= 0,
};

function evaluate(expression: XmlElement, read: Read): Value {
  const { name, attributes, text, children: inside } = expression;
  if (name === "Constant") return number(text.trim());
  if (name === "FieldRef") return read(attributes.field as string);
  if (name === "NormContinuous") return normed(inside, read(attributes.field as string) as Fraction | undefined);
  if (attributes.function === "if") {
    const condition = evaluate(inside[0] as XmlElement, read);
    const chosen = condition === undefined ? undefined : inside[condition === true ? 1 : 2];
    return chosen === undefined ? undefined : evaluate(chosen, read);
  }
  const values = inside.map((each) => evaluate(each, read));
  if (values.includes(undefined)) return undefined;
  return FUNCTIONS[attributes.function as keyof typeof FUNCTIONS](...(values as [Fraction, Fraction]));
}

const FUNCTIONS = {
  "+": plus,
  "-": (a: Fraction, b: Fraction) => plus(a, times(b, number("-1"))),
  "*": times,
  "/": (a: Fraction, b: Fraction) => times(a, fraction(b.den, b.num)),
  round: (a: Fraction) => floor(plus(a, number("0.5"))),
  floor,
  ceil: (a: Fraction) => times(floor(times(a, number("-1"))), number("-1")),
  lessThan: (a: Fraction, b: Fraction) => compare(a, b) < 0,
  notEqual: (a: Fraction, b: Fraction) => compare(a, b) !== 0,
};

/** A piecewise straight line, level beyond its ends (`asExtremeValues`). */
function normed(norms: readonly XmlElement[], value: Fraction | undefined): Fraction | undefined {
  if (value === undefined) return undefined;
  const knots = norms.map(({ attributes }) => [number(attributes.orig), number(attributes.norm)] as const);
  const next = knots.findIndex(([orig]) => compare(value, orig) < 0);
  if (next <= 0) return (knots[next < 0 ? knots.length - 1 : 0] as (typeof knots)[number])[1];
  const [[a1, b1], [a2, b2]] = [knots[next - 1], knots[next]] as [(typeof knots)[number], (typeof knots)[number]];
  const minus = FUNCTIONS["-"];
  return plus(b1, FUNCTIONS["/"](times(minus(value, a1), minus(b2, b1)), minus(a2, a1)));
}

function number(value: string | number | undefined): Fraction {
  return fraction(exact(value as string));
}

/** −1, 0 or 1; denominators are above zero. */
export function compare(a: Fraction, b: Fraction): number {
  return a.num.times(b.den).comparedTo(b.num.times(a.den));
}

function floor({ num, den }: Fraction): Fraction {
  const whole = num.dividedToIntegerBy(den);
  return fraction(num.isNegative() && !whole.times(den).equals(num) ? whole.minus(ONE) : whole);
}

function child({ children: all }: XmlElement, name: string): XmlElement | undefined {
  return all.find((each) => each.name === name);
}

function children({ children: all }: XmlElement, name: string): readonly XmlElement[] {
  return all.filter((each) => each.name === name);
}

function below(element: XmlElement, name: string): readonly XmlElement[] {
  return child(element, name)?.children ?? [];
}
