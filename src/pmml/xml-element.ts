import type { Path } from "../core/issue.ts";

/** An element of a parsed XML document. Names are without their namespace prefix. */
export interface XmlElement {
  readonly name: string;
  /** Where it stands below the root: names, with a position where siblings share one. */
  readonly path: Path;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The character data between its children, joined. */
  readonly text: string;
}

export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

/** What an element holds, without the extensions that PMML lets stand anywhere and that mean nothing to others. */
export function contentOf(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child) => child.name !== "Extension");
}
