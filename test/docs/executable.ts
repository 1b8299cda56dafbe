/** A piece of documentation as a module that runs: its TypeScript fences in order, its comments as assertions. */
export interface Executable {
  /** Where it stands, for the test's title. */
  readonly title: string;
  readonly source: string;
  /** How many comments assert something. */
  readonly assertions: number;
}

const FENCE = /^```ts\n([\s\S]*?)^```/gm;

/** The TypeScript fences of a Markdown text as one module, or `null` if it has none. */
export function executableOf(title: string, markdown: string, prelude = ""): Executable | null {
  const fences = [...markdown.matchAll(FENCE)].map((match) => match[1] ?? "");
  if (fences.length === 0) return null;
  const { source, assertions } = asserting(fences.join("\n"));
  return { title, source: `${prelude}${source}`, assertions };
}

// `expression; // value` on one line: the comment says what the expression is.
const ASSERTION = /^(\s*)(?!(?:const|let|import|export|type|if|for|return)\b)(\S.*);\s*\/\/ (.+)$/;

function asserting(code: string): { readonly source: string; readonly assertions: number } {
  let assertions = 0;
  const lines = code.split("\n").map((line) => {
    const match = ASSERTION.exec(line);
    if (match === null) return line;
    assertions += 1;
    const [, indent, expression, value] = match;
    return `${indent}told.push([${JSON.stringify(expression)}, ${expression}, ${asExpression(value ?? "")}]);`;
  });
  const source = `export const told: [string, unknown, unknown][] = [];\n${lines.join("\n")}\n`;
  return { source, assertions };
}

/** A comment is a JavaScript value, or else plain text. */
function asExpression(value: string): string {
  try {
    new Function(`return (${value});`)();
    return `(${value})`;
  } catch {
    return JSON.stringify(value);
  }
}
