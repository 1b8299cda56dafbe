import type { Condition, Constant, Field, Test } from "../../reference/document.ts";
import { fieldOf } from "./inputs.ts";
import type { Look } from "./look.ts";

export function checkCondition(look: Look, path: string, condition: Condition, mayScore: boolean): void {
  if ("all" in condition || "any" in condition) {
    const parts = "all" in condition ? condition.all : condition.any;
    look.require(parts.length > 0, `parts of ${path}`);
    for (const part of parts) checkCondition(look, path, part, mayScore);
  } else if ("not" in condition) {
    checkCondition(look, path, condition.not, mayScore);
  } else {
    checkTest(look, path, condition, mayScore);
  }
}

const OPERATORS: Record<Field["kind"] | "score", string> = {
  number: "eq ne lt lte gt gte in notIn between exists",
  date: "eq ne lt lte gt gte in notIn between exists",
  category: "eq ne in notIn exists",
  boolean: "eq ne exists",
  score: "eq ne lt lte gt gte between exists",
};

function checkTest({ document, require }: Look, path: string, test: Test, mayScore: boolean): void {
  const { input, score, ...operators } = test as Record<string, unknown>;
  const [[operator, constant] = ["", null], ...more] = Object.entries(operators);
  const field = input === undefined ? undefined : fieldOf(document, input as string);
  const scores = ["total", ...Object.keys(document.dimensions)];
  const kind = field?.kind ?? "score";
  const isKnown = field ? score === undefined : mayScore && scores.includes(score as string);
  require(isKnown && more.length === 0, `test of ${path}`);
  require(OPERATORS[kind].split(" ").includes(operator), `operator ${operator} of ${path}`);
  const list = (Array.isArray(constant) ? constant : [constant]) as Constant[];
  require(Array.isArray(constant) === ["in", "notIn", "between"].includes(operator), `list of ${path}`);
  require(list.length > 0, `list of ${path}`);
  if (operator === "exists") {
    require(typeof constant === "boolean", `exists of ${path}`);
    return;
  }
  if (operator === "between") {
    require(list.length === 2 && (list[0] as number) <= (list[1] as number), `between of ${path}`);
  } else {
    require(new Set(list).size === list.length, `list of ${path}`);
  }
  const type = {
    number: "number",
    score: "number",
    boolean: "boolean",
    category: "string",
    date: "string",
  };
  for (const each of list) {
    require(typeof each === type[kind], `constant ${each} of ${path}`);
    if (field?.kind === "category" && field.values) {
      require(field.values.includes(each as string), `constant ${each} of ${path}`);
    }
    if (kind === "date") require(/^\d{4}-\d\d-\d\d$/.test(each as string), `day ${each} of ${path}`);
  }
}
