import { existsSync, realpathSync } from "node:fs";
import { resolve } from "node:path";

/** Whether two names are one file, through links too. */
export function isSameFile(a: string, b: string): boolean {
  return a === b || realPlace(a) === realPlace(b);
}

function realPlace(file: string): string {
  return existsSync(file) ? realpathSync(file) : resolve(file);
}
