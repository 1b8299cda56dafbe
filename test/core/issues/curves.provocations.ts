import { logCurve } from "../../../src/curves/log-curve.ts";
import { logisticCurve } from "../../../src/curves/logistic-curve.ts";
import { minMaxCurve } from "../../../src/curves/min-max-curve.ts";
import { targetCurve } from "../../../src/curves/target-curve.ts";
import { thrown } from "./model.provocations.ts";
import type { Provocation } from "./provocation.ts";
import type { Draft } from "./small-model.ts";

type Row = Omit<Provocation, "provoke"> & { readonly build: (options: Draft) => unknown; readonly options: Draft };

const LOG = { from: 1, to: 1000, maximumError: 1 };
const LOGISTIC = { midpoint: 50, slope: 0.1, from: 0, to: 100, maximumError: 1 };
const TARGET = { target: 30, from: 0, to: 90 };

const ROWS: readonly Row[] = [
  {
    code: "curves/number",
    mistake: "a text for a number",
    build: minMaxCurve,
    options: { min: "0", max: 100 },
    path: ["min"],
    expected: 15,
    found: "0",
    sentence: 'min: expected a number of at most 15 significant digits, got "0"',
  },
  {
    code: "curves/above",
    mistake: "a slope of no width",
    build: minMaxCurve,
    options: { min: 100, max: 100 },
    path: ["max"],
    expected: 100,
    found: 100,
    sentence: "max: expected a number above 100, got 100",
  },
  {
    code: "curves/below",
    mistake: "a target that nothing lies below",
    build: targetCurve,
    options: { ...TARGET, from: 30 },
    path: ["from"],
    expected: 30,
    found: 30,
    sentence: "from: expected a number below 30, got 30",
  },
  {
    code: "curves/least",
    mistake: "a plateau of less than nothing",
    build: targetCurve,
    options: { ...TARGET, plateau: -5 },
    path: ["plateau"],
    expected: 0,
    found: -5,
    sentence: "plateau: expected a number of at least 0, got -5",
  },
  {
    code: "curves/share",
    mistake: "a share that tells no slope",
    build: logisticCurve,
    options: { ...LOGISTIC, slope: undefined, at: 70, share: 0.5 },
    path: ["share"],
    expected: null,
    found: 0.5,
    sentence: "share: expected a share between 0 and 1, neither included, other than 0.5, got 0.5",
  },
  {
    code: "curves/other",
    mistake: "a slope of nothing",
    build: logisticCurve,
    options: { ...LOGISTIC, slope: 0 },
    path: ["slope"],
    expected: 0,
    found: 0,
    sentence: "slope: expected a number other than 0, got 0",
  },
  {
    code: "curves/places",
    mistake: "half a place",
    build: logCurve,
    options: { ...LOG, places: 1.5 },
    path: ["places"],
    expected: 15,
    found: 1.5,
    sentence: "places: expected a whole number from 0 to 15, got 1.5",
  },
  {
    code: "curves/points",
    mistake: "the best points alone",
    build: minMaxCurve,
    options: { min: 0, max: 1, points: 100 },
    path: ["points"],
    expected: null,
    found: 100,
    sentence: "points: expected points as [worst, best], got 100",
  },
  {
    code: "curves/decimals",
    mistake: "points finer than their places",
    build: logCurve,
    options: { ...LOG, places: 1, points: [0.25, 100] },
    path: ["points", 0],
    expected: 1,
    found: 0.25,
    sentence: "points[0]: expected at most 1 decimal, got 0.25",
  },
  {
    code: "curves/size",
    mistake: "points so large that their last digit is lost",
    build: logCurve,
    options: { ...LOG, places: 1, points: [0, 1e14] },
    path: ["points", 1],
    expected: 1,
    found: 1e14,
    sentence: "points[1]: expected points of at most 15 digits at 1 place, got 100000000000000",
  },
  {
    code: "curves/direction",
    mistake: "a direction that is none",
    build: minMaxCurve,
    options: { min: 0, max: 1, direction: "up" },
    path: ["direction"],
    expected: ["rising", "falling"],
    found: "up",
    sentence: 'direction: expected "rising" or "falling", got "up"',
  },
  {
    code: "curves/steepness",
    mistake: "a slope and a second point",
    build: logisticCurve,
    options: { ...LOGISTIC, at: 70, share: 0.9 },
    path: [],
    expected: null,
    found: "slope and at and share",
    sentence: 'expected either slope or at and share, got "slope and at and share"',
  },
  {
    code: "curves/knots",
    mistake: "a threshold so steep that no two inputs stand within it",
    build: logisticCurve,
    options: { ...LOGISTIC, slope: 1e20 },
    path: ["maximumError"],
    expected: 1000,
    found: 1,
    sentence: "maximumError: expected an error that 1000 knots of 15 digits can keep to, got 1",
  },
];

export const provocations: readonly Provocation[] = ROWS.map(({ build, options, ...told }) => ({
  ...told,
  provoke: () => thrown(() => build(options)),
}));
