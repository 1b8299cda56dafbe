/** An object of a JSON table, or `null` where there is none. */
export type JsonRow = { readonly [key: string]: unknown } | null;

/** A pretty-printed array is read as a whole, up to this many characters. */
const LONGEST_WHOLE = 67_108_864;

/**
 * Reads the objects of a JSON table: one on each line, with or without an array around them, in the memory of one line;
 * or else an array in any layout, as a whole. What is no object is answered as `null`.
 */
export async function* readJsonRows(texts: AsyncIterable<string>): AsyncGenerator<JsonRow> {
  let pending = "";
  let isByLine: boolean | undefined;
  for await (const text of texts) {
    pending += text;
    if (isByLine === undefined && pending.trimStart().indexOf("\n") < 0) continue;
    isByLine ??= /^\s*(?:\[\s*)?\{.*\}\s*[,\]]?\s*\n/.test(pending) || /^\s*\[\s*\]/.test(pending);
    if (!isByLine && pending.length > LONGEST_WHOLE) break;
    if (!isByLine) continue;
    const end = pending.lastIndexOf("\n") + 1;
    yield* objectsByLine(pending.slice(0, end));
    pending = pending.slice(end);
  }
  if (isByLine) yield* objectsByLine(pending);
  else if (pending.trim() !== "") yield* objectsOfWhole(pending);
}

function* objectsByLine(text: string): Generator<JsonRow> {
  for (const line of text.split("\n")) {
    const bare = line
      .trim()
      .replace(/^\[|[,\]]$/g, "")
      .trim();
    if (bare !== "") yield objectOf(parsed(bare));
  }
}

function* objectsOfWhole(text: string): Generator<JsonRow> {
  const whole = parsed(text);
  if (Array.isArray(whole)) yield* whole.map(objectOf);
  else yield objectOf(whole);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function objectOf(value: unknown): JsonRow {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonRow) : null;
}
