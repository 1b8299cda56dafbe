import type { AnswerRow } from "../answers.ts";
import { expressionsOf, type Language } from "./expression.ts";
import { load } from "./installed.ts";
import type { RecordRival } from "./record-rival.ts";

interface Feelin {
  readonly evaluate: (expression: string, context: object) => { readonly value: unknown };
}

const FEEL: Language<string> = {
  input: (field) => field,
  number: String,
  text: (value) => JSON.stringify(value),
  choose: (branches, otherwise) =>
    `(${branches.map(([test, then]) => `if ${test} then ${then} else`).join(" ")} ${otherwise})`,
  isBelow: (x, bound) => `${x} < ${bound}`,
  isOneOf: (x, values) => values.map((value) => `${x} = ${JSON.stringify(value)}`).join(" or "),
  plus: (terms) => `(${terms.join(" + ")})`,
  minus: (x, y) => `(${x} - ${y})`,
  times: (x, y) => `${x} * ${y}`,
  dividedBy: (x, y) => `${x} / ${y}`,
  atMost: (x, most) => `min(${x}, ${most})`,
  result: (key) => key,
};

/** One FEEL context of five entries, evaluated as it is called: the library has no compiled form. */
export const FEELIN: RecordRival = {
  name: "feelin",
  rows: 100,
  open: async () => {
    const feelin = await load<Feelin>("feelin");
    if (feelin === null) return null;
    const entries = expressionsOf(FEEL).map(([key, expression]) => `${key}: ${expression}`);
    const context = `{ ${entries.join(", ")} }`;
    return (account) => feelin.evaluate(context, account).value as AnswerRow;
  },
};
