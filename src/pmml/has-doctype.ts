/** What may hold the beginning of a declaration without being one, from its opening to its end. */
const SKIPPED: readonly (readonly [opening: string, end: string])[] = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
  ["<?", "?>"],
];

/** Whether XML text has a document type or another declaration, outside comments, CDATA and instructions. */
export function hasDoctype(xml: string): boolean {
  let at = xml.indexOf("<");
  while (at >= 0) {
    const skipped = SKIPPED.find(([opening]) => xml.startsWith(opening, at));
    if (skipped === undefined && xml.startsWith("<!", at)) return true;
    const end = skipped === undefined ? at : xml.indexOf(skipped[1], at);
    if (end < 0) return false;
    at = xml.indexOf("<", end + 1);
  }
  return false;
}
