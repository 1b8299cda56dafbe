/** Where JSON text breaks its grammar, or repeats a key, which JSON.parse would pass over in silence. */
export interface JsonFault {
  readonly kind: "grammar" | "repeated-key";
  readonly offset: number;
  /** What the grammar expects there; the key that is repeated. */
  readonly expected: string;
}

/** The first fault of a JSON text, or `null`. One pass, without recursion. */
export function findJsonFault(text: string): JsonFault | null {
  /** The keys of every object that is open; `null` for an array. */
  const open: (Set<string> | null)[] = [];
  let at = skipBlanks(text, 0);
  const fault = (expected: string): JsonFault => ({ kind: "grammar", offset: at, expected });

  /** Reads a key and its colon; a fault, or `null` with `at` before the value. */
  const readKey = (keys: Set<string>): JsonFault | null => {
    if (text[at] !== '"') return fault("a key in double quotes");
    const start = at;
    const end = endOfText(text, at);
    if (end < 0) {
      at = -end - 1;
      return fault("a text that ends on its line, with known escapes");
    }
    const key: string = JSON.parse(text.slice(start, end));
    if (keys.has(key)) return { kind: "repeated-key", offset: start, expected: key };
    keys.add(key);
    at = skipBlanks(text, end);
    if (text[at] !== ":") return fault('":" after the key');
    at = skipBlanks(text, at + 1);
    return null;
  };

  for (;;) {
    // A value begins here.
    const character = text[at];
    if (character === "{" || character === "[") {
      const keys = character === "{" ? new Set<string>() : null;
      at = skipBlanks(text, at + 1);
      if (text[at] !== (keys === null ? "]" : "}")) {
        open.push(keys);
        const wrong = keys === null ? null : readKey(keys);
        if (wrong !== null) return wrong;
        continue;
      }
      at++;
    } else {
      const end = character === '"' ? endOfText(text, at) : endOfWord(text, at);
      if (end < 0) {
        at = -end - 1;
        return fault(character === '"' ? "a text that ends on its line, with known escapes" : "a value");
      }
      at = end;
    }
    // A value ended here: close what it closes, until something goes on.
    for (;;) {
      at = skipBlanks(text, at);
      const keys = open[open.length - 1];
      if (keys === undefined) return at === text.length ? null : fault("the end of the text");
      const close = keys === null ? "]" : "}";
      if (text[at] === ",") {
        at = skipBlanks(text, at + 1);
        const wrong = keys === null ? null : readKey(keys);
        if (wrong !== null) return wrong;
        break;
      }
      if (text[at] !== close) return fault(`"," or "${close}"`);
      open.pop();
      at++;
    }
  }
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === " " || text[at] === "\n" || text[at] === "\r" || text[at] === "\t") at++;
  return at;
}

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** The place after the closing quote; −1 − the place of what cannot stand there. */
function endOfText(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== '"') {
    if (text[at] === "\\") {
      ESCAPE.lastIndex = at;
      if (!ESCAPE.test(text)) return -1 - at;
      at = ESCAPE.lastIndex;
    } else if (text.charCodeAt(at) < 32) return -1 - at;
    else at++;
  }
  return at < text.length ? at + 1 : -1 - at;
}

const WORD = /(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)(?![\w.+-])/y;

function endOfWord(text: string, from: number): number {
  WORD.lastIndex = from;
  return WORD.test(text) ? WORD.lastIndex : -1 - from;
}

/** A place in a text as people count it. */
export function placeOf(text: string, offset: number): string {
  const before = text.slice(0, offset).split("\n");
  return `line ${before.length}, column ${(before[before.length - 1] as string).length + 1}`;
}
