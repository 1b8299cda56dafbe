import { readFileSync } from "node:fs";

/** The version in package.json, which stands two folders up from here and from the built file alike. */
export function version(): string {
  return JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")).version;
}
