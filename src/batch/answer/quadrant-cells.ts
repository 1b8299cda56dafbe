import type { Quadrant } from "../../schema/model-document.ts";
import { SIDES } from "../scored-columns.ts";

/** A quadrant's code is the code of x's side and twice that of y's. */
export const TWICE_Y = 2;

/** The names of quadrants by their codes. */
export function cellNames({ cells }: Quadrant): readonly string[] {
  const names: string[] = [];
  for (const { name, x, y } of cells) names[SIDES.indexOf(x) + TWICE_Y * SIDES.indexOf(y)] = name;
  return names;
}
