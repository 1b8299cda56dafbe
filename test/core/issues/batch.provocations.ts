import { scoreColumns } from "../../../src/batch/score-columns.ts";
import { parseModel } from "../../../src/model/parse-model.ts";
import { thrown } from "./model.provocations.ts";
import type { Provocation } from "./provocation.ts";
import { SMALL_DAY, smallModel } from "./small-model.ts";

export const provocations: readonly Provocation[] = [
  {
    code: "batch/length",
    mistake: "a column that is shorter than the others",
    provoke: () =>
      thrown(() => scoreColumns(parseModel(smallModel()), { revenue: [1, 2], sponsor: [true] }, { asOf: SMALL_DAY })),
    path: ["sponsor"],
    expected: 2,
    found: 1,
    sentence: "sponsor: expected a column of 2 rows, as the first one has, got 1",
  },
];
