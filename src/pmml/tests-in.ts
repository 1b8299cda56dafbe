import type {
  PmmlCompoundPredicate,
  PmmlPredicate,
  PmmlPredicateKind,
  PmmlSetPredicate,
  PmmlSimplePredicate,
  PmmlValue,
} from "./pmml-scorecard.ts";

/** A field that a predicate tests, and the constants it is compared with. */
export interface Tested {
  readonly field: string;
  readonly constants: readonly PmmlValue[];
}

/** Every test in a predicate, in its order. */
export function testsIn(predicate: PmmlPredicate): readonly Tested[] {
  return (TESTS[predicate.kind] as (predicate: PmmlPredicate) => readonly Tested[])(predicate);
}

const TESTS = {
  true: () => [],
  false: () => [],
  simple: ({ field, value }: PmmlSimplePredicate) => [{ field, constants: value === null ? [] : [value] }],
  set: ({ field, values }: PmmlSetPredicate) => [{ field, constants: values }],
  compound: ({ predicates }: PmmlCompoundPredicate) => predicates.flatMap(testsIn),
} satisfies { readonly [K in PmmlPredicateKind]: (predicate: never) => readonly Tested[] };
