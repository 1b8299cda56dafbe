import { XMLParser, XMLValidator } from "fast-xml-parser";
import { factOf, type Issue, type IssueCode, issue, type Path } from "../core/issue.ts";
import { hasDoctype } from "./has-doctype.ts";
import { LONGEST_XML, MOST_ATTRIBUTES, MOST_ELEMENT_LEVELS, MOST_MARKS } from "./limits.ts";
import { readReferences } from "./read-references.ts";
import type { XmlElement } from "./xml-element.ts";

/**
 * Reads XML text as a tree of elements, or says why not. Size and document type are looked at before anything is parsed;
 * no entity is ever declared, expanded or fetched. Cost: linear in the text.
 */
export function readXml(xml: unknown): { readonly root: XmlElement | null; readonly issues: readonly Issue[] } {
  if (typeof xml !== "string") return refused("pmml/text", null, factOf(xml));
  if (xml.length > LONGEST_XML) return refused("pmml/size", LONGEST_XML, xml.length);
  const text = xml.startsWith("\uFEFF") ? xml.slice(1) : xml;
  if (hasDoctype(text)) return refused("pmml/doctype", null, null);
  const marks = text.match(/[<=]/g) ?? [];
  if (marks.length > MOST_MARKS) return refused("pmml/marks", MOST_MARKS, marks.length);
  const attributes = longestRun("=", marks);
  if (attributes > MOST_ATTRIBUTES) return refused("pmml/attributes", MOST_ATTRIBUTES, attributes);
  const parsed = parse(text);
  if (parsed === "too deep") return refused("pmml/depth", MOST_ELEMENT_LEVELS, null);
  if (parsed === "reserved name") return refused("document/key", null, "constructor, prototype or __proto__");
  const fault = XMLValidator.validate(text);
  if (fault !== true) return refused("pmml/xml", null, `line ${fault.err.line}, column ${fault.err.col ?? 1}`);
  const roots = parsed === null ? [] : parsed.filter(isElement);
  const [root] = roots;
  if (root === undefined || roots.length > 1) return refused("pmml/xml", null, `${roots.length} outermost elements`);
  const issues: Issue[] = [];
  return { root: elementOf(root, [], issues), issues };
}

function longestRun(mark: string, marks: readonly string[]): number {
  let longest = 0;
  let run = 0;
  for (const each of marks) {
    run = each === mark ? run + 1 : 0;
    if (run > longest) longest = run;
  }
  return longest;
}

function refused(code: IssueCode, expected: number | null, found: Issue["found"]) {
  return { root: null, issues: [issue(code, [], expected, found)] };
}

// The parser is told to do nothing but split the text: no entities, no numbers, no trimming, order kept.
const ATTRIBUTES = ":@";
const TEXT = "#text";
const CDATA = "#cdata";

/** One node in the parser's ordered form: its name as a key with what it holds, beside it the attributes. */
type RawNode = { readonly [name: string]: unknown };

function parse(text: string): readonly RawNode[] | "too deep" | "reserved name" | null {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: "",
    removeNSPrefix: true,
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    processEntities: false,
    textNodeName: TEXT,
    cdataPropName: CDATA,
    ignoreDeclaration: true,
    ignorePiTags: true,
    maxNestedTags: MOST_ELEMENT_LEVELS,
    jPath: false,
    onDangerousProperty: (name) => name,
  });
  try {
    return parser.parse(text);
  } catch (error) {
    const { message } = error as Error;
    // What else it may find is told by the validator, which knows the line.
    return /nested/.test(message) ? "too deep" : /reserved/.test(message) ? "reserved name" : null;
  }
}

function nameOf(node: RawNode): string {
  return Object.keys(node).find((key) => key !== ATTRIBUTES) ?? "";
}

function isElement(node: RawNode): boolean {
  const name = nameOf(node);
  return name !== TEXT && name !== CDATA;
}

/** The depth was limited when it was parsed. */
function elementOf(node: RawNode, path: Path, issues: Issue[]): XmlElement {
  const name = nameOf(node);
  const content = node[name] as readonly RawNode[];
  const once = new Set<string>();
  const shared = new Set<string>();
  for (const child of content.map(nameOf)) (once.has(child) ? shared : once).add(child);
  const met = new Map<string, number>();
  const children: XmlElement[] = [];
  let text = "";
  for (const each of content) {
    const child = nameOf(each);
    if (child === TEXT) text += readReferences(each[TEXT] as string, path, issues);
    else if (child === CDATA) text += (each[CDATA] as readonly RawNode[]).map((part) => part[TEXT] ?? "").join("");
    else {
      const position = met.get(child) ?? 0;
      met.set(child, position + 1);
      children.push(elementOf(each, [...path, child, ...(shared.has(child) ? [position] : [])], issues));
    }
  }
  const attributes = new Map<string, string>();
  for (const [key, value] of Object.entries((node[ATTRIBUTES] ?? {}) as { readonly [key: string]: string })) {
    attributes.set(key, readReferences(value.replace(/[\t\r\n]/g, " "), [...path, key], issues));
  }
  return { name, path, attributes, children, text };
}
