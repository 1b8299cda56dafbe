import type { Issue } from "../core/issue.ts";
import type { Slots } from "../core/slots.ts";
import type { ScoreOptions } from "../schema/options.ts";
import type { Assembly } from "../score/assembly.ts";
import type { ReadOptions } from "../score/read-options.ts";

/** The slots and options of an account whose published values are read once more. */
export function readAgain(
  assembly: Assembly,
  inputs: object,
  rating: ScoreOptions,
): { slots: Slots; read: ReadOptions } {
  const issues: Issue[] = [];
  const slots: Slots = new Array(assembly.layout.slots).fill(null);
  assembly.readRecord(inputs, slots, issues);
  return { slots, read: assembly.readOptions(rating, issues) };
}
