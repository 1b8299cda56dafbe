/** Arguments that are none: an issue with its place, never a crash, and never a limit that is silently none. */
import { describe, expect, it } from "vitest";
import { describeIssue } from "../../src/core/wording.ts";
import { fingerprint } from "../../src/fingerprint/fingerprint.ts";
import { applyChanges } from "../../src/govern/apply-changes.ts";
import { describeChange } from "../../src/govern/describe-change.ts";
import { describeCure, describeFinding } from "../../src/govern/describe-finding.ts";
import { diffModels } from "../../src/govern/diff-models.ts";
import { lintModel } from "../../src/govern/lint-model.ts";
import { checkSuccession, safeModelInForce } from "../../src/govern/model-in-force.ts";
import { passedLimits } from "../../src/govern/passed-limits.ts";
import { recordSchema } from "../../src/govern/record-schema.ts";
import { sensitivity } from "../../src/govern/sensitivity.ts";
import { simulateChange, startSimulation } from "../../src/govern/simulate-change.ts";
import { parseModel } from "../../src/model/parse-model.ts";
import { withModel } from "../../src/model/with-model.ts";
import { thrown } from "../core/issues/model.provocations.ts";
import { SMALL_DAY, smallAccount, smallModel } from "../core/issues/small-model.ts";

const model = parseModel(smallModel());
const stricter = withModel(model, { minimumCoverage: 0.9, cases: [] });
const accounts = [smallAccount()];
const day = { asOf: SMALL_DAY };
const simulation = simulateChange(model, stricter, accounts, day);
const none = null as never;

function told(call: () => unknown): string {
  return thrown(call)
    .map((each) => describeIssue(each))
    .join("; ");
}

describe("arguments of govern that are none", () => {
  it.each<[string, () => unknown, string]>([
    [
      "a limit that is NaN",
      () => passedLimits(simulation, { tierHeads: Number.NaN }),
      "tierHeads: expected a number, got NaN",
    ],
    ["a limit as text", () => passedLimits(simulation, { moved: "5" as never }), 'moved: expected a number, got "5"'],
    ["a limit below 0", () => passedLimits(simulation, { moved: -1 }), "moved: expected at least 0, got -1"],
    [
      "a limit of another name",
      () => passedLimits(simulation, { tierHead: 0.3 } as never),
      'tierHead: expected a known key ("tierHeads", "quadrantHeads" or "moved"), got "tierHead", did you mean "tierHeads"',
    ],
    [
      "an option of another name",
      () => simulateChange(model, stricter, accounts, { ...day, mostMover: 3 } as never),
      'mostMover: expected a known key ("previous", "idOf", "asOf" or "mostMovers"), got "mostMover", did you mean "mostMovers"',
    ],
    [
      "previous ratings as a list",
      () => simulateChange(model, stricter, accounts, { ...day, previous: [] as never }),
      "previous: expected a function, got an array",
    ],
    ["no accounts", () => simulateChange(model, stricter, none, day), "accounts: expected an array, got nothing"],
    [
      "an account and no list",
      () => sensitivity(model, accounts[0] as never, day),
      "accounts: expected an array, got an object",
    ],
    [
      "a list of accounts as text",
      () => lintModel(model, { accounts: "a,b" as never }),
      'accounts: expected an array, got "a,b"',
    ],
    [
      "a share that is none",
      () => lintModel(model, { dominance: Number.NaN }),
      "dominance: expected a number, got NaN",
    ],
    [
      "movers that are no number",
      () => startSimulation(model, stricter, { ...day, mostMovers: "3" as never }),
      'mostMovers: expected a number, got "3"',
    ],
    ["options that are none", () => sensitivity(model, accounts, 3 as never), "expected an object, got 3"],
    [
      "a language there is not",
      () => recordSchema(model, { language: "fr" as never }),
      'language: expected "en" or "zh-CN", got "fr"',
    ],
    ["no simulation", () => passedLimits(none, {}), "simulation: expected an object, got nothing"],
    [
      "a simulation of nothing",
      () => passedLimits({ tier: 3 } as never, {}),
      "simulation.accounts: expected a number, got nothing; simulation.moved: expected a number, got nothing; " +
        "simulation.tier.heads: expected an array, got nothing",
    ],
    ["no change to tell", () => describeChange(none), "change: expected an object, got nothing"],
    ["a change as text", () => describeChange("weight" as never), 'change: expected an object, got "weight"'],
    ["a change of nowhere", () => describeChange({} as never), "change.path: expected an array, got nothing"],
    [
      "an order that is none",
      () => describeChange({ kind: "order", path: [], to: "a" }),
      'change.to: expected an array, got "a"',
    ],
    ["no finding to tell", () => describeFinding(none), "finding: expected an object, got nothing"],
    [
      "a finding without a place or facts",
      () => describeFinding({ code: "lint/dominating" } as never),
      "finding.path: expected an array, got nothing; finding.facts: expected an object, got nothing",
    ],
    ["no finding to cure", () => describeCure(none), "finding: expected an object, got nothing"],
    ["no model", () => fingerprint(none), "expected a JSON object, got nothing"],
    ["no changes", () => applyChanges(model, none), "changes: expected an array, got nothing"],
    ["a change that is none", () => applyChanges(model, [none]), "changes[0]: expected an object, got nothing"],
    [
      "a change without a place",
      () => applyChanges(model, [{} as never]),
      "changes[0].path: expected an array, got nothing",
    ],
    [
      "a change of no document",
      () => applyChanges(null, diffModels(model, stricter).scoring),
      "minimumCoverage: expected an object, got nothing",
    ],
    [
      "a change at a place that no model has",
      () => applyChanges(model, [{ kind: "tier", path: ["tier", "width"], to: 1 }]),
      'tier.width: expected a known key ("title", "note", "x", "on", "rungs" or "hold"), got "width"',
    ],
  ])("%s", (_, call, sentence) => {
    expect(told(call)).toBe(sentence);
  });

  it.each([describeFinding, describeCure])("a finding of no known code: %o", (describe) => {
    const finding = { code: "lint/unused", severity: "hint", path: [], facts: {} };
    expect(told(() => describe(finding as never))).toMatch(
      /^finding\.code: expected "lint\/unused-field", .* got "lint\/unused"$/,
    );
  });

  it("a model where a list of models is asked for", () => {
    const issue = { code: "document/type", path: ["models"], expected: "an array", found: "an object" };
    expect(safeModelInForce(model as never, "2026-01-01")).toEqual({ ok: false, issues: [issue] });
    expect(checkSuccession(model as never)).toEqual([issue]);
  });

  it("null options are none", () => {
    expect(passedLimits(simulation, none)).toEqual([]);
    expect(lintModel(model, none)).toEqual(lintModel(model));
    expect(recordSchema(model, none)).toEqual(recordSchema(model));
    expect(told(() => simulateChange(model, stricter, accounts, none))).toMatch(
      /^asOf: expected the day of the rating/,
    );
  });

  it("a change is told in English where the language is none, as by map", () => {
    const { scoring } = diffModels(model, stricter);
    expect((scoring.map as (tell: unknown) => unknown)(describeChange)).toEqual(
      scoring.map((change) => describeChange(change)),
    );
    expect(describeChange(scoring[0] as never, { language: "fr" as never })).toBe(describeChange(scoring[0] as never));
  });
});
