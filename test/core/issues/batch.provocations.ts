import { scoreColumns } from "../../../src/batch/score-columns.ts";
import { parseModel } from "../../../src/model/parse-model.ts";
import { thrown } from "./model.provocations.ts";
import type { Provocation } from "./provocation.ts";
import { SMALL_DAY, smallModel } from "./small-model.ts";

export const provocations: readonly Provocation[] = [
  {
    code: "batch/column",
    mistake: "numbers as codes of a dictionary",
    provoke: () =>
      thrown(() =>
        scoreColumns(
          parseModel(smallModel()),
          { revenue: { codes: Int32Array.of(0), dictionary: ["5"] } },
          { asOf: SMALL_DAY },
        ),
      ),
    path: ["revenue"],
    expected: ["typed", "masked", "plain"],
    found: "coded",
    sentence: 'revenue: expected a column of the form "typed", "masked" or "plain", got coded',
  },
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
