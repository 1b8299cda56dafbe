import type { AnswerRow } from "../answers.ts";
import { expressionsOf, type Language } from "./expression.ts";
import { load } from "./installed.ts";
import type { RecordRival } from "./record-rival.ts";

interface Zen {
  readonly ZenEngine: new () => { readonly createDecision: (content: object) => Decision };
  readonly ZenDecisionContent: new (content: object) => object;
}

interface Decision {
  readonly evaluate: (context: object) => Promise<{ readonly result: AnswerRow }>;
}

const ZEN_EXPRESSIONS: Language<string> = {
  input: (field) => field,
  number: String,
  text: (value) => JSON.stringify(value),
  choose: (branches, otherwise) => `(${branches.map(([test, then]) => `${test} ? ${then} : `).join("")}${otherwise})`,
  isBelow: (x, bound) => `${x} < ${bound}`,
  isOneOf: (x, values) => `${x} in ${JSON.stringify(values)}`,
  plus: (terms) => `(${terms.join(" + ")})`,
  minus: (x, y) => `(${x} - ${y})`,
  times: (x, y) => `${x} * ${y}`,
  dividedBy: (x, y) => `${x} / ${y}`,
  atMost: (x, most) => `min([${x}, ${most}])`,
  result: (key) => `$.${key}`,
};

/** A decision graph of one expression node, its content compiled once, its evaluations awaited one after another. */
export const ZEN: RecordRival = {
  name: "@gorules/zen-engine",
  rows: 2000,
  open: async () => {
    const zen = await load<Zen>("@gorules/zen-engine");
    if (zen === null) return null;
    const expressions = expressionsOf(ZEN_EXPRESSIONS).map(([key, value]) => ({ id: key, key, value }));
    const position = { x: 0, y: 0 };
    const content = new zen.ZenDecisionContent({
      nodes: [
        { id: "account", name: "account", type: "inputNode", position },
        { id: "scorecard", name: "scorecard", type: "expressionNode", position, content: { expressions } },
        { id: "answer", name: "answer", type: "outputNode", position },
      ],
      edges: [
        { id: "in", type: "edge", sourceId: "account", targetId: "scorecard" },
        { id: "out", type: "edge", sourceId: "scorecard", targetId: "answer" },
      ],
    });
    const decision = new zen.ZenEngine().createDecision(content);
    return async (account) => (await decision.evaluate(account)).result;
  },
};
