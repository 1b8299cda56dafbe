import type { Outputs } from "../../batch/answer/outputs.ts";
import { type Codes, NO_CODE, STATUSES } from "../../batch/scored-columns.ts";

/** One column of the answers to rows that were scored together. */
export type AnswerColumn =
  /** NaN where there is none. */
  | { readonly kind: "numbers"; readonly values: Float64Array }
  /** `NO_CODE` where there is none. */
  | { readonly kind: "names"; readonly codes: Uint8Array; readonly names: readonly string[] }
  /** Days since 1970-01-01; `NO_DAY` where there is none. */
  | { readonly kind: "days"; readonly days: Int32Array }
  /** Of a section that the model does not have. */
  | { readonly kind: "nothing" };

/** Answers in the order of the model's flat columns. */
export function answerColumns(answers: Outputs): readonly AnswerColumn[] {
  const { status, dimensions, total, coverage, quadrant, quadrantX, quadrantY, tier, tierEarned, tierHeld } = answers;
  return [
    names(status),
    ...[...Object.values(dimensions), total, coverage].map((values) => ({ kind: "numbers", values }) as const),
    ...[quadrant, quadrantX, quadrantY, tier, tierEarned, tierHeld].map(names),
    answers.tierValidUntil === null ? NOTHING : { kind: "days", days: answers.tierValidUntil },
  ];
}

const NOTHING: AnswerColumn = { kind: "nothing" };

function names(column: Codes | null): AnswerColumn {
  return column === null ? NOTHING : { kind: "names", ...column };
}

/** The code of the status of a rejected row. */
export const REJECTED = STATUSES.indexOf("rejected");

/** A rejected row has nothing that could be counted. */
export function blank({ status, quadrant, tier, dimensions, total }: Outputs, row: number): void {
  status.codes[row] = REJECTED;
  for (const column of [quadrant, tier]) if (column !== null) column.codes[row] = NO_CODE;
  for (const scores of [...Object.values(dimensions), total]) scores[row] = Number.NaN;
}
