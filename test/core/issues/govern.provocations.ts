import { checkSuccession, modelInForce } from "../../../src/govern/model-in-force.ts";
import { parseModel } from "../../../src/model/parse-model.ts";
import { thrown } from "./model.provocations.ts";
import type { Provocation } from "./provocation.ts";
import { type Draft, smallModel } from "./small-model.ts";

export const provocations: readonly Provocation[] = [
  {
    code: "govern/gap",
    mistake: "a day between two versions",
    provoke: () =>
      thrown(() =>
        modelInForce([version("1", { until: "2025-12-31" }), version("2", { from: "2026-02-01" })], "2026-01-15"),
      ),
    path: [],
    expected: "2026-01-15",
    found: ["1 (… to 2025-12-31)", "2 (2026-02-01 to …)"],
    sentence:
      'expected a version that is meant for 2026-01-15, got none among "1 (… to 2025-12-31)" and "2 (2026-02-01 to …)"',
  },
  {
    code: "govern/gap",
    mistake: "a series with a month between two versions",
    provoke: () => checkSuccession([version("1", { until: "2025-12-31" }), version("2", { from: "2026-02-01" })]),
    path: [1, "effective"],
    expected: "2026-01-01",
    found: ["1 (… to 2025-12-31)", "2 (2026-02-01 to …)"],
    sentence:
      '[1].effective: expected a version that is meant for 2026-01-01, got none among "1 (… to 2025-12-31)" and "2 (2026-02-01 to …)"',
  },
  {
    code: "govern/overlap",
    mistake: "two versions meant for the same day",
    provoke: () =>
      thrown(() => modelInForce([version("1", undefined), version("2", { from: "2026-01-01" })], "2026-01-01")),
    path: [],
    expected: "2026-01-01",
    found: ["1 (always)", "2 (2026-01-01 to …)"],
    sentence: 'expected one version that is meant for 2026-01-01, got "1 (always)" and "2 (2026-01-01 to …)"',
  },
  {
    code: "govern/other-model",
    mistake: "versions of two models in one list",
    provoke: () =>
      thrown(() => modelInForce([version("1", undefined), parseModel({ ...smallModel(), id: "other" })], "2026-01-01")),
    path: [1, "id"],
    expected: "small",
    found: "other",
    sentence: '[1].id: expected versions of the model small, got one of "other"',
  },
];

function version(name: string, effective: Draft) {
  return parseModel({ ...smallModel(), version: name, effective });
}
