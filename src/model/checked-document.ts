import type { ModelDocument } from "../schema/model-document.ts";

/**
 * What a literal model must also satisfy: every name that refers to something names something that is there. The
 * compiler's message then lists the names that are.
 */
export type Checked<D extends ModelDocument> = {
  readonly measures?: { readonly [K in keyof D["measures"]]: CheckedMeasure<D, D["measures"][K]> };
  readonly dimensions: { readonly [K in keyof D["dimensions"]]: CheckedBranch<D, D["dimensions"][K]> };
  readonly bonuses?: CheckedList<D["bonuses"], { readonly to: ScoreName<D>; readonly group?: GroupName<D> }, D>;
  readonly quadrant?: { readonly x: ScoreName<D>; readonly y: ScoreName<D> };
  readonly tier?: { readonly on: ScoreName<D> };
  readonly gates?: CheckedList<D["gates"], { readonly tierAtLeast?: RungOf<D>; readonly tierAtMost?: RungOf<D> }, D>;
} & { readonly [K in Exclude<keyof D, keyof ModelDocument>]: never };

type FieldName<D extends ModelDocument, Kind extends string> = {
  [K in keyof D["fields"]]: D["fields"][K]["kind"] extends Kind ? K : never;
}[keyof D["fields"]];
type InputName<D extends ModelDocument> = keyof D["fields"] | keyof D["measures"];
type ScoreName<D extends ModelDocument> = keyof D["dimensions"] | "total";
type GroupName<D extends ModelDocument> = keyof D["bonusGroups"];
type RungOf<D extends ModelDocument> = D["tier"] extends { readonly rungs: readonly { readonly name: infer N }[] }
  ? N
  : never;

type CheckedMeasure<D extends ModelDocument, M> = M extends { readonly kind: "days-since" | "months-since" }
  ? { readonly field: FieldName<D, "date"> }
  : M extends { readonly kind: "sum" }
    ? { readonly of: readonly FieldName<D, "number">[] }
    : { readonly [K in keyof M & ("of" | "to" | "from" | "minus")]: FieldName<D, "number"> };

type CheckedBranch<D extends ModelDocument, B> = B extends { readonly indicators: infer I }
  ? {
      readonly indicators: { readonly [K in keyof I]: CheckedNode<D, I[K]> };
      readonly appliesWhen?: CheckedIn<D, B, "appliesWhen">;
    }
  : unknown;

type CheckedNode<D extends ModelDocument, N> = N extends { readonly indicators: object }
  ? CheckedBranch<D, N>
  : {
      readonly input: InputName<D>;
      readonly curve: CheckedCurve<D, N>;
      readonly appliesWhen?: CheckedIn<D, N, "appliesWhen">;
    };

/** The values of a category field, or any text where the field is open. */
type ValueOf<D extends ModelDocument, Input> = Input extends keyof D["fields"]
  ? D["fields"][Input] extends { readonly kind: "category"; readonly values: readonly (infer V)[] }
    ? V
    : unknown
  : unknown;

type CheckedCurve<D extends ModelDocument, N> = N extends {
  readonly input: infer Input;
  readonly curve: { readonly kind: "lookup"; readonly points: infer P };
}
  ? string extends ValueOf<D, Input>
    ? unknown
    : { readonly points: { readonly [K in keyof P]: K extends ValueOf<D, Input> ? number : never } }
  : unknown;

type CheckedIn<D extends ModelDocument, N, Key extends string> = N extends { readonly [K in Key]: infer C }
  ? CheckedCondition<D, C>
  : unknown;

type CheckedCondition<D extends ModelDocument, C> = C extends { readonly all: infer L }
  ? { readonly all: { readonly [I in keyof L]: CheckedCondition<D, L[I]> } }
  : C extends { readonly any: infer L }
    ? { readonly any: { readonly [I in keyof L]: CheckedCondition<D, L[I]> } }
    : C extends { readonly not: infer N }
      ? { readonly not: CheckedCondition<D, N> }
      : C extends { readonly score: unknown }
        ? { readonly score: ScoreName<D> }
        : C extends { readonly input: infer Input }
          ? {
              readonly input: InputName<D>;
              readonly eq?: ValueOf<D, Input>;
              readonly ne?: ValueOf<D, Input>;
              readonly in?: readonly ValueOf<D, Input>[];
              readonly notIn?: readonly ValueOf<D, Input>[];
            }
          : unknown;

type CheckedList<L, Each, D extends ModelDocument> = {
  readonly [I in keyof L]: Each & { readonly when?: CheckedIn<D, L[I], "when"> };
};
