/** The law of floors, as a function of source texts: it answers with sentences, one for every breach. */
import ts from "typescript";
import { folderOf, modulesOf, parse, resolveFrom, type SourceText } from "./source.ts";

export const FLOORS: readonly (readonly string[])[] = [
  ["core", "lanes"],
  ["schema", "stats"],
  ["record", "measure", "condition", "indicator", "weight", "fingerprint", "curves"],
  ["model", "bonus", "classify", "points"],
  ["score"],
  ["explain", "batch", "sql", "portfolio", "pmml"],
  ["govern", "chart", "table"],
  ["presets", "sheets", "report"],
  ["cli"],
];

/** `src/index.ts` stands above everything; the command line is a neighbour it does not know. */
const ROOF = "index.ts";

export function breachesOfFloors(house: readonly SourceText[], doors: readonly string[]): string[] {
  const breaches: string[] = [];
  const paths = new Set(house.map(({ path }) => path));
  const graph = new Map<string, string[]>();

  for (const source of house) {
    const file = parse(source);
    breaches.push(...breachesOfPlace(source.path, doors), ...breachesOfContent(file, doors));
    const imported: string[] = [];
    for (const { module, line } of modulesOf(file)) {
      if (!module.startsWith(".")) continue;
      const target = resolveFrom(source.path, module);
      const breach = breachOfImport(source.path, target, paths);
      if (breach) breaches.push(`${source.path}:${line} ${breach}`);
      imported.push(target);
    }
    graph.set(source.path, imported);
  }
  for (const door of doors) {
    const path = doorFile(door);
    if (!paths.has(path)) breaches.push(`${path} is a door in package.json#exports, but no file`);
  }
  return [...breaches, ...cyclesOf(graph).map((cycle) => `cycle: ${cycle.join(" → ")}`)];
}

function breachesOfPlace(path: string, doors: readonly string[]): string[] {
  const breaches: string[] = [];
  const folder = folderOf(path);
  if (path !== ROOF && folder === "") breaches.push(`${path} stands outside every folder`);
  if (folder !== "" && floorOf(folder) < 0) breaches.push(`${path} is in a folder on no floor`);
  if (path.endsWith("/index.ts") && !doors.some((door) => doorFile(door) === path)) {
    breaches.push(`${path} is an index.ts, but no public door`);
  }
  if (/(^|[/.-])(utils?|helpers?|common)(?=[/.-])/i.test(path)) {
    breaches.push(`${path} is named for nothing (utils, helpers, common)`);
  }
  return breaches;
}

/** Doors hold re-exports and nothing else; every other file holds something of its own. */
function breachesOfContent(file: ts.SourceFile, doors: readonly string[]): string[] {
  const isDoor = doors.some((door) => doorFile(door) === file.fileName);
  const reexports = file.statements.filter(
    (statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier,
  );
  if (isDoor && reexports.length < file.statements.length) {
    return [`${file.fileName} is a door: it holds re-exports only`];
  }
  if (!isDoor && reexports.length > 0 && reexports.length === file.statements.length) {
    return [`${file.fileName} only re-exports, but is no public door`];
  }
  return [];
}

function breachOfImport(from: string, to: string, paths: Set<string>): string | undefined {
  if (!to.endsWith(".ts")) return `imports ${to} without its .ts extension`;
  if (!paths.has(to)) return `imports ${to}, which is not a file of src`;
  if (to === ROOF || to.endsWith("/index.ts")) return `imports the door ${to} and not the file itself`;
  const [own, other] = [folderOf(from), folderOf(to)];
  if (from === ROOF) return other === "cli" ? `imports ${to} of the command line` : undefined;
  if (own === other || floorOf(other) < floorOf(own)) return undefined;
  const direction = floorOf(other) === floorOf(own) ? "sideways" : "up";
  return `imports ${to}: ${direction}, from floor ${floorOf(own)} to floor ${floorOf(other)}`;
}

function doorFile(door: string): string {
  return door === "" ? ROOF : `${door}/index.ts`;
}

function floorOf(folder: string): number {
  return FLOORS.findIndex((rooms) => rooms.includes(folder));
}

function cyclesOf(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (path: string): void => {
    const start = trail.indexOf(path);
    if (start >= 0) cycles.push([...trail.slice(start), path]);
    if (start >= 0 || done.has(path)) return;
    trail.push(path);
    for (const next of graph.get(path) ?? []) visit(next);
    trail.pop();
    done.add(path);
  };
  for (const path of graph.keys()) visit(path);
  return cycles;
}
