import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileGates, type GateResult } from "../../src/classify/compile-gates.ts";
import type { Gate } from "../../src/schema/model-document.ts";

const RUNGS = ["A1", "A2", "B1", "B2", "C"];
const rungOf = (name: string): number => RUNGS.indexOf(name);

/** Each gate tests its own slot: true fires it, null leaves it unknown. */
const gate = (i: number, effect: Partial<Gate>): Gate => ({
  id: `g${i}`,
  when: { input: `${i}`, eq: true },
  ...effect,
});
const passed = (effects: readonly Partial<Gate>[], slots: readonly (boolean | null)[]): GateResult =>
  compileGates(
    effects.map((effect, i) => gate(i, effect)),
    (_of, id) => ({ slot: Number(id), isDate: false }),
    rungOf,
  )([...slots]);
const nameAfter = (effects: readonly Partial<Gate>[], earned: string): string =>
  RUNGS[
    passed(
      effects,
      effects.map(() => true),
    ).applyTo(rungOf(earned))
  ] as string;

describe("fired gates move a tier", () => {
  it.each([
    [[{ tierAtMost: "B2" }], "A1", "B2"],
    [[{ tierAtMost: "B2" }], "C", "C"],
    [[{ tierAtMost: "B2" }], "B2", "B2"],
    [[{ tierAtLeast: "B1" }], "C", "B1"],
    [[{ tierAtLeast: "B1" }], "A1", "A1"],
    [[{ tierAtMost: "A2" }, { tierAtMost: "B2" }], "A1", "B2"],
    [[{ tierAtLeast: "B2" }, { tierAtLeast: "A2" }], "C", "A2"],
    [[{ tierAtLeast: "A1" }, { tierAtMost: "B2" }], "C", "B2"],
    [[{ tierAtLeast: "A1" }, { tierAtMost: "B2" }], "A2", "B2"],
    [[], "B1", "B1"],
  ])("%j after %s: %s", (effects, earned, name) => expect(nameAfter(effects, earned)).toBe(name));

  it("order-free: best of atLeast, then worst of atMost, so a veto always wins", () => {
    const effect = fc.oneof(
      fc.constantFrom(...RUNGS).map((tierAtLeast) => ({ tierAtLeast })),
      fc.constantFrom(...RUNGS).map((tierAtMost) => ({ tierAtMost })),
    );
    fc.assert(
      fc.property(fc.array(effect, { maxLength: 5 }), fc.constantFrom(...RUNGS), (effects, earned) => {
        const name = nameAfter(effects, earned);
        expect(nameAfter([...effects].reverse(), earned)).toBe(name);
        const vetoes = effects.flatMap((each) => ("tierAtMost" in each ? [rungOf(each.tierAtMost)] : []));
        expect(rungOf(name)).toBeGreaterThanOrEqual(Math.max(0, ...vetoes));
        const lifts = effects.flatMap((each) => ("tierAtLeast" in each ? [rungOf(each.tierAtLeast)] : []));
        if (vetoes.length === 0) expect(rungOf(name)).toBe(Math.min(rungOf(earned), ...lifts));
      }),
    );
  });
});

describe("each gate is told", () => {
  it("as fired, not fired or unknown, in the order of the model; only fired ones count", () => {
    const effects = [{ tierAtMost: "C" }, { tierAtMost: "B2" }, { disqualify: true as const }, { tierAtLeast: "A1" }];
    const { cards, isDisqualified, applyTo } = passed(effects, [false, true, null, null]);
    expect(cards).toEqual([
      { id: "g0", status: "not-fired" },
      { id: "g1", status: "fired" },
      { id: "g2", status: "unknown" },
      { id: "g3", status: "unknown" },
    ]);
    expect(isDisqualified).toBe(false);
    expect(applyTo(rungOf("A1"))).toBe(rungOf("B2"));
  });

  it("one fired disqualification is enough, wherever it stands, and moves no tier", () => {
    for (const at of [0, 1, 2]) {
      const effects = [0, 1, 2].map((i) => (i === at ? { disqualify: true as const } : { tierAtMost: "A2" }));
      const { isDisqualified, applyTo } = passed(effects, [true, true, true]);
      expect(isDisqualified).toBe(true);
      expect(applyTo(rungOf("A1"))).toBe(rungOf("A2"));
    }
    expect(passed([{ disqualify: true }], [true]).applyTo(2)).toBe(2);
    expect(passed([{ disqualify: true }], [false]).isDisqualified).toBe(false);
  });
});
