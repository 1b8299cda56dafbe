import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FALSE, TRUE, UNKNOWN } from "../../src/condition/truth.ts";
import { ALL_PLAIN, type Kernels, SOME_MISSING } from "../../src/lanes/kernels.ts";
import { at, type ByteLane, type CodeLane, type Lane } from "../../src/lanes/lane.ts";
import { compileInWorkspace, type Workspace } from "../../src/lanes/workspace.ts";

/** Integers as lanes hold them, often on a tie of a small divisor, and missing ones. */
const scaled = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -1_000_000, max: 1_000_000 }) },
  { weight: 3, arbitrary: fc.integer({ min: -20, max: 20 }) },
  { weight: 1, arbitrary: fc.constant(0) },
);
const number = fc.oneof({ weight: 5, arbitrary: scaled }, { weight: 1, arbitrary: fc.constant(Number.NaN) });
const truth = fc.constantFrom(FALSE, UNKNOWN, TRUE);
const bit = fc.constantFrom(0, 1);
/** As many of each as there are rows, and the rows are often odd. */
const lanesOf = <T extends readonly unknown[]>(...values: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.array(fc.tuple(...values) as unknown as fc.Arbitrary<T>, { minLength: 1, maxLength: 37 });
const rising = (most: number) =>
  fc.uniqueArray(fc.integer({ min: -30, max: 30 }), { maxLength: most }).map((xs) => xs.sort((a, b) => a - b));

/** A workspace whose memory is full of what another program left there. */
function inWorkspace(run: (space: Workspace, kernels: Kernels) => void): void {
  compileInWorkspace((space) => {
    new Uint8Array(space.lane().buffer).fill(0x7f);
    run(space, space.kernels);
  });
}

function filled(space: Workspace, values: readonly number[]): Lane {
  const lane = space.lane();
  lane.set(values);
  return lane;
}

function filledCodes(space: Workspace, values: readonly number[]): CodeLane {
  const lane = space.codeLane();
  lane.set(values);
  return lane;
}

function filledBytes(space: Workspace, values: readonly number[]): ByteLane {
  const lane = space.byteLane();
  lane.set(values);
  return lane;
}

const first = (lane: ArrayLike<number>, rows: number) => Array.from(lane).slice(0, rows);
const column = <T extends readonly unknown[], K extends keyof T & number>(rows: readonly T[], k: K) =>
  rows.map((row) => row[k]) as T[K][];
const halfAway = (x: number) => Math.sign(x) * Math.floor(Math.abs(x) + 0.5) + 0;
const reached = (bounds: readonly number[], x: number) => bounds.filter((bound) => x >= bound).length;

describe("kernels, in a memory that others used, for even and odd rows", () => {
  it("segments: as many bounds lie at or below a value as there are; none below NaN; counted or searched", () => {
    fc.assert(
      fc.property(lanesOf(number, scaled), rising(25), (rows, bounds) => {
        inWorkspace((space, kernels) => {
          const points = bounds.concat(99).map((_, k) => 7 * k + 3);
          const [values, sums, out] = [
            filled(space, column(rows, 0)),
            filled(space, column(rows, 1)),
            space.byteLane(),
          ];
          const [table, places] = [space.bounds(bounds), space.table(Float64Array.from(points))];
          space.load();
          kernels.addBands(at(values), rows.length, table, bounds.length, places, 2, at(sums));
          kernels.rungsOf(at(values), rows.length, table, bounds.length, bounds.length, at(out));
          expect(first(sums, rows.length)).toEqual(rows.map(([x, sum]) => sum + 2 * (points[reached(bounds, x)] ?? 0)));
          expect(first(out, rows.length)).toEqual(rows.map(([x]) => bounds.length - reached(bounds, x)));
        });
      }),
    );
  });

  it("lines: the height over the segment of a value is cut or rounded; what is not settled, NaN too, is listed in order", () => {
    const quarter = fc.integer({ min: -80, max: 80 }).map((n) => n / 4);
    const line = fc.tuple(quarter, fc.constantFrom(0, 0.25, 1, -2), scaled);
    fc.assert(
      fc.property(
        lanesOf(number, scaled),
        rising(9),
        fc.array(line, { minLength: 10, maxLength: 10 }),
        (rows, bounds, lines) => {
          inWorkspace((space, kernels) => {
            const [values, sums, doubtful] = [
              filled(space, column(rows, 0)),
              filled(space, column(rows, 1)),
              space.codeLane(),
            ];
            const table = space.bounds(bounds);
            const segments = space.table(Float64Array.from(lines.flatMap((each) => [...each, 0])));
            space.load();
            const heightOf = (x: number) => {
              const [base, slope, start] = lines[reached(bounds, x)] as (typeof lines)[number];
              return base + slope * (x - start);
            };
            const areas = [at(values), rows.length, table, bounds.length, segments] as const;
            kernels.addLine(...areas, 3, at(sums));
            expect(first(sums, rows.length)).toEqual(rows.map(([x, sum]) => sum + 3 * Math.floor(heightOf(x))));
            sums.set(column(rows, 1));
            const left = kernels.addDoubtfulLine(...areas, 1, 0.4, 3, at(sums), at(doubtful));
            const isSettled = (x: number) => Math.abs(heightOf(x) - Math.floor(heightOf(x) + 0.5)) < 0.4;
            expect(first(doubtful, left)).toEqual(
              [...rows.keys()].filter((row) => !isSettled((rows[row] ?? [Number.NaN])[0])),
            );
            expect(first(sums, rows.length)).toEqual(
              rows.map(([x, sum]) => sum + (isSettled(x) ? 3 * Math.floor(heightOf(x) + 0.5) : 0)),
            );
          });
        },
      ),
    );
  });

  it("quotients are rounded half away from zero, and never to minus zero", () => {
    fc.assert(
      fc.property(
        lanesOf(scaled, fc.integer({ min: 0, max: 9 })),
        fc.constantFrom(1, 2, 4, 10, 100),
        (rows, divisor) => {
          inWorkspace((space, kernels) => {
            const [sums, parts, out] = [filled(space, column(rows, 0)), filled(space, column(rows, 1)), space.lane()];
            kernels.roundQuotients(at(sums), rows.length, divisor, at(out));
            expect(first(out, rows.length)).toEqual(rows.map(([sum]) => halfAway(sum / divisor)));
            kernels.roundMeans(at(sums), at(parts), rows.length, divisor, at(out));
            const means = rows.map(([sum, part]) => (part === 0 ? Number.NaN : halfAway(sum / (part * divisor))));
            expect(first(out, rows.length)).toEqual(means);
            kernels.toDecimals(at(sums), rows.length, divisor, at(out));
            expect(first(out, rows.length)).toEqual(rows.map(([sum]) => sum / divisor + 0));
          });
        },
      ),
    );
  });

  it("what is missing adds nothing and has no part; without a part there is no value", () => {
    fc.assert(
      fc.property(lanesOf(number, scaled, bit), fc.integer({ min: 0, max: 50 }), (rows, weight) => {
        inWorkspace((space, kernels) => {
          const [points, sums, parts] = [0, 1, 2].map((k) => filled(space, column(rows, k as 0))) as [Lane, Lane, Lane];
          kernels.addPresent(at(points), rows.length, weight, 3 * weight, at(sums), at(parts));
          const isThere = (x: number) => !Number.isNaN(x);
          expect(first(sums, rows.length)).toEqual(rows.map(([x, sum]) => sum + (isThere(x) ? 3 * weight * x : 0)));
          expect(first(parts, rows.length)).toEqual(rows.map(([x, , part]) => part + (isThere(x) ? weight : 0)));
          const kept = first(sums, rows.length);
          const has = first(parts, rows.length);
          kernels.blank(at(sums), rows.length, at(parts));
          expect(first(sums, rows.length)).toEqual(kept.map((sum, i) => (has[i] === 0 ? Number.NaN : sum)));
          kernels.addLane(at(points), rows.length, weight, at(parts));
          expect(first(parts, rows.length)).toEqual(has.map((part, i) => part + weight * (rows[i]?.[0] ?? 0)));
        });
      }),
    );
  });

  it("a range holds what is in it and NaN; a mask adds what its table says", () => {
    fc.assert(
      fc.property(lanesOf(number, fc.integer({ min: 0, max: 7 })), scaled, fc.nat(1000), (rows, least, width) => {
        inWorkspace((space, kernels) => {
          const added = [0, 5, -3, 1, 400, -400, 2, 8];
          const within = (x: number) => (x < least ? least : x > least + width ? least + width : x);
          const [values, masks] = [filled(space, column(rows, 0)), filled(space, column(rows, 1))];
          const table = space.table(Float64Array.from(added));
          space.load();
          kernels.addByMask(at(masks), rows.length, table, least, least + width, at(values));
          expect(first(values, rows.length)).toEqual(rows.map(([x, mask]) => within(x + (added[mask] ?? 0))));
          values.set(column(rows, 0));
          kernels.clamp(at(values), rows.length, least, least + width);
          expect(first(values, rows.length)).toEqual(rows.map(([x]) => within(x)));
        });
      }),
    );
  });

  it("a test of a range is true inside, false outside, unknown of what is missing; both bounds are inside", () => {
    fc.assert(
      fc.property(lanesOf(number), scaled, fc.nat(30), (rows, from, width) => {
        inWorkspace((space, kernels) => {
          const [values, out] = [filled(space, column(rows, 0)), space.byteLane()];
          kernels.testRange(at(values), rows.length, from, from + width, TRUE, FALSE, UNKNOWN, at(out));
          const truthOf = (x: number) => (Number.isNaN(x) ? UNKNOWN : x >= from && x <= from + width ? TRUE : FALSE);
          expect(first(out, rows.length)).toEqual(rows.map(([x]) => truthOf(x)));
          kernels.markNumbers(at(values), rows.length, at(out));
          expect(first(out, rows.length)).toEqual(rows.map(([x]) => +!Number.isNaN(x)));
          kernels.cutAt(at(values), rows.length, from, at(out));
          expect(first(out, rows.length)).toEqual(rows.map(([x]) => +(x >= from)));
          expect(kernels.hasMissing(at(values), rows.length)).toBe(+rows.some(([x]) => Number.isNaN(x)));
        });
      }),
    );
  });

  it("truths: the least, the greatest, the mirror image; a bit for those that are true", () => {
    fc.assert(
      fc.property(lanesOf(truth, truth, fc.integer({ min: 0, max: 3 })), (rows) => {
        inWorkspace((space, kernels) => {
          const [one, other, out] = [
            filledBytes(space, column(rows, 0)),
            filledBytes(space, column(rows, 1)),
            space.byteLane(),
          ];
          const check = (expected: (a: number, b: number) => number) =>
            expect(first(out, rows.length)).toEqual(rows.map(([a, b]) => expected(a, b)));
          out.set(other);
          kernels.least(at(one), rows.length, at(out));
          check(Math.min);
          out.set(other);
          kernels.greatest(at(one), rows.length, at(out));
          check(Math.max);
          kernels.negate(at(one), rows.length, TRUE, at(out));
          check((a) => TRUE - a);
          kernels.joinCodes(at(one), at(other), rows.length, 2, at(out));
          check((a, b) => a + 2 * b);
          const masks = filled(space, column(rows, 2));
          kernels.addBit(at(one), rows.length, TRUE, 8, at(masks));
          expect(first(masks, rows.length)).toEqual(rows.map(([a, , mask]) => mask + (a === TRUE ? 8 : 0)));
        });
      }),
    );
  });

  it("codes: each has its points and its truth; flags are 0 and 1 only; what is missing is marked", () => {
    fc.assert(
      fc.property(lanesOf(fc.integer({ min: 0, max: 4 }), scaled), (rows) => {
        inWorkspace((space, kernels) => {
          const points = [3, 1, 4, 1, 5];
          const truths = [TRUE, FALSE, UNKNOWN, TRUE, FALSE];
          const [codes, sums, out] = [
            filledCodes(space, column(rows, 0)),
            filled(space, column(rows, 1)),
            space.byteLane(),
          ];
          const [ofPoints, ofTruths] = [space.table(Float64Array.from(points)), space.table(Uint8Array.from(truths))];
          space.load();
          kernels.addCodes(at(codes), rows.length, ofPoints, 10, at(sums));
          expect(first(sums, rows.length)).toEqual(rows.map(([code, sum]) => sum + 10 * (points[code] ?? 0)));
          kernels.lookUp(at(codes), rows.length, ofTruths, at(out));
          expect(first(out, rows.length)).toEqual(rows.map(([code]) => truths[code]));
          kernels.markCodes(at(codes), rows.length, 3, at(out));
          expect(first(out, rows.length)).toEqual(rows.map(([code]) => +(code < 3)));
          expect(kernels.areFlags(at(codes), rows.length)).toBe(+rows.every(([code]) => code < 2));
        });
      }),
    );
  });

  it("codes are translated by a table, those without an entry by its last; it is told whether any is odd", () => {
    fc.assert(
      fc.property(lanesOf(fc.integer({ min: -3, max: 9 })), fc.integer({ min: 0, max: 6 }), (rows, odd) => {
        inWorkspace((space, kernels) => {
          const table = [4, 0, 2, 5, 1];
          const codes = filledCodes(space, column(rows, 0));
          const place = space.table(Int32Array.from(table));
          space.load();
          const texts = rows.map(([code]) => table[code >= 0 && code < 4 ? code : 4] as number);
          expect(kernels.translate(at(codes), rows.length, place, 4, odd)).toBe(+texts.some((text) => text >= odd));
          expect(first(codes, rows.length)).toEqual(texts);
        });
      }),
    );
  });

  it("coverage: answered of applicable, whole where all are answered, 0 where nothing applies", () => {
    fc.assert(
      fc.property(lanesOf(bit, bit, number, fc.integer({ min: 0, max: 30 })), bit, (rows, byAll) => {
        inWorkspace((space, kernels) => {
          const points = filled(space, column(rows, 2));
          const [present, applies] = [filledBytes(space, column(rows, 0)), filledBytes(space, column(rows, 1))];
          const [answered, applicable] = [filled(space, column(rows, 3)), filled(space, column(rows, 3))];
          const [ofLeaf, out] = [
            filled(
              space,
              column(rows, 0).map(() => 0),
            ),
            space.lane(),
          ];
          const [a, b, c] = [at(answered), at(applicable), at(ofLeaf)];
          const found = kernels.settleLeaf(at(points), rows.length, at(present), at(applies), 7, 42, a, b, c, 1);
          const inside = rows.filter(([, isIn]) => isIn === 1);
          const isShort = inside.some(([isThere]) => isThere === 0);
          const isBlank = inside.some(([isThere, , x]) => isThere === 1 && Number.isNaN(x));
          expect(found).toBe(+isShort + 2 * +isBlank);
          const pointsOf = (isThere: number, isIn: number, x: number) =>
            isIn === 0 ? Number.NaN : isThere === 1 ? x : 42;
          expect(first(points, rows.length)).toEqual(rows.map(([isThere, isIn, x]) => pointsOf(isThere, isIn, x)));
          expect(first(ofLeaf, rows.length)).toEqual(rows.map(([, isIn]) => isIn));
          kernels.cover(a, b, rows.length, byAll, 10_000, at(out));
          const shareOf = (part: number, all: number) =>
            all === 0 ? 0 : part === all ? 10_000 : Math.floor((part * 10_000) / all + 0.5);
          expect(first(out, rows.length)).toEqual(
            rows.map(([isThere, isIn, , weight]) =>
              shareOf(weight + 7 * (isThere & isIn) + byAll, weight + 7 * isIn + byAll),
            ),
          );
        });
      }),
    );
  });

  it("a lane is as plain as its least plain row; a number is plain within its bounds, and not when too small to be read", () => {
    const given = fc.oneof(number, fc.constantFrom(1e-31, 5e-324, -0, 500, 501, -500, -501, 0.5));
    fc.assert(
      fc.property(lanesOf(given), (rows) => {
        inWorkspace((space, kernels) => {
          const values = filled(space, column(rows, 0));
          const isPlain = ([x]: readonly [number]) => x >= -500 && x < 501 && (x === 0 || Math.abs(x) > 2e-30);
          const there = rows.filter(([x]) => !Number.isNaN(x));
          const expected = there.every(isPlain) ? (there.length === rows.length ? ALL_PLAIN : SOME_MISSING) : 0;
          expect(kernels.plainness(at(values), rows.length, -500, 501, 2e-30)).toBe(expected);
        });
      }),
    );
  });
});
