import { readFile, stat } from "node:fs/promises";
import { type Issue, issue, type Outcome } from "../../core/issue.ts";
import { findJsonFault, placeOf } from "./find-json-fault.ts";
import { refuseFolder } from "./read-text.ts";

/** A larger file is no model and no plan: a document may hold 200,000 values. */
const MOST_BYTES = 20_000_000;

/** The JSON of a document in a file, or what is wrong with it: its size, its bytes, its grammar. */
export async function tryJsonFile(file: string): Promise<Outcome<"json", unknown>> {
  const { size } = await stat(file);
  if (size > MOST_BYTES) return refused(issue("cli/model-size", [], MOST_BYTES, size));
  await refuseFolder(file);
  const bytes = await readFile(file);
  if (bytes.length > MOST_BYTES) return refused(issue("cli/model-size", [], MOST_BYTES, bytes.length));
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return refused(issue("cli/json", [], "text in utf-8", "other bytes"));
  }
  const fault = findJsonFault(text);
  if (fault === null) return { ok: true, json: JSON.parse(text) };
  const place = placeOf(text, fault.offset);
  if (fault.kind === "repeated-key") return refused(issue("cli/json-key", [], place, fault.expected));
  const found = text.slice(fault.offset, fault.offset + LONGEST_FOUND).split(/[\r\n]/)[0];
  const expected = `${fault.expected} at ${place}`;
  return refused(issue("cli/json", [], expected, fault.offset >= text.length ? "the end of the text" : (found ?? "")));
}

const LONGEST_FOUND = 20;

function refused(found: Issue): { readonly ok: false; readonly issues: readonly Issue[] } {
  return { ok: false, issues: [found] };
}
