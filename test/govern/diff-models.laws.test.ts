import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../src/fingerprint/canonical-json.ts";
import { fingerprint } from "../../src/fingerprint/fingerprint.ts";
import { applyChanges } from "../../src/govern/apply-changes.ts";
import { diffModels } from "../../src/govern/diff-models.ts";
import type { ModelDocument } from "../../src/schema/model-document.ts";
import { runs } from "../support/runs.ts";
import { modelPair, strangers } from "./model-pair.ts";

const pairs = () => fc.oneof({ weight: 9, arbitrary: modelPair() }, { weight: 1, arbitrary: strangers() });

describe("a diff of models", () => {
  it("has no scoring change exactly when the fingerprints are the same", () => {
    let [same, worded, different] = [0, 0, 0];
    fc.assert(
      fc.property(pairs(), ({ a, b }) => {
        const { scoring, other } = diffModels(a, b);
        if (a.fingerprint !== b.fingerprint) different++;
        else if (other.length > 0) worded++;
        else same++;
        expect(scoring.length === 0).toBe(a.fingerprint === b.fingerprint);
      }),
      { numRuns: runs(240) },
    );
    expect(Math.min(same, worded, different)).toBeGreaterThan(4);
  });

  it("is complete: a with the scoring changes made has the fingerprint of b, with all of them it is b", () => {
    const met = new Map<string, number>();
    fc.assert(
      fc.property(pairs(), ({ a, b, edits }) => {
        for (const edit of edits) met.set(edit, (met.get(edit) ?? 0) + 1);
        const { scoring, other } = diffModels(a, b);
        expect(fingerprint(applyChanges(a, scoring) as ModelDocument)).toBe(b.fingerprint);
        expect(canonicalJson(applyChanges(a, [...scoring, ...other]))).toBe(canonicalJson(b));
      }),
      { numRuns: runs(240) },
    );
    expect(met.size).toBeGreaterThan(17);
  });

  it("turns around: diff(b, a) tells the same places, from and to exchanged", () => {
    fc.assert(
      fc.property(pairs(), ({ a, b }) => {
        const places = (changes: readonly { path: unknown }[]) =>
          changes.map(({ path }) => JSON.stringify(path)).sort();
        const [there, back] = [diffModels(a, b), diffModels(b, a)];
        const ordered = (changes: typeof there.scoring) => changes.filter(({ kind }) => kind !== "order");
        expect(places(ordered(back.scoring))).toEqual(places(ordered(there.scoring)));
        expect(places(back.other)).toEqual(places(there.other));
        for (const change of ordered(there.scoring)) {
          const other = back.scoring.find(({ path }) => JSON.stringify(path) === JSON.stringify(change.path));
          expect([other?.from, other?.to]).toEqual([change.to, change.from]);
        }
      }),
      { numRuns: runs(120) },
    );
  });

  it("of a model with itself is empty", () => {
    fc.assert(
      fc.property(modelPair(), ({ b }) => {
        expect(diffModels(b, b)).toMatchObject({ scoring: [], other: [] });
      }),
      { numRuns: runs(100) },
    );
  });
});
