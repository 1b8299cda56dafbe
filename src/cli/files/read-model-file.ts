import { readFile, stat } from "node:fs/promises";
import { GuanxiError } from "../../core/guanxi-error.ts";
import { type Issue, issue, type Outcome } from "../../core/issue.ts";
import { safeParseModel } from "../../model/parse-model.ts";
import type { Model } from "../../schema/model-document.ts";
import { findJsonFault, placeOf } from "./find-json-fault.ts";
import { refuseFolder } from "./read-text.ts";

/** A larger file is no model: the document itself may hold 200,000 values. */
const MOST_BYTES = 20_000_000;

/** The model in a file, or everything that is wrong with it: its size, its bytes, its JSON, its content. */
export async function tryModelFile(file: string): Promise<Outcome<"model", Model>> {
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
  if (fault === null) return safeParseModel(JSON.parse(text));
  const place = placeOf(text, fault.offset);
  if (fault.kind === "repeated-key") return refused(issue("cli/json-key", [], place, fault.expected));
  const found = text.slice(fault.offset, fault.offset + LONGEST_FOUND).split(/[\r\n]/)[0];
  const expected = `${fault.expected} at ${place}`;
  return refused(issue("cli/json", [], expected, fault.offset >= text.length ? "the end of the text" : (found ?? "")));
}

const LONGEST_FOUND = 20;

/** As `tryModelFile`, for commands that cannot go on without the model. */
export async function readModelFile(file: string): Promise<Model> {
  const outcome = await tryModelFile(file);
  if (!outcome.ok) throw new GuanxiError(outcome.issues);
  return outcome.model;
}

function refused(found: Issue): { readonly ok: false; readonly issues: readonly Issue[] } {
  return { ok: false, issues: [found] };
}
