import { explain } from "../../../src/explain/explain.ts";
import { leastChanges } from "../../../src/explain/least/least-changes.ts";
import { parseModel } from "../../../src/model/parse-model.ts";
import { score } from "../../../src/score/score.ts";
import { thrown } from "./model.provocations.ts";
import type { Provocation } from "./provocation.ts";
import { SMALL_DAY, smallAccount, smallModel } from "./small-model.ts";

const model = parseModel(smallModel());
const other = parseModel({ ...smallModel(), minimumCoverage: 0.75, cases: [] });

export const provocations: readonly Provocation[] = [
  {
    code: "explain/model",
    mistake: "a card that another model gave",
    provoke: () => thrown(() => explain(other, score(model, smallAccount(), { asOf: SMALL_DAY }))),
    path: [],
    expected: other.fingerprint,
    found: model.fingerprint,
    sentence: `expected a card of the model ${other.fingerprint}, got one of ${model.fingerprint}`,
  },
  {
    code: "options/unknown-cell",
    mistake: "a goal of a quadrant that there is not",
    provoke: () =>
      thrown(() => leastChanges(model, smallAccount(), { kind: "quadrant", name: "partnr" }, { asOf: SMALL_DAY })),
    path: ["goal", "name"],
    expected: model.quadrant?.cells.map(({ name }) => name) ?? [],
    found: "partnr",
    suggestion: "partner",
    sentence:
      'goal.name: expected a cell of the quadrant ("partner", "win-over", "maintain" or "watch"), got "partnr", did you mean "partner"',
  },
];
