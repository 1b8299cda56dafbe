import { FALSE, TRUE, type Truth, UNKNOWN } from "../condition/truth.ts";
import type { FieldType } from "./field-type.ts";
import { compareHeld, type Held, heldOf, isSame, type Result } from "./held.ts";
import type {
  PmmlCompoundPredicate,
  PmmlPredicate,
  PmmlPredicateKind,
  PmmlSetPredicate,
  PmmlSimplePredicate,
  PmmlValue,
} from "./pmml-scorecard.ts";
import type { Row, Scope } from "./scope.ts";

export type Holds = (row: Row) => Truth;

/** What a predicate reads: values by name, and what their fields hold. */
export interface PredicateScope {
  readonly read: Scope;
  readonly typeOf: (field: string) => FieldType;
}

/** A read predicate as a function of a row. Cost: its size. */
export function compilePredicate(predicate: PmmlPredicate, scope: PredicateScope): Holds {
  return (COMPILERS[predicate.kind] as (predicate: PmmlPredicate, scope: PredicateScope) => Holds)(predicate, scope);
}

const COMPILERS = {
  true: () => () => TRUE,
  false: () => () => FALSE,
  simple: compileSimple,
  set: compileSet,
  compound: compileCompound,
} satisfies { readonly [K in PmmlPredicateKind]: (predicate: never, scope: PredicateScope) => Holds };

/** What an operator asks of how a value stands to the constant: −1 below, 0 the same, 1 above. */
const SIGNS = {
  lessThan: (sign) => sign < 0,
  lessOrEqual: (sign) => sign <= 0,
  greaterThan: (sign) => sign > 0,
  greaterOrEqual: (sign) => sign >= 0,
} satisfies { readonly [operator: string]: (sign: number) => boolean };

type Operator = PmmlSimplePredicate["operator"];

/** What each operator asks of a value that is there. */
const OPERATORS = {
  equal: (_type, constant) => (value) => isSame(value, constant),
  notEqual: (_type, constant) => (value) => !isSame(value, constant),
  lessThan: ordered(SIGNS.lessThan),
  lessOrEqual: ordered(SIGNS.lessOrEqual),
  greaterThan: ordered(SIGNS.greaterThan),
  greaterOrEqual: ordered(SIGNS.greaterOrEqual),
  isMissing: () => () => false,
  isNotMissing: () => () => true,
} satisfies { readonly [K in Operator]: (type: FieldType, constant: Held) => (value: Result) => boolean };

/** Ordinal texts stand in the order they are listed in, everything else in its own. */
function ordered(holds: (sign: number) => boolean) {
  return (type: FieldType, constant: Held): ((value: Result) => boolean) => {
    const ranks = type.dataType === "string" ? (type.values ?? []) : null;
    if (ranks === null) return (value) => holds(compareHeld(value, constant));
    const rank = ranks.indexOf(constant as PmmlValue);
    return (value) => ranks.includes(value as PmmlValue) && holds(ranks.indexOf(value as PmmlValue) - rank);
  };
}

function compileSimple({ field, operator, value }: PmmlSimplePredicate, scope: PredicateScope): Holds {
  const read = scope.read(field);
  if (operator === "isMissing") return (row) => (read(row) === null ? TRUE : FALSE);
  if (operator === "isNotMissing") return (row) => (read(row) === null ? FALSE : TRUE);
  const type = scope.typeOf(field);
  const test = OPERATORS[operator](type, value === null ? null : heldOf(value, type.dataType));
  return whereThere(read, test);
}

function compileSet({ field, operator, values }: PmmlSetPredicate, scope: PredicateScope): Holds {
  const { dataType } = scope.typeOf(field);
  const listed = values.map((value) => heldOf(value, dataType));
  const isWanted = operator === "isIn";
  return whereThere(scope.read(field), (value) => listed.some((each) => isSame(value, each)) === isWanted);
}

/** Unknown where a value is missing, or could not be computed. */
function whereThere(read: (row: Row) => Result, test: (value: Result) => boolean): Holds {
  return (row) => {
    const value = read(row);
    return value === null || value === undefined ? UNKNOWN : test(value) ? TRUE : FALSE;
  };
}

function compileCompound({ operator, predicates }: PmmlCompoundPredicate, scope: PredicateScope): Holds {
  const parts = predicates.map((each) => compilePredicate(each, scope));
  return (row) => JOINS[operator](parts, row);
}

const JOINS = {
  and: (parts, row) => parts.reduce<Truth>((least, part) => Math.min(least, part(row)) as Truth, TRUE),
  or: (parts, row) => parts.reduce<Truth>((greatest, part) => Math.max(greatest, part(row)) as Truth, FALSE),
  xor: (parts, row) => {
    const truths = parts.map((part) => part(row));
    if (truths.includes(UNKNOWN)) return UNKNOWN;
    return truths.filter((truth) => truth === TRUE).length % 2 === 1 ? TRUE : FALSE;
  },
  surrogate: (parts, row) => {
    for (const part of parts) {
      const truth = part(row);
      if (truth !== UNKNOWN) return truth;
    }
    return UNKNOWN;
  },
} satisfies { readonly [K in PmmlCompoundPredicate["operator"]]: (parts: readonly Holds[], row: Row) => Truth };
