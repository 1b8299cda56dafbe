import { compileInWorkspace } from "../../src/lanes/workspace.ts";

/** Fills the memory that programs share, as others may have left it. */
export function poisonMemory(byte: number): void {
  compileInWorkspace((space) => new Uint8Array(space.lane().buffer).fill(byte));
}
