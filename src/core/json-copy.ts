import { factOf, type Issue, issue, type Path } from "./issue.ts";

/** How large a document may be before it is looked at. */
export const MOST_LEVELS = 64;
export const MOST_VALUES = 200_000;
export const LONGEST_TEXT = 20_000;
export const LONGEST_KEY = 1000;

type Container = { [key: string]: unknown } | unknown[];

/**
 * Copies a JSON value and checks that it is one: plain objects and arrays, text, finite numbers, booleans, null, within
 * limits of depth and size, without keys that could reach a prototype. It walks iteratively, so that no depth and no
 * cycle can exhaust the stack, and it runs before any recursive check. Keys whose value is undefined are left out.
 */
export function copyJson(value: unknown): { readonly copy: unknown; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const root: unknown[] = [];
  const pending: { from: unknown; into: Container; key: string | number; path: Path }[] = [
    { from: value, into: root, key: 0, path: [] },
  ];
  let values = 0;
  let isTooDeep = false;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { into, key, path } = next;
    if (key === "__proto__") {
      issues.push(issue("document/key", path, null, key));
      continue;
    }
    // Minus zero is zero: JSON text would lose the sign, and with it the round trip.
    const from = next.from === 0 ? 0 : next.from;
    values++;
    if (typeof from === "string") checkText(from, path, issues);
    if (isScalar(from)) {
      (into as { [key: string]: unknown })[key] = from;
      continue;
    }
    if (!isContainer(from)) {
      const found = typeof from === "object" ? "an object of a class" : factOf(from);
      issues.push(issue("document/value", path, null, found));
      continue;
    }
    if (path.length >= MOST_LEVELS) {
      if (!isTooDeep) issues.push(issue("document/depth", path.slice(0, 8), MOST_LEVELS, path.length));
      isTooDeep = true;
      continue;
    }
    const keys = Array.isArray(from) ? from : Object.keys(from);
    if (values + pending.length + keys.length > MOST_VALUES) {
      issues.push(issue("document/size", [], MOST_VALUES, MOST_VALUES + 1));
      return { copy: undefined, issues };
    }
    const copy: Container = Array.isArray(from) ? new Array(from.length) : {};
    (into as { [key: string]: unknown })[key] = copy;
    const children: typeof pending = [];
    for (const child of Array.isArray(from) ? from.keys() : keys) {
      const childValue = readKey(from, child);
      if (childValue === undefined && !Array.isArray(from)) continue;
      if (typeof child === "string" && !isKey(child, path, issues)) continue;
      children.push({ from: childValue, into: copy, key: child, path: [...path, child] });
    }
    // Pushed in reverse, so that issues come in the order of the document; keys are laid out first for the same reason.
    if (!Array.isArray(copy)) for (const { key } of children) if (key !== "__proto__") copy[key] = null;
    for (let i = children.length - 1; i >= 0; i--) pending.push(children[i] as (typeof pending)[number]);
  }
  return { copy: root[0], issues };
}

function isScalar(value: unknown): boolean {
  return value === null || typeof value === "string" || typeof value === "boolean" || Number.isFinite(value);
}

function isContainer(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) return true;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/;

/** The value of a key, read once; what a getter throws is no JSON value. */
function readKey(from: object, key: string | number): unknown {
  try {
    return (from as { readonly [key: string]: unknown })[key];
  } catch (error) {
    return error instanceof Error ? error : new Error();
  }
}

/** A key is text as any other, but one that is too long cannot stand in a path. */
function isKey(key: string, path: Path, issues: Issue[]): boolean {
  if (key.length <= LONGEST_KEY && !LONE_SURROGATE.test(key)) return true;
  checkText(key, path, issues, LONGEST_KEY);
  return false;
}

function checkText(text: string, path: Path, issues: Issue[], longest = LONGEST_TEXT): void {
  if (text.length > longest) issues.push(issue("document/text-length", path, longest, text.length));
  else if (LONE_SURROGATE.test(text)) issues.push(issue("document/unicode", path, null, factOf(text)));
}
