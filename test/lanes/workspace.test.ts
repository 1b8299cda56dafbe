import { afterEach, describe, expect, it, vi } from "vitest";
import { at, CHUNK } from "../../src/lanes/lane.ts";
import { compileInWorkspace, type Workspace } from "../../src/lanes/workspace.ts";

describe("a workspace", () => {
  it("gives every lane a place of its own, none at address 0", () => {
    compileInWorkspace((space) => {
      const lanes = [space.lane(), space.codeLane(), space.byteLane(), space.lane()];
      const ends = lanes.map((lane) => at(lane) + lane.byteLength);
      expect(at(lanes[0] as never)).toBeGreaterThan(0);
      for (let i = 1; i < lanes.length; i++)
        expect(at(lanes[i] as never)).toBeGreaterThanOrEqual(ends[i - 1] as number);
      expect(lanes.map(({ length }) => length)).toEqual([CHUNK, CHUNK, CHUNK, CHUNK]);
    });
  });

  it("compiles again into a larger memory what does not fit, and runs there", () => {
    let tries = 0;
    const program = (space: Workspace) => {
      tries += 1;
      const lanes = Array.from({ length: 600 }, () => space.lane());
      const [first, last] = [lanes[0], lanes[599]];
      if (first === undefined || last === undefined) throw new Error("lanes");
      return { space, first, last };
    };
    const { space, first, last } = compileInWorkspace(program);
    expect(tries).toBeGreaterThan(1);
    first.fill(2, 0, 3);
    last.fill(1, 0, 3);
    space.kernels.addLane(at(first), 3, 10, at(last));
    expect(Array.from(last.subarray(0, 3))).toEqual([21, 21, 21]);
    // What is compiled from now on fits in the larger memory.
    tries = 0;
    compileInWorkspace(program);
    expect(tries).toBe(1);
  });

  it("puts a program's constants in their places when it is loaded, over those of another", () => {
    const table = (value: number) =>
      compileInWorkspace((space) => ({ space, place: space.table(Float64Array.of(value)), sums: space.lane() }));
    const [one, other] = [table(3), table(5)];
    expect(one.place).toBe(other.place);
    for (const [{ space, place, sums }, value] of [
      [one, 3],
      [other, 5],
      [one, 3],
    ] as const) {
      space.load();
      const codes = new Int32Array(sums.buffer, at(sums) + sums.byteLength, CHUNK);
      codes.fill(0);
      sums.fill(0);
      space.kernels.addCodes(codes.byteOffset, 1, place, 2, at(sums));
      expect(sums[0]).toBe(2 * value);
    }
  });
});

// The library is loaded anew: on a busy machine that takes its time.
describe("without WebAssembly", { timeout: 60_000 }, () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  it.each([
    ["a host that has none", undefined],
    [
      "a host that compiles nothing",
      {
        Module: () => {
          throw new Error("code generation is not allowed here");
        },
      },
    ],
    [
      "a host that has no memory left",
      {
        Module: class {},
        Memory: () => {
          throw new RangeError("could not allocate memory");
        },
      },
    ],
  ])("%s: every row goes to score, with the same answers", async (_, host) => {
    vi.stubGlobal("WebAssembly", host);
    vi.resetModules();
    const { scoreColumns } = await import("../../src/batch/index.ts");
    const { defineModel, score } = await import("../../src/index.ts");
    const model = defineModel({
      format: 1,
      id: "m",
      version: "1",
      fields: { revenue: { kind: "number", places: 2 }, isSponsor: { kind: "boolean" } },
      dimensions: {
        value: {
          weight: 100,
          indicators: {
            revenue: {
              input: "revenue",
              weight: 100,
              curve: {
                kind: "linear",
                knots: [
                  [0, 0],
                  [300, 100],
                ],
              },
            },
          },
        },
      },
      bonuses: [{ id: "sponsor", to: "value", points: 3, when: { input: "isSponsor", eq: true } }],
      quadrant: {
        x: "value",
        y: "value",
        cut: { x: 50, y: 50 },
        deadBand: 5,
        cells: [
          { name: "a", x: "high", y: "high" },
          { name: "b", x: "low", y: "high" },
          { name: "c", x: "high", y: "low" },
          { name: "d", x: "low", y: "low" },
        ],
      },
      tier: { on: "total", rungs: [{ name: "A", from: 60 }, { name: "B" }], hold: { margin: 2 } },
    });
    const columns = { revenue: [100, "150.5", null, 299.999], isSponsor: Uint8Array.of(0, 1, 1, 0) };
    const scored = scoreColumns(model, columns);
    expect(scored.handedBack).toBe(4);
    expect(scored.issues).toEqual([{ row: 2, field: "revenue", code: "record/missing" }]);
    const card = score(model, { revenue: 299.999, isSponsor: false });
    expect(scored.total[3]).toBe(card.total);
    expect(Array.from(scored.total)).toEqual([33.33, 53.17, Number.NaN, 100]);
    const again = scoreColumns(model, columns, { previous: scored });
    expect(again.tierEarned?.codes).toEqual(scored.tierEarned?.codes);
    expect(again.quadrantX?.codes).toEqual(scored.quadrantX?.codes);
  });
});
