import type { Parent } from "../../reference/document.ts";
import type { Look } from "./look.ts";

const ID = /^[a-z][a-zA-Z0-9]*(-[a-z][a-zA-Z0-9]*)*$/;
const COLUMNS = ["status", "total", "coverage", "quadrant", "tier"].concat([
  "quadrantX",
  "quadrantY",
  "tierEarned",
  "tierHeld",
  "tierValidUntil",
]);

export function checkNames({ document, require }: Look): void {
  const nodes = (parent: Parent): string[] =>
    Object.entries(parent.indicators).flatMap(([id, node]) => [id, ...("indicators" in node ? nodes(node) : [])]);
  const inputs = [...Object.keys(document.fields), ...Object.keys(document.measures ?? {})];
  const rungs = (document.tier?.rungs ?? []).flatMap(({ name, formerly }) => [name, ...(formerly ?? [])]);
  const spaces: Record<string, string[]> = {
    inputs,
    dimensions: Object.keys(document.dimensions),
    nodes: Object.values(document.dimensions).flatMap(nodes),
    bonuses: (document.bonuses ?? []).map(({ id }) => id),
    groups: Object.keys(document.bonusGroups ?? {}),
    gates: (document.gates ?? []).map(({ id }) => id),
  };
  for (const [space, names] of Object.entries({ ...spaces, rungs })) {
    require(new Set(names).size === names.length, `unique names of ${space}`);
  }
  for (const id of Object.values(spaces).flat()) {
    require(ID.test(id) && !(id in Object.prototype), `id ${id}`);
  }
  for (const id of spaces.dimensions as string[]) require(!COLUMNS.includes(id), `id ${id}`);
}
