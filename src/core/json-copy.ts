import { factOf, type Issue, issue, type Path } from "./issue.ts";

/** How large a document may be before it is looked at. */
export const MOST_LEVELS = 64;
export const MOST_VALUES = 200_000;
export const LONGEST_TEXT = 20_000;

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
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { from, into, key, path } = next;
    if (++values > MOST_VALUES) {
      issues.push(issue("document/size", [], MOST_VALUES, values));
      break;
    }
    if (typeof from === "string") checkText(from, path, issues);
    if (isScalar(from)) {
      (into as { [key: string]: unknown })[key] = from;
      continue;
    }
    if (!isContainer(from)) {
      issues.push(issue("document/value", path, null, factOf(from)));
      continue;
    }
    if (path.length >= MOST_LEVELS) {
      issues.push(issue("document/depth", path.slice(0, 8), MOST_LEVELS, path.length));
      continue;
    }
    const copy: Container = Array.isArray(from) ? new Array(Math.min(from.length, MOST_VALUES)) : {};
    (into as { [key: string]: unknown })[key] = copy;
    const keys = Array.isArray(from) ? from.keys() : Object.keys(from);
    const children: typeof pending = [];
    for (const child of keys) {
      if (values + pending.length + children.length > MOST_VALUES) {
        issues.push(issue("document/size", [], MOST_VALUES, MOST_VALUES + 1));
        return { copy: undefined, issues };
      }
      const childValue = (from as { readonly [key: string]: unknown })[child];
      if (childValue === undefined && !Array.isArray(from)) continue;
      if (child === "__proto__") issues.push(issue("document/key", [...path, child], null, child));
      else children.push({ from: childValue, into: copy, key: child, path: [...path, child] });
    }
    // Pushed in reverse, so that issues come in the order of the document; keys are laid out first for the same reason.
    if (!Array.isArray(copy)) for (const child of children) copy[child.key] = null;
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

function checkText(text: string, path: Path, issues: Issue[]): void {
  if (text.length > LONGEST_TEXT) issues.push(issue("document/text-length", path, LONGEST_TEXT, text.length));
  else if (LONE_SURROGATE.test(text)) issues.push(issue("document/unicode", path, null, factOf(text)));
}
