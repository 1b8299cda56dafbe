import type { Dimension, Indicator, IndicatorGroup, ModelDocument } from "../schema/model-document.ts";

/** What stands in the compiler's message where a name does not name anything. */
export interface ExpectedOneOf<Names> {
  readonly "expected one of": Names;
}

/** What stands in the compiler's message where a key has no meaning. */
export interface UnknownKey<Key> {
  readonly "unknown key": Key;
}

/**
 * What a literal model must also be: nothing more where every name names something that is there, and something
 * impossible, which lists the names that are, where one does not.
 *
 * The names are written out at each place, because the compiler prints an alias by its name and not by what it holds.
 */
export type Checked<D extends ModelDocument> = {
  readonly [K in keyof D]: K extends keyof ModelDocument ? CheckedSection<D, K> : UnknownKey<K>;
};

type CheckedSection<D extends ModelDocument, K extends keyof D> = K extends "measures"
  ? { readonly [I in keyof D[K]]: CheckedMeasure<D, D[K][I]> }
  : K extends "dimensions"
    ? { readonly [I in keyof D[K]]: CheckedNode<D, D[K][I], keyof Dimension> }
    : K extends "bonuses" | "gates"
      ? CheckedRules<D, D[K]>
      : K extends "quadrant" | "tier"
        ? { readonly [P in keyof D[K]]: P extends "x" | "y" | "on" ? CheckedScore<D, D[K][P]> : unknown }
        : unknown;

type CheckedScore<D extends ModelDocument, Name> = Name extends keyof D["dimensions"] | "total"
  ? unknown
  : ExpectedOneOf<keyof D["dimensions"] | "total">;

type CheckedInput<D extends ModelDocument, Name> = Name extends keyof D["fields"] | keyof D["measures"]
  ? unknown
  : ExpectedOneOf<keyof D["fields"] | keyof D["measures"]>;

type FieldsOf<D extends ModelDocument, Kind extends string> = {
  [K in keyof D["fields"] as D["fields"][K]["kind"] extends Kind ? K : never]: true;
};
type CheckedField<D extends ModelDocument, Name, Kind extends string> = Name extends keyof FieldsOf<D, Kind>
  ? unknown
  : ExpectedOneOf<keyof FieldsOf<D, Kind>>;

type CheckedMeasure<D extends ModelDocument, M> = {
  readonly [K in keyof M]: K extends "field"
    ? CheckedField<D, M[K], "date">
    : K extends "of" | "to" | "from" | "minus"
      ? M[K] extends readonly string[]
        ? CheckedFields<D, M[K]>
        : CheckedField<D, M[K], "number">
      : unknown;
};

type CheckedFields<D extends ModelDocument, List> = {
  readonly [I in keyof List]: List[I] & CheckedField<D, List[I], "number">;
};

type KeysOf<N> = N extends { readonly indicators: object } ? keyof IndicatorGroup : keyof Indicator;

/** A dimension, group or indicator. */
type CheckedNode<D extends ModelDocument, N, Keys = KeysOf<N>> = {
  readonly [K in keyof N]: K extends Keys
    ? K extends "indicators"
      ? { readonly [I in keyof N[K]]: CheckedNode<D, N[K][I]> }
      : K extends "input"
        ? CheckedInput<D, N[K]>
        : K extends "curve"
          ? CheckedCurve<D, N, N[K]>
          : K extends "appliesWhen"
            ? CheckedCondition<D, N[K]>
            : unknown
    : UnknownKey<K>;
};

type ValuesOf<D extends ModelDocument, N> = N extends { readonly input: infer Input extends keyof D["fields"] }
  ? D["fields"][Input] extends { readonly kind: "category"; readonly values: readonly (infer V)[] }
    ? V
    : unknown
  : unknown;

type CheckedCurve<D extends ModelDocument, N, C> = C extends { readonly kind: "lookup"; readonly points: infer P }
  ? { readonly points: { readonly [V in keyof P]: V extends ValuesOf<D, N> ? unknown : UnknownKey<V> } }
  : unknown;

type CheckedRules<D extends ModelDocument, List> = { readonly [I in keyof List]: List[I] & CheckedRule<D, List[I]> };

type CheckedRule<D extends ModelDocument, R> = {
  readonly [K in keyof R]: K extends "to"
    ? CheckedScore<D, R[K]>
    : K extends "group"
      ? R[K] extends keyof D["bonusGroups"]
        ? unknown
        : ExpectedOneOf<keyof D["bonusGroups"]>
      : K extends "tierAtLeast" | "tierAtMost"
        ? CheckedRung<D["tier"], R[K]>
        : K extends "when"
          ? CheckedCondition<D, R[K]>
          : unknown;
};

type CheckedRung<T, Name> = T extends { readonly rungs: readonly { readonly name: infer N }[] }
  ? Name extends N
    ? unknown
    : ExpectedOneOf<N>
  : unknown;

type CheckedCondition<D extends ModelDocument, C> = {
  readonly [K in keyof C]: K extends "all" | "any"
    ? CheckedConditions<D, C[K]>
    : K extends "not"
      ? CheckedCondition<D, C[K]>
      : K extends "score"
        ? CheckedScore<D, C[K]>
        : K extends "input"
          ? CheckedInput<D, C[K]>
          : K extends "in" | "notIn"
            ? CheckedValues<ValuesOf<D, C>, C[K]>
            : K extends "eq" | "ne"
              ? CheckedValue<ValuesOf<D, C>, C[K]>
              : unknown;
};

type CheckedConditions<D extends ModelDocument, List> = {
  readonly [I in keyof List]: List[I] & CheckedCondition<D, List[I]>;
};

type CheckedValues<Values, List> = { readonly [I in keyof List]: List[I] & CheckedValue<Values, List[I]> };

type CheckedValue<Values, Value> = Value extends Values ? unknown : ExpectedOneOf<Values>;
