import type { Command } from "./command.ts";

/** The help of the whole command line. */
export function generalHelp(commands: { readonly [name: string]: Command }): string {
  const rows = Object.entries(commands).map(([name, { argument, summary }]) => [`guanxi ${name} ${argument}`, summary]);
  return `guanxi: scores business accounts exactly, from one JSON model

Usage:
${table([...rows, ["guanxi --version", "print the version"], ["guanxi COMMAND --help", "all options of a command, with examples"]])}

Exit codes: 0 all rows scored · 1 a model or a file is bad (nothing written) · 2 called wrongly · 3 some rows rejected · 4 a limit passed
`;
}

/** The help of one command, written from what it declares. */
export function commandHelp(name: string, { summary, argument, options, examples, notes }: Command): string {
  const required = Object.entries(options).filter(([, { isRequired }]) => isRequired);
  const usage = [
    "guanxi",
    name,
    argument,
    ...required.map(([option, { value }]) => `--${option} ${value}`),
    "[options]",
  ];
  const rows = Object.entries(options).map(([option, { value, help, choices }]) => [
    `--${option}${value === undefined ? "" : ` ${choices?.join("|") ?? value}`}`,
    help,
  ]);
  return `guanxi ${name}: ${summary}

Usage: ${usage.join(" ")}

Options:
${table([...rows, ["--help", "this help"]])}
${notes.map((note) => `\n${wrap(note, 0)}\n`).join("")}
Examples:
${examples.map((example) => `  ${example}`).join("\n")}
`;
}

const WIDTH = 100;
const LEFT = 34;

function table(rows: readonly (readonly string[])[]): string {
  return rows
    .map(([left = "", right = ""]) => {
      const text = wrap(right, LEFT);
      return left.length + 4 > LEFT ? `  ${left}\n${" ".repeat(LEFT)}${text}` : `  ${left}`.padEnd(LEFT) + text;
    })
    .join("\n");
}

function wrap(text: string, indent: number): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > WIDTH - indent) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].join(`\n${" ".repeat(indent)}`);
}
