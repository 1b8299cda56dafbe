import { GuanxiError } from "../core/guanxi-error.ts";
import { factOf, issue } from "../core/issue.ts";
import { isParsed, MODEL_MARK } from "../schema/parsed-mark.ts";

/** Every door that takes a model takes a parsed one, and nothing else. */
export function requireParsed(model: unknown): void {
  if (!isParsed(model, MODEL_MARK)) throw new GuanxiError([issue("model/unparsed", [], null, factOf(model))]);
}
