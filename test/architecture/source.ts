/** Reading source files as syntax trees, so that comments and strings never look like code. */
import { readdirSync, readFileSync } from "node:fs";
import { join, posix, relative, sep } from "node:path";
import ts from "typescript";
import { root } from "../support/root.ts";

/** One file of the house; `path` is relative to `src`, with forward slashes. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** A module named by a file, in whatever way: import, re-export, `import()`, `import("…").T`, `require`. */
export interface ModuleUse {
  readonly module: string;
  readonly line: number;
  readonly node: ts.Node;
}

/** What is written in AssemblyScript, another language that looks like TypeScript. */
const ASSEMBLY = `${sep}assembly`;

export function readHouse(): SourceText[] {
  const src = join(root, "src");
  return readdirSync(src, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts") && !entry.parentPath.endsWith(ASSEMBLY))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({
      path: relative(src, file).split(sep).join("/"),
      text: readFileSync(file, "utf8"),
    }));
}

/** Door names as in `package.json#exports`: "" is the main door, "curves" is `guanxi/curves`. */
export function readDoors(): string[] {
  const { exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return Object.entries(exports)
    .filter(([, target]) => typeof target !== "string")
    .map(([door]) => door.slice(2));
}

export function parse({ path, text }: SourceText): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
}

export function lineOf(file: ts.SourceFile, node: ts.Node): number {
  return file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
}

export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

/** The folder a file lives in: "score" of `score/deep/file.ts`, "" for a file of `src` itself. */
export function folderOf(path: string): string {
  const slash = path.indexOf("/");
  return slash < 0 ? "" : path.slice(0, slash);
}

/** What a relative import points at, relative to `src`. */
export function resolveFrom(path: string, module: string): string {
  return posix.normalize(posix.join(posix.dirname(path), module));
}

export function modulesOf(file: ts.SourceFile): ModuleUse[] {
  const uses: ModuleUse[] = [];
  walk(file, (node) => {
    const named = moduleNamedBy(node);
    if (!named) return;
    const module = ts.isStringLiteralLike(named) ? named.text : "(computed)";
    uses.push({ module, line: lineOf(file, node), node });
  });
  return uses;
}

function moduleNamedBy(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isExternalModuleReference(node)) return node.expression;
  if (ts.isImportTypeNode(node)) {
    return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : node.argument;
  }
  if (ts.isCallExpression(node) && isImporter(node.expression)) return node.arguments[0] ?? node;
  return undefined;
}

function isImporter(callee: ts.Expression): boolean {
  if (callee.kind === ts.SyntaxKind.ImportKeyword) return true;
  return ts.isIdentifier(callee) && callee.text === "require";
}
