/**
 * What may come into the house, and by which room: a function of one source text that answers with one sentence for
 * every breach. Names are judged as references to globals; a parameter called `performance` is nobody's clock.
 */
import ts from "typescript";
import { folderOf, lineOf, modulesOf, parse, type SourceText, walk } from "./source.ts";

const ROOMS: readonly { readonly packages: RegExp; readonly room: string }[] = [
  { packages: /^decimal\.js$/, room: "core" },
  { packages: /^zod\/mini$/, room: "schema" },
  { packages: /^@noble\/hashes(\/|$)/, room: "fingerprint" },
  { packages: /xml|^sax/, room: "pmml" },
  { packages: /^papaparse$|^node:/, room: "cli" },
];

/** Everything IEEE 754 defines to the last bit. The rest of `Math` differs between engines. */
const EXACT_MATH = new Set("abs ceil floor round trunc sign min max sqrt fround imul clz32".split(" "));

const HOST_GLOBALS = new Set(
  `performance console process Intl setTimeout setInterval setImmediate clearTimeout clearInterval
   clearImmediate queueMicrotask requestAnimationFrame globalThis window self global crypto
   fetch navigator BigInt BigInt64Array BigUint64Array eval`.split(/\s+/),
);

const CLOCKS = new Set(["now", "parse"]);

export function breachesOfDoors(source: SourceText): string[] {
  const file = parse(source);
  const breaches: string[] = [];
  const report = (node: ts.Node, finding: string): void => {
    breaches.push(`${source.path}:${lineOf(file, node)} ${finding}`);
  };
  for (const { module, node } of modulesOf(file)) {
    if (!module.startsWith(".")) checkModule(source.path, module, node, report);
  }
  const declared = namesDeclaredIn(file);
  const isHost = folderOf(source.path) === "cli";
  walk(file, (node) => {
    checkForm(source.path, node, report);
    if (!isHost) checkHost(node, declared, report);
  });
  return breaches;
}

type Report = (node: ts.Node, finding: string) => void;

function checkModule(path: string, module: string, node: ts.Node, report: Report): void {
  const rule = ROOMS.find(({ packages }) => packages.test(module));
  if (!rule) report(node, `imports ${module}: there is no door for it`);
  else if (folderOf(path) !== rule.room) {
    report(node, `imports ${module}: only src/${rule.room} may`);
  }
  if (module === "zod/mini" && !isNamespaceZ(node)) {
    report(node, 'imports zod/mini otherwise than as: import * as z from "zod/mini"');
  }
}

function isNamespaceZ(node: ts.Node): boolean {
  if (!ts.isImportDeclaration(node)) return false;
  const clause = node.importClause;
  if (!clause || clause.name || !clause.namedBindings) return false;
  return ts.isNamespaceImport(clause.namedBindings) && clause.namedBindings.name.text === "z";
}

/** Forms that are not spoken anywhere in `src`. */
function checkForm(path: string, node: ts.Node, report: Report): void {
  if (ts.isExportAssignment(node) || isDefault(node)) report(node, "has a default export");
  if (ts.isEnumDeclaration(node)) report(node, "declares an enum");
  if (ts.isModuleDeclaration(node)) report(node, "declares a namespace");
  if (ts.isClassLike(node) && !(node.name?.text === "GuanxiError" && folderOf(path) === "core")) {
    report(node, "declares a class that is not the GuanxiError of core");
  }
  if (ts.isPrivateIdentifier(node)) report(node, `uses the private member ${node.text}`);
  if (isStatic(node)) report(node, "declares a static member");
  if (ts.isIdentifier(node) && node.text === "WebAssembly" && folderOf(path) !== "lanes") {
    report(node, "names WebAssembly: only src/lanes may");
  }
}

function isDefault(node: ts.Node): boolean {
  if (ts.isExportSpecifier(node)) return node.name.text === "default";
  return hasModifier(node, ts.SyntaxKind.DefaultKeyword);
}

function isStatic(node: ts.Node): boolean {
  return ts.isClassStaticBlockDeclaration(node) || hasModifier(node, ts.SyntaxKind.StaticKeyword);
}

function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  if (!ts.canHaveModifiers(node)) return false;
  return ts.getModifiers(node)?.some((modifier) => modifier.kind === kind) ?? false;
}

/** Clock, chance, host and inexact arithmetic: what makes an answer depend on where it was computed. */
function checkHost(node: ts.Node, declared: ReadonlySet<string>, report: Report): void {
  if (isPower(node)) report(node, "uses the ** operator");
  if (ts.isBigIntLiteral(node) || node.kind === ts.SyntaxKind.BigIntKeyword) {
    report(node, "uses BigInt");
  }
  const member = memberNamed(node);
  if (member !== undefined && /^(localeCompare|toLocale\w+)$/.test(member)) {
    report(node, `uses ${member}: it depends on the host's language`);
  }
  if (!ts.isIdentifier(node) || declared.has(node.text) || !isReference(node)) return;
  const name = node.text;
  if (HOST_GLOBALS.has(name)) report(node, `uses ${name}`);
  if (name === "Math") checkMath(node, report);
  if (name === "Date") checkDate(node, report);
  if (name === "Function" && isCalled(node)) report(node, "makes code from text with Function");
}

function checkMath(node: ts.Identifier, report: Report): void {
  const member = memberNamed(node.parent);
  if (member === undefined || (node.parent as ts.PropertyAccessExpression).expression !== node) {
    report(node, "uses Math other than by naming one of its functions");
  } else if (!EXACT_MATH.has(member)) {
    report(node, `uses Math.${member}: not exact on every engine`);
  }
}

function checkDate(node: ts.Identifier, report: Report): void {
  if (isCalled(node)) report(node, "uses the clock: Date");
  const member = memberNamed(node.parent);
  if (member !== undefined && CLOCKS.has(member)) report(node, `uses the clock: Date.${member}`);
}

function isPower(node: ts.Node): boolean {
  if (!ts.isBinaryExpression(node)) return false;
  const { kind } = node.operatorToken;
  return kind === ts.SyntaxKind.AsteriskAsteriskToken || kind === ts.SyntaxKind.AsteriskAsteriskEqualsToken;
}

function isCalled(node: ts.Identifier): boolean {
  const { parent } = node;
  return (ts.isCallExpression(parent) || ts.isNewExpression(parent)) && parent.expression === node;
}

/** The name in `x.name`, `x["name"]` or `const { name } = x`. */
function memberNamed(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) {
    return node.argumentExpression.text;
  }
  if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
    const name = node.propertyName ?? node.name;
    return ts.isIdentifier(name) ? name.text : undefined;
  }
  return undefined;
}

/** Is this identifier a value somebody reads, and not the name of a member, a type or a declaration? */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isShorthandPropertyAssignment(parent)) return true;
  if (ts.isTypeQueryNode(parent)) return false;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isBindingElement(parent)) return parent.initializer === node;
  if (ts.isExportSpecifier(parent) || ts.isImportSpecifier(parent)) return false;
  if (ts.isLabeledStatement(parent) || ts.isBreakOrContinueStatement(parent)) return false;
  if (ts.isQualifiedName(parent) || ts.isTypeReferenceNode(parent)) return false;
  if (ts.isMetaProperty(parent) || ts.isNamedTupleMember(parent)) return false;
  return (parent as Partial<ts.NamedDeclaration>).name !== node;
}

/** Names a file binds itself; a name bound anywhere in it is taken for its own. */
function namesDeclaredIn(file: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  walk(file, (node) => {
    const isBinding =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isImportSpecifier(node) ||
      ts.isNamespaceImport(node);
    if (isBinding && node.name && ts.isIdentifier(node.name)) names.add(node.name.text);
  });
  return names;
}
