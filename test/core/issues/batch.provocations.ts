import { Table, TimestampSecond, vectorFromArray } from "apache-arrow";
import { scoreChunks } from "../../../src/batch/score-chunks.ts";
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
  {
    code: "batch/arrow-type",
    mistake: "moments where a day is meant, in an Arrow table",
    provoke: () =>
      thrown(() => {
        const table = new Table({ since: vectorFromArray([0], new TimestampSecond("UTC")) });
        return scoreColumns(parseModel(smallModel()), table, { asOf: SMALL_DAY });
      }),
    path: ["since"],
    expected: "Date, Utf8 or Dictionary<Utf8>",
    found: "Timestamp<SECOND, UTC>",
    sentence: "since: expected one Arrow column of type Date, Utf8 or Dictionary<Utf8>, got Timestamp<SECOND, UTC>",
  },
  {
    code: "batch/chunk",
    mistake: "one part of a portfolio where parts are expected",
    provoke: () => thrown(() => scoreChunks(parseModel(smallModel()), { revenue: [1] } as never, { asOf: SMALL_DAY })),
    path: ["chunks"],
    expected: "an iterable of columns",
    found: "an object",
    sentence: "chunks: expected an iterable of columns, got an object",
  },
];
