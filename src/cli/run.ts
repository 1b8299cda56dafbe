import { nearMiss } from "../core/near-miss.ts";
import type { Command } from "./command.ts";
import { EXIT, type ExitCode } from "./exit.ts";
import { EXPLAIN } from "./explain/explain-command.ts";
import { commandHelp, generalHelp } from "./help-text.ts";
import type { Io } from "./io.ts";
import { POINTS } from "./points/points-command.ts";
import { readCall } from "./read-call.ts";
import { SCORE } from "./score/score-command.ts";
import { SIMULATE } from "./simulate/simulate-command.ts";
import { stop } from "./stop.ts";
import { tellFailure } from "./tell-failure.ts";
import { TYPES } from "./types-command.ts";
import { VALIDATE } from "./validate-command.ts";
import { version } from "./version.ts";

const COMMANDS: { readonly [name: string]: Command } = {
  score: SCORE,
  explain: EXPLAIN,
  validate: VALIDATE,
  simulate: SIMULATE,
  types: TYPES,
  points: POINTS,
};

/** Runs the command line: arguments without `node` and the file's own name. Never throws. */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await dispatch(args, io);
  } catch (error) {
    return await tellFailure(error, io);
  }
}

async function dispatch([name, ...rest]: readonly string[], io: Io): Promise<ExitCode> {
  if (name === "--version" || name === "-v") {
    await io.stdout.write(`${version()}\n`);
    return EXIT.done;
  }
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    const asked = rest[0] !== undefined && Object.hasOwn(COMMANDS, rest[0]) ? rest[0] : undefined;
    const text = asked === undefined ? generalHelp(COMMANDS) : commandHelp(asked, COMMANDS[asked] as Command);
    await (name === undefined ? io.stderr : io.stdout).write(text);
    return name === undefined ? EXIT.usage : EXIT.done;
  }
  const names = Object.keys(COMMANDS);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) return stop("usage/command", [], names, name, nearMiss(name, names));
  const options = rest.includes("--") ? rest.slice(0, rest.indexOf("--")) : rest;
  if (options.includes("--help") || options.includes("-h")) {
    await io.stdout.write(commandHelp(name, command));
    return EXIT.done;
  }
  return await command.run(readCall(command, rest), io);
}
