import type { BenchAccount } from "../portfolio.ts";
import { expressionsOf, type Language } from "./expression.ts";
import { load } from "./installed.ts";

interface JsonLogic {
  readonly LogicEngine: new () => { readonly build: (logic: unknown) => (account: object) => number };
}

const JSON_LOGIC: Language<unknown> = {
  input: (field) => ({ var: field }),
  number: (value) => value,
  text: (value) => value,
  choose: (branches, otherwise) => ({ if: [...branches.flat(), otherwise] }),
  isBelow: (x, bound) => ({ "<": [x, bound] }),
  isOneOf: (x, values) => (values.length === 1 ? { "===": [x, values[0]] } : { in: [x, values] }),
  plus: (terms) => ({ "+": terms }),
  minus: (x, y) => ({ "-": [x, y] }),
  times: (x, y) => ({ "*": [x, y] }),
  dividedBy: (x, y) => ({ "/": [x, y] }),
  atMost: (x, most) => ({ min: [x, most] }),
  result: (_key, expression) => expression,
};

/** The total of an account by compiled JSON Logic, a bare number; `null` if it is not installed. */
export async function openJsonLogic(): Promise<((account: BenchAccount) => number) | null> {
  const jsonLogic = await load<JsonLogic>("json-logic-engine");
  if (jsonLogic === null) return null;
  const total = expressionsOf(JSON_LOGIC).find(([key]) => key === "total")?.[1];
  return new jsonLogic.LogicEngine().build(total);
}
