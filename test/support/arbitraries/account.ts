import fc from "fast-check";
import type { Field, ModelDocument } from "../../reference/document.ts";
import { aimAtMeasures, type MeasureAim, measureAim } from "./aimed-measures.ts";
import { anchorDays, dayChoice, dayOf, plusDays, shiftedByMonths } from "./calendar-days.ts";
import { sometimes, spot, TOWARDS_FIRST, unitsAt } from "./choice.ts";
import { publishedAt, SupportDecimal } from "./decimal-units.ts";
import { indicatorsReading, numericConstants, testConstants } from "./document-constants.ts";
import { interestingNumbersOf, isPublishedWithin } from "./interesting-numbers.ts";
import { CATEGORY_VALUES } from "./names.ts";
import { numberSpelling, respelled } from "./number-spelling.ts";
import { spoiledValue } from "./spoiled-value.ts";

export type Account = Record<string, unknown>;

/** A record for the document: mostly at the points where something turns, sometimes incomplete, now and then bad. */
export function accountFor(document: ModelDocument): fc.Arbitrary<Account> {
  const ids = Object.keys(document.fields);
  const numbers = interestingNumbersOf(document);
  const values = fc.record(
    Object.fromEntries(ids.map((id) => [id, fieldValue(document, id, numbers.get(id)?.within)])),
  ) as fc.Arbitrary<Account>;
  const gaps = fc.record(Object.fromEntries(ids.map((id) => [id, gap(isRequired(document, id))]))) as fc.Arbitrary<
    Record<string, Gap>
  >;
  return fc
    .record({
      values,
      gaps,
      aims: fc.array(measureAim(), { maxLength: 2 }),
      spelling: fc.record(Object.fromEntries(ids.map((id) => [id, numberSpelling()]))),
      spoiled: sometimes(spoiledValue(document, numbers), { oneIn: 14 }),
      surplus: sometimes(fc.constantFrom("surplus", "0", "constructor"), { oneIn: 10 }),
    })
    .map((choices) => {
      const account = aimAtMeasures(document, choices.values, choices.aims as MeasureAim[]);
      for (const id of ids) {
        if (document.fields[id]?.kind === "number") {
          account[id] = respelled(account[id] as string, choices.spelling[id] as never);
        }
        leaveGap(account, id, choices.gaps[id] as Gap);
      }
      if (choices.spoiled) account[choices.spoiled.id] = choices.spoiled.value;
      if (choices.surplus) account[choices.surplus] = "ignored";
      return account;
    });
}

/** Numbers are made as decimal text and spelled afterwards. */
function fieldValue(document: ModelDocument, id: string, within: readonly string[] = []): fc.Arbitrary<unknown> {
  const field = document.fields[id] as Field;
  switch (field.kind) {
    case "number":
      return numberText(document, id, field, within);
    case "category":
      return fc.constantFrom(...(field.values ?? openValues(document, id)));
    case "boolean":
      return fc.boolean();
    case "date":
      return dayText(document, id);
  }
}

function numberText(
  document: ModelDocument,
  id: string,
  field: Field & { kind: "number" },
  within: readonly string[],
): fc.Arbitrary<string> {
  const constants = [...numericConstants(document, id), field.min ?? 0, field.max ?? 100];
  const low = Math.min(...constants);
  const high = Math.max(...constants);
  const between = fc.tuple(spot(), fc.nat({ max: 9 })).map(([at, extraDigit]) => {
    const places = field.places ?? 6;
    const share = new SupportDecimal(unitsAt(at, 0, 1_000_000)).dividedBy(1_000_000);
    const value = new SupportDecimal(high).minus(low).times(share).plus(low);
    const published = publishedAt(value, places);
    const finer = published.plus(new SupportDecimal(`${extraDigit}e-${places + 1}`));
    const text = extraDigit < 5 ? published.toFixed() : finer.toFixed();
    return isPublishedWithin(text, field) ? text : String(high);
  });
  return fc.oneof(
    { weight: 12, arbitrary: within.length === 0 ? between : fc.constantFrom(...within) },
    { weight: 8, arbitrary: between },
    { weight: 1, arbitrary: fc.constantFrom(...widest(field)) },
  );
}

/** As many digits as a field may publish: sums and ratios of such values have more than a measure may. */
function widest(field: Field & { kind: "number" }): string[] {
  const digits = `999999999999999e-${field.places ?? 6}`;
  const texts = [digits, `-${digits}`].filter((text) => isPublishedWithin(text, field));
  return texts.length === 0 ? [String(field.max)] : texts;
}

/** An open field may hold anything; a value the lookup does not list is an issue unless it has an `otherwise`. */
function openValues(document: ModelDocument, id: string): string[] {
  const lookups = indicatorsReading(document, id).flatMap(({ curve }) => (curve.kind === "lookup" ? [curve] : []));
  const tested = testConstants(document, id).filter((each) => typeof each === "string");
  const candidates = [...CATEGORY_VALUES, "unlisted", "constructor", ...(tested as string[])];
  const isKnown = (value: string): boolean =>
    lookups.every((each) => each.otherwise !== undefined || Object.hasOwn(each.points, value));
  const known = candidates.filter(isKnown);
  // Unlisted values stay possible, but do not drown the rest.
  return known.length === 0 ? candidates : [...known, ...known, ...known, "unlisted"];
}

function dayText(document: ModelDocument, id: string): fc.Arbitrary<string> {
  const tested = testConstants(document, id).filter((each) => typeof each === "string") as string[];
  const measured = Object.entries(document.measures ?? {}).flatMap(([measureId, measure]) => {
    if (measure.kind !== "days-since" && measure.kind !== "months-since") return [];
    if (measure.field !== id) return [];
    const shift = measure.kind === "days-since" ? plusDays : shiftedByMonths;
    const constants = numericConstants(document, measureId).map(Math.trunc);
    return anchorDays().flatMap((day) => constants.map((constant) => shift(day, -constant)));
  });
  const turning = [...tested, ...measured].flatMap((day) => [day, plusDays(day, -1), plusDays(day, 1)]);
  const any = dayChoice().map(dayOf);
  if (turning.length === 0) return any;
  return fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...turning) }, { weight: 1, arbitrary: any });
}

type Gap = "none" | "null" | "undefined" | "absent" | "empty";

function gap(isNeeded: boolean): fc.Arbitrary<Gap> {
  return fc.oneof(
    TOWARDS_FIRST,
    { weight: isNeeded ? 60 : 5, arbitrary: fc.constant<Gap>("none") },
    { weight: 1, arbitrary: fc.constantFrom<Gap[]>("null", "undefined", "absent", "empty") },
  );
}

/** Whether a missing value can reject the account, itself or through a measure. */
function isRequired(document: ModelDocument, id: string): boolean {
  const measures = Object.entries(document.measures ?? {}).filter(([, measure]) =>
    Object.values(measure).flat().includes(id),
  );
  return [id, ...measures.map(([measureId]) => measureId)].some((input) =>
    indicatorsReading(document, input).some(({ missing }) => (missing?.kind ?? "reject") === "reject"),
  );
}

function leaveGap(account: Account, id: string, choice: Gap): void {
  if (choice === "null") account[id] = null;
  if (choice === "undefined") account[id] = undefined;
  if (choice === "empty") account[id] = "";
  if (choice === "absent") delete account[id];
}
