import { expect, it } from "vitest";
import { missingAnswer } from "../../src/indicator/missing-answer.ts";
import type { Curve, Missing } from "../../src/schema/model-document.ts";

const curve: Curve = { kind: "lookup", points: { staff: 30, manager: 60 }, otherwise: 12.5 };
const answer = (missing?: Missing) =>
  missingAnswer({ input: "level", curve, ...(missing === undefined ? {} : { missing }) }, 1);

it("rejects by default, and when told so", () => {
  expect(answer()).toEqual({ isRejected: true, points: Number.NaN });
  expect(answer({ kind: "reject" })).toEqual({ isRejected: true, points: Number.NaN });
});

it("excludes without an answer", () => {
  expect(answer({ kind: "exclude" })).toEqual({ isRejected: false, points: Number.NaN });
});

it("answers with given points, or with the least or greatest of the curve, otherwise included", () => {
  expect(answer({ kind: "points", points: 45.5 })).toEqual({ isRejected: false, points: 455 });
  expect(answer({ kind: "points", points: 0 })).toEqual({ isRejected: false, points: 0 });
  expect(answer({ kind: "worst" })).toEqual({ isRejected: false, points: 125 });
  expect(answer({ kind: "best" })).toEqual({ isRejected: false, points: 600 });
});
