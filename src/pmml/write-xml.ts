/** An element to be written: its attributes in order (undefined ones are left out), and elements or text inside. */
export interface WrittenElement {
  readonly name: string;
  readonly attributes: Attributes;
  readonly content: readonly WrittenElement[] | string;
}

type Attributes = { readonly [name: string]: string | number | boolean | undefined };

export function element(
  name: string,
  attributes: Attributes = {},
  content: readonly WrittenElement[] | string = [],
): WrittenElement {
  return { name, attributes, content };
}

/** An XML document of one element and all in it, an element to a line. */
export function writeXml(root: WrittenElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${lines(root, "")}`;
}

/** Depth is that of conditions and trees, which parsing limited. */
function lines({ name, attributes, content }: WrittenElement, indent: string): string {
  const told = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  const start = `${indent}<${name}${told.join("")}`;
  if (content.length === 0) return `${start}/>\n`;
  if (typeof content === "string") return `${start}>${escaped(content)}</${name}>\n`;
  return `${start}>\n${content.map((child) => lines(child, `${indent}  `)).join("")}${indent}</${name}>\n`;
}

// Tabs and ends of line would be read as blanks in an attribute.
const SPECIAL = /[&<>"\t\n\r]/g;
const REFERENCES: { readonly [character: string]: string } = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  return text
    .replace(SPECIAL, (character) => REFERENCES[character] ?? `&#${character.charCodeAt(0)};`)
    .replace(UNWRITABLE, "\uFFFD");
}

/** What no XML 1.0 document may hold, not even by number. Half a surrogate pair is none of a parsed model's texts. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** Whether XML can hold every character of a text; in words about a thing the others become U+FFFD. */
export function isWritable(text: string): boolean {
  return text.search(UNWRITABLE) < 0;
}
