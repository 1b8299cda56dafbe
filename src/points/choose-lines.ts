import type { LineChoice, LineSelector } from "../schema/points-plan-document.ts";
import type { ReadLine } from "./read-activity.ts";

/** Whether a line is meant. */
export type LineTest = (line: ReadLine) => boolean;

/** A choice of lines as a test; without one, every line is meant. */
export function compileLines(choice: LineChoice | undefined): LineTest {
  const include = choice?.include?.map(compileSelector);
  const exclude = choice?.exclude?.map(compileSelector) ?? [];
  return (line) => (include === undefined || include.some((fits) => fits(line))) && !exclude.some((fits) => fits(line));
}

function compileSelector({ skus, categories, labels, isDelivery }: LineSelector): LineTest {
  const skuSet = skus && new Set<string | null>(skus);
  const categorySet = categories && new Set<string | null>(categories);
  const wanted = Object.entries(labels ?? {});
  return (line) =>
    (skuSet === undefined || skuSet.has(line.sku)) &&
    (categorySet === undefined || categorySet.has(line.category)) &&
    (isDelivery === undefined || isDelivery === line.isDelivery) &&
    wanted.every(([label, text]) => hasOwn.call(line.labels, label) && line.labels[label] === text);
}

const hasOwn = Object.prototype.hasOwnProperty;
