import { type Fraction, numberOf } from "../core/fraction.ts";
import { unreachable } from "../core/unreachable.ts";
import { compileExpression } from "./compile-expression.ts";
import { isFraction, type Result } from "./held.ts";
import type { PmmlOutput, PmmlOutputKind } from "./pmml-scorecard.ts";
import type { Row, Scope } from "./scope.ts";

/** What an output field shows; `null` where there is nothing. */
export type OutputValue = number | string | boolean | null;

/** What output fields are made from. */
export interface Scored {
  readonly row: Row;
  readonly score: Fraction;
  /** The reasons that count, ranked. */
  readonly reasonCodes: readonly string[];
}

/** The output fields of a scorecard, by their names and in its order. */
export function compileOutputs(
  outputs: readonly PmmlOutput[],
  read: Scope,
): (scored: Scored) => { readonly [name: string]: OutputValue } {
  const places = new Map(outputs.map(({ name }, i) => [name, i]));
  // What is asked of the row by an output's name is one of the results before it.
  let results: Result[] = [];
  const scope: Scope = (name) => {
    const place = places.get(name);
    return place === undefined ? read(name) : () => results[place];
  };
  const computes = outputs.map((output) =>
    (COMPILERS[output.kind] as (output: PmmlOutput, scope: Scope) => (scored: Scored) => Result)(output, scope),
  );
  return (scored) => {
    results = [];
    const shown: { [name: string]: OutputValue } = {};
    outputs.forEach(({ name }, i) => {
      const compute = computes[i] ?? unreachable("no such output");
      results.push(compute(scored));
      shown[name] = shownOf(results[i]);
    });
    return shown;
  };
}

const COMPILERS = {
  predictedValue: () => (scored: Scored) => scored.score,
  reasonCode:
    ({ rank }: PmmlOutput & { kind: "reasonCode" }) =>
    (scored: Scored) =>
      scored.reasonCodes[rank - 1] ?? null,
  transformedValue: ({ expression }: PmmlOutput & { kind: "transformedValue" }, scope: Scope) => {
    const compute = compileExpression(expression, scope);
    return (scored: Scored) => compute(scored.row);
  },
} satisfies { readonly [K in PmmlOutputKind]: (output: never, scope: Scope) => (scored: Scored) => Result };

function shownOf(result: Result): OutputValue {
  if (!isFraction(result)) return result ?? null;
  const number = numberOf(result);
  return Number.isNaN(number) ? null : number;
}
