import { parseArgs } from "node:util";
import { GuanxiError } from "../core/guanxi-error.ts";
import { type Issue, issue } from "../core/issue.ts";
import { nearMiss } from "../core/near-miss.ts";
import type { Call, Command, Option } from "./command.ts";

/**
 * Reads the arguments of one command, strictly: an option that the command does not have, a value too many or too few, an
 * option given twice and a missing argument are all refused at once, with the near miss where there is one.
 */
export function readCall(command: Command, args: readonly string[]): Call {
  const { options } = command;
  const types = Object.entries(options).map(
    ([name, { value }]) => [name, { type: value === undefined ? "boolean" : "string", multiple: true }] as const,
  );
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(types),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const issues: Issue[] = [];
  const given = new Map<string, string[]>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind !== "option") continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (option === undefined) issues.push(unknownOption(token.rawName, options));
    else {
      const before = given.get(token.name) ?? [];
      issues.push(...checkUse(token.name, option, token, before.length));
      given.set(token.name, [...before, token.value ?? ""]);
    }
  }
  for (const [name, { isRequired, value = "" }] of Object.entries(options)) {
    if (isRequired && !given.has(name)) issues.push(issue("usage/option-missing", [`--${name}`], value, null));
  }
  const wanted = command.argument.split(" ");
  for (const lacking of wanted.slice(positionals.length)) issues.push(issue("usage/argument", [], lacking, null));
  // What follows an unknown option may be its value.
  const extras = issues.some(({ code }) => code === "usage/option") ? [] : positionals.slice(wanted.length);
  for (const extra of extras) issues.push(issue("usage/argument", [], "no further argument", extra));
  if (issues.length > 0) throw new GuanxiError(issues);
  return {
    argument: positionals[0] as string,
    arguments: positionals,
    values: (name) => given.get(name) ?? [],
    value: (name) => given.get(name)?.[0],
    has: (name) => given.has(name),
  };
}

interface OptionToken {
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function checkUse(name: string, option: Option, { value, inlineValue }: OptionToken, before: number): Issue[] {
  const path = [`--${name}`];
  const issues: Issue[] = [];
  if (before > 0 && !option.isRepeatable) issues.push(issue("usage/option-repeated", path, null, name));
  if (option.value === undefined) {
    return value === undefined ? issues : [...issues, issue("usage/option-flag", path, null, value)];
  }
  // `--out --quiet` is a value forgotten, not a file of that name; `--out=--quiet` says otherwise.
  const isForgotten = value === undefined || value === "" || (!inlineValue && /^-./.test(value));
  if (isForgotten) issues.push(issue("usage/option-value", path, option.value, value || null));
  else if (option.choices !== undefined && !option.choices.includes(value)) {
    issues.push(issue("usage/value", path, option.choices, value, nearMiss(value, option.choices)));
  }
  return issues;
}

function unknownOption(rawName: string, options: Command["options"]): Issue {
  const near = nearMiss(rawName.replace(/^-+/, ""), [...Object.keys(options), "help"]);
  return issue("usage/option", [], null, rawName, near === undefined ? undefined : `--${near}`);
}
