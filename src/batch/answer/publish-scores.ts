import { powerOfTen } from "../../core/power-of-ten.ts";
import { at, type Lane } from "../../lanes/lane.ts";
import { COVERAGE_PLACES } from "../../weight/coverage.ts";
import type { Chunk, ChunkScores } from "../kernels/chunk.ts";
import type { Outputs } from "./outputs.ts";

/** Writes the chunk's scores and coverage into the columns of the answer, as the decimals that they stand for. */
export function compilePublishing(
  { dimensions, total, coverage }: ChunkScores,
  scorePlaces: number,
  chunk: Chunk,
): (out: Outputs) => void {
  const { kernels, lane } = chunk.space;
  const decimals = lane();
  const publish = (values: Lane, unit: number, out: Float64Array) => {
    kernels.toDecimals(at(values), chunk.rows, unit, at(decimals));
    out.set(decimals.subarray(0, chunk.rows), chunk.first);
  };
  const unit = powerOfTen(scorePlaces);
  return (out) => {
    const columns = Object.values(out.dimensions);
    for (let d = 0; d < columns.length; d++) publish(dimensions[d] as Lane, unit, columns[d] as Float64Array);
    publish(total, unit, out.total);
    publish(coverage, powerOfTen(COVERAGE_PLACES), out.coverage);
  };
}
