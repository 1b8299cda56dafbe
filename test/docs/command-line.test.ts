import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Command } from "../../src/cli/command.ts";
import { EXPLAIN } from "../../src/cli/explain/explain-command.ts";
import { commandHelp } from "../../src/cli/help-text.ts";
import { POINTS } from "../../src/cli/points/points-command.ts";
import { SCORE } from "../../src/cli/score/score-command.ts";
import { SIMULATE } from "../../src/cli/simulate/simulate-command.ts";
import { TYPES } from "../../src/cli/types-command.ts";
import { VALIDATE } from "../../src/cli/validate-command.ts";
import { root } from "../support/root.ts";

const page = readFileSync(`${root}docs/reference/command-line.md`, "utf8");
const commands: readonly [string, Command][] = [
  ["score", SCORE],
  ["explain", EXPLAIN],
  ["validate", VALIDATE],
  ["simulate", SIMULATE],
  ["types", TYPES],
  ["points", POINTS],
];

describe("the reference of the command line", () => {
  it.each(commands)("tells the help of %s as the command tells it", (name, command) => {
    expect(page).toContain(`\n\`\`\`text\n${commandHelp(name, command)}\`\`\`\n`);
  });
});
