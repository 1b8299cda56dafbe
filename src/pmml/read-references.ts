import { factOf, type Issue, issue, type Path } from "../core/issue.ts";

const PREDEFINED: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);

const REFERENCE = /&(?:#x([0-9A-Fa-f]{1,6});|#([0-9]{1,7});|([^;&\s]{0,40};?))/g;

/** Raw XML text with its character references read: the five that XML predefines and numeric ones, no others. */
export function readReferences(raw: string, path: Path, issues: Issue[]): string {
  if (!raw.includes("&")) return raw;
  return raw.replace(REFERENCE, (whole: string, hexadecimal?: string, decimal?: string, name?: string) => {
    const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
    const character = name === undefined ? characterOf(code) : PREDEFINED.get(name.replace(/;$/, ""));
    if (character !== undefined && whole.endsWith(";")) return character;
    issues.push(issue("pmml/entity", path, [...PREDEFINED.keys()], factOf(whole)));
    return whole;
  });
}

/** The character of a code that XML 1.0 allows. */
function characterOf(code: number): string | undefined {
  const isControl = code < 0x20 && code !== 0x9 && code !== 0xa && code !== 0xd;
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  return isControl || isSurrogate || code === 0xfffe || code === 0xffff || code > 0x10ffff
    ? undefined
    : String.fromCodePoint(code);
}
