import type { Model } from "../../schema/model-document.ts";
import type { ScoreOptions } from "../../schema/options.ts";
import type { WordingOptions } from "../texts.ts";
import type { Effort } from "./effort.ts";

/** Options of a rating, and of the search for what would change it. */
export interface LeastChangesOptions<M extends Model = Model> extends ScoreOptions<M>, WordingOptions {
  /**
   * What it takes to change each field, by field. The cheapest combination of two fields is looked for among the fields
   * named here, and changes are put in the order of their cost.
   */
  readonly effort?: { readonly [field: string]: Effort } | undefined;
}
