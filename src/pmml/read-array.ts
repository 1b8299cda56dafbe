import { type Reading, report } from "./reading.ts";
import type { XmlElement } from "./xml-element.ts";

const ENTRY = /"([^"\\]*(?:\\[\s\S][^"\\]*)*)"|\S+/g;

/** The entries of a PMML `Array`: separated by blanks, quoted where they hold one, `\"` for a quote inside. */
export function readArray(reading: Reading, array: XmlElement): readonly string[] {
  const entries: string[] = [];
  array.text.replace(ENTRY, (whole: string, quoted?: string) => {
    entries.push(quoted === undefined ? whole : quoted.replace(/\\(["\\])/g, "$1"));
    return "";
  });
  const count = array.attributes.get("n");
  if (count !== undefined && count.trim() !== String(entries.length)) {
    report(reading, "pmml/array", [...array.path, "n"], count, entries.length);
  }
  return entries;
}
