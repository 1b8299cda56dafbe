/** An element of a well-formed document: its attributes, the elements inside, and its text. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: { readonly [name: string]: string };
  readonly children: XmlElement[];
  text: string;
}

const TOKEN = /<\?[^>]*\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"]*")*)\s*(\/?)>|([^<]+)/g;
const REFERENCES: { readonly [name: string]: string } = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The root of a document that is known to be well formed, and holds elements, attributes and text only. */
export function xmlTree(xml: string): XmlElement {
  const top: XmlElement = { name: "", attributes: {}, children: [], text: "" };
  const open = [top];
  for (const [, slash, name, attributes = "", empty, text] of xml.matchAll(TOKEN)) {
    const parent = open[open.length - 1] as XmlElement;
    if (text !== undefined) parent.text += unescaped(text);
    else if (slash === "/") open.pop();
    else if (name !== undefined) {
      const pairs = [...attributes.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, key, value]) => [key, unescaped(value)]);
      const element: XmlElement = { name, attributes: Object.fromEntries(pairs), children: [], text: "" };
      parent.children.push(element);
      if (empty === "") open.push(element);
    }
  }
  return top.children[0] as XmlElement;
}

function unescaped(text = ""): string {
  return text.replace(/&(?:#(\d+)|(\w+));/g, (_, code, name) =>
    code === undefined ? (REFERENCES[name] as string) : String.fromCodePoint(Number(code)),
  );
}
