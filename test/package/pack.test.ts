/** What npm would publish, installed as a stranger would install it. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../support/root.ts";

const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const doors = Object.entries(manifest.exports)
  .filter(([, target]) => typeof target !== "string")
  .map(([door]) => join("guanxi", door));

describe("the packed package", () => {
  let home: string;
  let files: string[];

  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), "guanxi-pack-"));
    const packed = JSON.parse(run("npm", ["pack", "--json", "--pack-destination", home], root))[0];
    files = packed.files.map(({ path }: { path: string }) => path);
    installOffline(packed.filename);
  });

  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it("holds dist and its papers, nothing else", () => {
    const papers = new Set(["package.json", "README.md", "LICENSE", "CHANGELOG.md"]);
    expect(files.filter((path) => !path.startsWith("dist/") && !papers.has(path))).toEqual([]);
    expect(files).toEqual(expect.arrayContaining(["package.json", "README.md", "LICENSE", "dist/model.schema.json"]));
  });

  it("holds every file that package.json names", () => {
    const named = [...namedFiles(manifest.exports), ...namedFiles(manifest.bin)];
    expect(named.map((path) => path.replace(/^\.\//, ""))).toEqual(
      named.map((path) => files.find((file) => path.endsWith(file))),
    );
  });

  it("ships the licence of every library that it holds the code of, and of no other", async () => {
    const licenses = readFileSync(join(home, "node_modules/guanxi/dist/THIRD-PARTY-LICENSES.txt"), "utf8");
    const bundled = await bundledLibraries();
    expect(bundled).toContain("fast-xml-parser");
    expect(bundled).toContain("papaparse");
    const told = [...licenses.matchAll(/^=+\n(\S+) (\S+) \((.+)\)\n=+$/gm)].map(([, name]) => name);
    expect(told).toEqual(bundled);
    for (const name of bundled) {
      const folder = join(root, "node_modules", name);
      const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
      expect(licenses).toContain(`\n${name} ${version} (${license})\n`);
      if (existsSync(join(folder, "LICENSE"))) {
        expect(licenses).toContain(readFileSync(join(folder, "LICENSE"), "utf8").trim());
      } else expect(licenses).toMatch(/^Copyright \(c\) Amit Gupta/m);
    }
  });

  it.each(doors)("%s gives the same names to import and to require", (door) => {
    const names = (program: string, type: string) =>
      JSON.parse(run(process.execPath, [`--input-type=${type}`, "--eval", program], home));
    const show = (value: string) => `console.log(JSON.stringify(Object.keys(${value}).sort()))`;
    const imported = names(`import * as door from "${door}"; ${show("door")}`, "module");
    const required = names(show(`require("${door}")`), "commonjs");
    expect(imported.length).toBeGreaterThan(0);
    expect(required).toEqual(imported);
  });

  it.each(["model", "points-plan"])("gives the schema of the %s as JSON", (name) => {
    const program = `console.log(JSON.stringify(require("guanxi/${name}.schema.json")))`;
    const schema = JSON.parse(run(process.execPath, ["--eval", program], home));
    expect(schema).toHaveProperty("$schema");
  });

  it("installs a command that answers --help", () => {
    const bin = join(home, "node_modules", ".bin", "guanxi");
    expect(readFileSync(bin, "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
    expect(run(bin, ["--help"], home)).toMatch(/guanxi/);
  });

  /** The dependencies are the ones already installed here, so that no network is needed. */
  function installOffline(tarball: string): void {
    const here = Object.keys(manifest.dependencies).map((name) => [name, `file:${join(root, "node_modules", name)}`]);
    const project = {
      private: true,
      dependencies: { guanxi: `file:./${tarball}`, ...Object.fromEntries(here) },
      overrides: Object.fromEntries(here.map(([name]) => [name, `$${name}`])),
    };
    writeFileSync(join(home, "package.json"), JSON.stringify(project));
    run("npm", ["install", "--offline", "--no-audit", "--no-fund"], home);
  }
});

/** What a bundler of its own takes into the doors and the command, but for what npm installs beside them. */
async function bundledLibraries(): Promise<readonly string[]> {
  const { metafile } = await build({
    entryPoints: [...doors.map((door) => `src${door.slice("guanxi".length)}/index.ts`), "src/cli/guanxi.ts"],
    absWorkingDir: root,
    external: Object.keys(manifest.dependencies).flatMap((name) => [name, `${name}/*`]),
    bundle: true,
    write: false,
    metafile: true,
    format: "esm",
    platform: "node",
    outdir: "out",
  });
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.keys(output.inputs));
  const names = inputs.flatMap((input) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? []);
  return [...new Set(names)].sort();
}

function namedFiles(tree: unknown): string[] {
  if (typeof tree === "string") return [tree];
  return Object.values(tree as object).flatMap(namedFiles);
}

/** Without the settings that an enclosing `npm run` hands down. */
function run(command: string, args: readonly string[], cwd: string): string {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(?!config_(cache|registry))/i.test(name)),
  );
  return execFileSync(command, args, { cwd, env, encoding: "utf8", stdio: "pipe" });
}
