import { factOf, type Issue, issue } from "../core/issue.ts";
import { powerOfTen } from "../core/power-of-ten.ts";
import { isPublished } from "../core/publish.ts";
import type { Slots } from "../core/slots.ts";
import type { Field } from "../schema/model-document.ts";
import { compileField, DEFAULT_FIELD_PLACES, isIssue } from "./read-field.ts";

/** Reads all declared fields of a record into the first slots, in declared order; every issue goes into `issues`. */
export type RecordReader = (account: unknown, slots: Slots, issues: Issue[]) => void;

/** The reader of a model's records. Only own properties are read; keys that are not fields are ignored. */
export function compileRecord(fields: { readonly [id: string]: Field }): RecordReader {
  const ids = Object.keys(fields);
  const readers = ids.map((id) => compileField(id, fields[id] as Field));
  const numbers = ids.map((id) => plainNumbers(fields[id] as Field));
  const collect = compileCollect(ids);
  return (account, slots, issues) => {
    if (typeof account !== "object" || account === null || Array.isArray(account)) {
      issues.push(issue("record/kind", [], null, factOf(account)));
      return;
    }
    collect(account, slots);
    for (let i = 0; i < readers.length; i++) {
      const value = slots[i];
      if (typeof value === "number" && mayStay(value, numbers[i] as PlainNumbers)) continue;
      const read = (readers[i] as (typeof readers)[number])(value);
      if (isIssue(read)) issues.push(read);
      else slots[i] = read;
    }
  };
}

/** The numbers of a field: 10^places and the bounds. */
interface PlainNumbers {
  readonly power: number;
  readonly least: number;
  readonly most: number;
}

/** What is no number field has no such numbers. */
function plainNumbers(field: Field): PlainNumbers {
  if (field.kind !== "number") return { power: Number.NaN, least: Number.NaN, most: Number.NaN };
  const { places = DEFAULT_FIELD_PLACES, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = field;
  return { power: powerOfTen(places), least: min, most: max };
}

/** Whether a number is what its field publishes, so that it stays where it stands; a zero may still lose its sign. */
function mayStay(value: number, { power, least, most }: PlainNumbers): boolean {
  return value >= least && value <= most && value !== 0 && isPublished(value, power);
}

/**
 * Puts the values of fields, as they are, into slots that are null. In a loop over the keys of an object V8 reads by the
 * key's place in it; a read by a name that changes all the time costs several times as much.
 */
function compileCollect(ids: readonly string[]): (account: object, values: unknown[]) => void {
  const fieldOf = new Map(ids.map((id, i) => [id, i]));
  // The field at each place among the keys of the last record, −1 for none: records of one source are alike.
  const order: number[] = [];
  return (account, values) => {
    const own = Object.keys(account).length;
    let place = 0;
    let found = 0;
    for (const key in account) {
      // From here on keys are inherited.
      if (place === own) break;
      let i = order[place];
      if (i === undefined || ids[i] !== key) {
        i = fieldOf.get(key) ?? -1;
        order[place] = i;
      }
      if (i >= 0) {
        values[i] = (account as { readonly [id: string]: unknown })[key];
        found += 1;
      }
      place += 1;
    }
    if (found === ids.length) return;
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] as string;
      if (values[i] === null && hasOwn.call(account, id)) values[i] = (account as { [id: string]: unknown })[id];
    }
  };
}

const hasOwn = Object.prototype.hasOwnProperty;
