/** Writing down where cells and rows of a text stand, where the kernels leave that to their host, and finding them again. */
import type { CellMemory } from "./cell-memory.ts";

/** The first row begins at the first unit. */
export function startText({ kernels, starts, firstCells }: CellMemory): void {
  kernels.setOpen(0, 0);
  starts[0] = firstCells[0] = 0;
}

/** The open cell ends, and the next begins at a unit. */
export function addCell({ kernels, starts }: CellMemory, start: number): void {
  const cell = kernels.cell.value + 1;
  starts[cell] = start;
  kernels.setOpen(kernels.rows.value, cell);
}

/** The open row ends at a unit, and the next begins at another. */
export function addRow(memory: CellMemory, end: number, next: number): void {
  const { kernels, firstCells, rowEnds } = memory;
  const row = kernels.rows.value;
  rowEnds[row] = end;
  addCell(memory, next);
  firstCells[row + 1] = kernels.cell.value;
  kernels.setOpen(row + 1, kernels.cell.value);
}

/** The open row is none after all: it begins at another unit. */
export function moveRow({ kernels, starts, firstCells }: CellMemory, start: number): void {
  const row = kernels.rows.value;
  const cell = firstCells[row] as number;
  starts[cell] = start;
  kernels.setOpen(row, cell);
}

/** Where the open row begins. */
export function openRowAt({ kernels, starts, firstCells }: CellMemory): number {
  return starts[firstCells[kernels.rows.value] as number] as number;
}

/** Where a cell begins, or the end of its row if it has none there. */
export function startOf({ starts, firstCells, rowEnds }: CellMemory, row: number, at: number): number {
  const cell = (firstCells[row] as number) + at;
  return cell < (firstCells[row + 1] as number) ? (starts[cell] as number) : (rowEnds[row] as number);
}

export function endOf({ starts, firstCells, rowEnds }: CellMemory, row: number, at: number): number {
  const next = (firstCells[row] as number) + at + 1;
  return next < (firstCells[row + 1] as number) ? (starts[next] as number) - 1 : (rowEnds[row] as number);
}
