import { plus, times } from "../core/fraction.ts";
import { attainablePoints } from "../indicator/attainable.ts";
import { fieldsRead } from "../measure/measure-form.ts";
import { rangeOf, scorePlacesOf } from "../schema/defaults.ts";
import type { Field, Model } from "../schema/model-document.ts";
import { numberText, shortDecimal } from "./decimal-text.ts";
import type { HeldBack } from "./held-back.ts";
import { take } from "./ids-for.ts";
import { inputPlacesOf, type LinearBonus, type LinearModel } from "./linear-model.ts";
import type { LinearPart } from "./linear-parts.ts";
import { plainText } from "./plain-text.ts";
import { exactly } from "./read-decimal.ts";
import { scaledBy, writeAttributes } from "./write-attributes.ts";
import { inputsOf, writeCondition } from "./write-condition.ts";
import { writeField, writeGiven } from "./write-fields.ts";
import { arithmeticOf, fieldRef, wayOf, writeMeasure, writeRounded } from "./write-measures.ts";
import { element, type WrittenElement } from "./write-xml.ts";

const VERSION = "4.4";
/** As many reasons as are asked for in practice; an engine ranks all of them whatever is shown. */
const SHOWN_REASONS = 4;

/** A model's sum as a PMML document. */
export function writeScorecard(model: Model, linear: LinearModel, held: HeldBack): WrittenElement {
  const taken = new Set([...Object.keys(model.fields), ...Object.keys(model.measures ?? {})]);
  const inputs = writeInputs(model, linear, taken, held);
  const target = take("score", taken);
  const data = [...inputs.data, element("DataField", { name: target, optype: "continuous", dataType: "double" })];
  const mining = [
    ...inputs.data.map(({ attributes }) => element("MiningField", { name: attributes.name })),
    element("MiningField", { name: target, usageType: "target" }),
  ];
  const always = linear.bonuses.filter(({ rule }) => rule.when === undefined);
  const start = always.reduce(
    (sum, { rule, coefficient }) => plus(sum, times(coefficient, exactly(rule.points ?? 0))),
    linear.start,
  );
  const characteristics = [
    ...linear.parts.map(writePart),
    ...linear.bonuses.flatMap((bonus) => (bonus.rule.when === undefined ? [] : writeBonus(bonus))),
  ];
  const [least, greatest] = rangeOf(model);
  const scorecard = element(
    "Scorecard",
    {
      modelName: model.id,
      functionName: "regression",
      initialScore: shortDecimal(start),
      useReasonCodes: true,
      reasonCodeAlgorithm: "pointsBelow",
      baselineMethod: "max",
    },
    [
      element("MiningSchema", {}, mining),
      writeOutput(model, characteristics.length, taken),
      ...(linear.isClamped
        ? [
            element("Targets", {}, [
              element("Target", {
                field: target,
                optype: "continuous",
                min: numberText(least),
                max: numberText(greatest),
              }),
            ]),
          ]
        : []),
      ...(inputs.derived.length > 0 ? [element("LocalTransformations", {}, inputs.derived)] : []),
      element("Characteristics", {}, characteristics),
    ],
  );
  return element("PMML", { xmlns: "http://www.dmg.org/PMML-4_4", version: VERSION }, [
    writeHeader(model),
    element("DataDictionary", { numberOfFields: data.length }, data),
    scorecard,
  ]);
}

function writeHeader(model: Model): WrittenElement {
  const title = plainText(model.title);
  return element("Header", { description: title, modelVersion: model.version }, [
    element("Extension", { name: "fingerprint", value: model.fingerprint }),
    element("Application", { name: "guanxi" }),
    ...(model.note === undefined ? [] : [element("Annotation", {}, model.note)]),
  ]);
}

interface WrittenInputs {
  readonly data: readonly WrittenElement[];
  readonly derived: readonly WrittenElement[];
}

/** The fields and measures that the parts read. A measure that needs the day is a field that the caller fills. */
function writeInputs(model: Model, { parts, bonuses }: LinearModel, taken: Set<string>, held: HeldBack): WrittenInputs {
  const used = new Set([
    ...parts.flatMap(({ indicator, guards }) => [indicator.input, ...guards.flatMap(inputsOf)]),
    ...bonuses.flatMap(({ rule }) => (rule.when === undefined ? [] : inputsOf(rule.when))),
  ]);
  const derived: WrittenElement[] = [];
  const given: WrittenElement[] = [];
  for (const [id, measure] of Object.entries(model.measures ?? {})) {
    const form = arithmeticOf(measure);
    if (!used.has(id)) continue;
    if (form === null) {
      held.tell("pmml/day", ["measures", id], null, measure.kind);
      given.push(writeGiven(id, plainText(measure.title)));
      continue;
    }
    const terms = {
      places: form.terms.reduce((most, [field]) => Math.max(most, inputPlacesOf(model, field)), 0),
      areNeverNegative: fieldsRead(measure).every((field) => isNeverNegative(model.fields[field])),
    };
    derived.push(...writeMeasure(id, take(`${id}-exact`, taken), measure, form, terms));
    for (const field of fieldsRead(measure)) used.add(field);
  }
  const fields = Object.entries(model.fields).filter(([id]) => used.has(id));
  if (fields.some(([, { kind }]) => kind === "number")) held.tell("pmml/published", ["fields"], null, null);
  return { data: [...fields.map(([id, field]) => writeField(id, field)), ...given], derived };
}

function isNeverNegative(field: Field | undefined): boolean {
  return field?.kind === "number" && field.min !== undefined && field.min >= 0;
}

/** The sum as it is, the total rounded as the model rounds it, and the first reasons. */
function writeOutput(model: Model, characteristics: number, taken: Set<string>): WrittenElement {
  const exact = take("exactTotal", taken);
  const output = (name: string, feature: string, more: object, content: readonly WrittenElement[] = []) =>
    element("OutputField", { name: take(name, taken), feature, ...more }, content);
  const number = { optype: "continuous", dataType: "double" };
  const text = { optype: "categorical", dataType: "string" };
  const reasons = Array.from({ length: Math.min(SHOWN_REASONS, characteristics) }, (_, i) =>
    output(`reason${i + 1}`, "reasonCode", { rank: i + 1, ...text }),
  );
  return element("Output", {}, [
    element("OutputField", { name: exact, feature: "predictedValue", ...number }),
    output("total", "transformedValue", number, [
      writeRounded(fieldRef(exact), scorePlacesOf(model), wayOf("half-away", rangeOf(model)[0] >= 0)),
    ]),
    ...reasons,
  ]);
}

function writePart({ name, indicator, coefficient, guards, missing }: LinearPart): WrittenElement {
  const scaled = scaledBy(coefficient);
  const { best } = attainablePoints(indicator.curve);
  return element(
    "Characteristic",
    { name, reasonCode: indicator.reason ?? name, baselineScore: scaled(best) },
    writeAttributes(
      indicator.curve,
      indicator.input,
      scaled,
      guards.map((guard) => writeCondition(guard)),
      missing,
    ),
  );
}

/** What a rule adds when its condition holds; nothing when it does not, or when that is not known. */
function writeBonus({ rule, coefficient }: LinearBonus): readonly WrittenElement[] {
  const scaled = scaledBy(coefficient);
  const points = rule.points ?? 0;
  const name = `bonuses.${rule.id}`;
  const attributes = [
    ...(rule.when === undefined
      ? []
      : [element("Attribute", { partialScore: scaled(points) }, [writeCondition(rule.when)])]),
    element("Attribute", { partialScore: 0 }, [element("True")]),
  ];
  const reasonCode = rule.reason ?? name;
  return [element("Characteristic", { name, reasonCode, baselineScore: scaled(Math.max(points, 0)) }, attributes)];
}
