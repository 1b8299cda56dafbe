import { existsSync, readFileSync } from "node:fs";

/** What `npm run bench:install` puts beside this file. */
export const RIVALS = [
  "@duckdb/node-api",
  "@gorules/zen-engine",
  "csv-parse",
  "csv-parser",
  "feelin",
  "json-logic-engine",
  "json-rules-engine",
] as const;
export type RivalName = (typeof RIVALS)[number];

/** The version of an installed rival; `null` if it is not there. */
export function versionOf(name: RivalName): string | null {
  const manifest = new URL(`node_modules/${name}/package.json`, import.meta.url);
  return existsSync(manifest) ? JSON.parse(readFileSync(manifest, "utf8")).version : null;
}

/**
 * A rival as far as its caller describes it; `null` if it is not there. Its own types are absent where it is absent, and
 * the sources must be checked without it.
 */
export async function load<T>(name: RivalName): Promise<T | null> {
  return versionOf(name) === null ? null : ((await import(name)) as T);
}

/** As the table calls it. */
export function titleOf(name: RivalName): string {
  return [name, versionOf(name)].filter((part) => part !== null).join(" ");
}
