import type { Chunk } from "../../src/batch/kernels/chunk.ts";
import type { AddPoints } from "../../src/batch/kernels/curve-input.ts";
import { compileCurveKernel } from "../../src/batch/kernels/curve-kernel.ts";
import type { CodeLane, Lane } from "../../src/lanes/lane.ts";
import type { Workspace } from "../../src/lanes/workspace.ts";
import { compileInWorkspace } from "../../src/lanes/workspace.ts";
import type { Curve } from "../../src/schema/model-document.ts";

/** A chunk of one slot of numbers, in a workspace of its own. */
export function oneSlotChunk(rows: number): Chunk {
  return compileInWorkspace((space) => chunkIn(space, rows));
}

/** A curve over the slot of such a chunk, ready to add to a lane. */
export function oneCurve(
  curve: Curve,
  places: number,
  pointsPlaces: number,
): { readonly chunk: Chunk; readonly add: AddPoints; readonly sums: Lane } {
  const compiled = compileInWorkspace((space) => {
    const chunk = chunkIn(space, 0);
    const codes = new Int32Array(0) as CodeLane;
    const input = { numbers: chunk.numbers[0] as Lane, codes, places, coded: [], pointsPlaces, slot: 0, chunk };
    return { chunk, add: compileCurveKernel(curve, input), sums: space.lane() };
  });
  compiled.chunk.space.load();
  return compiled;
}

function chunkIn(space: Workspace, rows: number): Chunk {
  const marks = space.byteLane();
  marks.fill(0);
  return {
    space,
    rows,
    first: 0,
    asOf: null,
    numbers: [space.lane()],
    codes: [],
    isLaneRead: [false],
    isRaw: [false],
    hasMissing: [false],
    hasOther: [false],
    dictionary: space.codeLane(),
    back: { marks, any: false },
    answered: space.lane(),
    applicable: space.lane(),
    answeredByAll: 0,
  };
}
