import { GuanxiError } from "../../core/guanxi-error.ts";
import type { Outcome } from "../../core/issue.ts";
import { safeParseModel } from "../../model/parse-model.ts";
import type { Model } from "../../schema/model-document.ts";
import { tryJsonFile } from "./read-json-file.ts";

/** The model in a file, or everything that is wrong with it. */
export async function tryModelFile(file: string): Promise<Outcome<"model", Model>> {
  const read = await tryJsonFile(file);
  return read.ok ? safeParseModel(read.json) : read;
}

/** As `tryModelFile`, for commands that cannot go on without the model. */
export async function readModelFile(file: string): Promise<Model> {
  const outcome = await tryModelFile(file);
  if (!outcome.ok) throw new GuanxiError(outcome.issues);
  return outcome.model;
}
