import { factOf, type Issue, issue } from "../core/issue.ts";
import type { Slots } from "../core/slots.ts";
import type { Field } from "../schema/model-document.ts";
import { compileField, isIssue } from "./read-field.ts";

/** Reads all declared fields of a record into the first slots, in declared order; every issue goes into `issues`. */
export type RecordReader = (account: unknown, slots: Slots, issues: Issue[]) => void;

/** The reader of a model's records. Only own properties are read; keys that are not fields are ignored. */
export function compileRecord(fields: { readonly [id: string]: Field }): RecordReader {
  const ids = Object.keys(fields);
  const readers = ids.map((id) => compileField(id, fields[id] as Field));
  // Where each field stood among the keys of the last record: records of one source are alike.
  const places = ids.map((_, i) => i);
  return (account, slots, issues) => {
    if (typeof account !== "object" || account === null || Array.isArray(account)) {
      issues.push(issue("record/kind", [], null, factOf(account)));
      return;
    }
    const keys = Object.keys(account);
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] as string;
      if (keys[places[i] as number] !== id) places[i] = keys.indexOf(id);
      const isOwn = (places[i] as number) >= 0 || hasOwn.call(account, id);
      const value = isOwn ? (account as { readonly [id: string]: unknown })[id] : undefined;
      const read = (readers[i] as (typeof readers)[number])(value);
      if (isIssue(read)) issues.push(read);
      else slots[i] = read;
    }
  };
}

const hasOwn = Object.prototype.hasOwnProperty;
