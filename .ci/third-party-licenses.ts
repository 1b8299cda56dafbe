/** The licences of the libraries that a build put inside the package, from what the bundler says it bundled. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Of esbuild's metafile: what of each input stands in each output. */
export interface Metafile {
  readonly outputs: {
    readonly [output: string]: { readonly inputs: { readonly [input: string]: { readonly bytesInOutput: number } } };
  };
}

/** The folders of the packages that some bundle holds any of, in the order of their names. */
export function bundledPackages(metafiles: readonly Metafile[]): readonly string[] {
  const inputs = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap((output) =>
      Object.entries(output.inputs).flatMap(([input, { bytesInOutput }]) => (bytesInOutput > 0 ? [input] : [])),
    ),
  );
  const folders = inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []);
  return [...new Set(folders)].sort();
}

/** One text with the licence of each package. */
export function licensesOf(folders: readonly string[]): string {
  const notices = folders.map((folder) => {
    const { name, version, license, author } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
    const text = file === undefined ? standardText(name, license, author) : readFileSync(join(folder, file), "utf8");
    const notice = existsSync(join(folder, "NOTICE"))
      ? `\n${readFileSync(join(folder, "NOTICE"), "utf8").trim()}\n`
      : "";
    return `${"=".repeat(80)}\n${name} ${version} (${license})\n${"=".repeat(80)}\n\n${text.trim()}\n${notice}`;
  });
  return `This package holds parts of other libraries, under licences of their own.\n\n${notices.join("\n")}`;
}

/** A package that names the MIT licence and holds no text of it gets the text that stands in our own, under its author's name. */
function standardText(name: string, license: unknown, author: unknown): string {
  if (license !== "MIT" || typeof author !== "string") throw new Error(`${name} holds no text of its licence`);
  return readFileSync("LICENSE", "utf8").replace(/^Copyright .*$/m, `Copyright (c) ${author}`);
}
