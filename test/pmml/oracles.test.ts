import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { fromPmml, scorePmml } from "../../src/pmml/index.ts";

// Five public models of three engines, with the scores and reason codes that those engines' own tests assert.

interface OracleCase {
  readonly model: string;
  readonly engine: string;
  readonly rows: readonly {
    readonly input: { readonly [field: string]: unknown };
    readonly score: number;
    readonly reason_codes?: readonly (string | null)[];
    readonly ranking?: readonly (readonly [string, number])[];
  }[];
}

const shared = process.env.GUANXI_SHARED;
const folder = shared === undefined ? "" : resolve(shared, "oracles/pmml");
const cases: readonly OracleCase[] = existsSync(`${folder}/cases.json`)
  ? JSON.parse(readFileSync(`${folder}/cases.json`, "utf8")).cases
  : [];

describe("public PMML scorecards", () => {
  if (cases.length === 0) it.skip("skipped: no data", () => {});

  for (const { model, engine, rows } of cases) {
    it(`${model} scores as ${engine} does`, () => {
      const { scorecard, cannotExpress } = fromPmml(readFileSync(`${folder}/${model}`, "utf8"));
      expect(cannotExpress).toEqual([]);
      if (scorecard === null) throw new Error("no scorecard");
      for (const { input, score, reason_codes, ranking } of rows) {
        const scored = scorePmml(scorecard, input);
        expect(scored.score).toBe(score);
        if (ranking !== undefined) {
          expect(scored.ranking.map(({ reasonCode, points }) => [reasonCode, points])).toEqual(ranking);
        }
        if (reason_codes !== undefined) expect(shownReasons(scorecard, scored)).toEqual(nullPastTheLast(reason_codes));
      }
    });
  }

  if (cases.length > 0) it("are five", () => expect(cases).toHaveLength(5));
});

/** The reason codes as the scorecard's own output fields show them. */
function shownReasons(
  { outputs }: NonNullable<ReturnType<typeof fromPmml>["scorecard"]>,
  scored: ReturnType<typeof scorePmml>,
) {
  return outputs.flatMap((output) => (output.kind === "reasonCode" ? [scored.outputs[output.name]] : []));
}

/** Two of the engines repeat the last code where there are no more; here, as in others, what is past the last is null. */
function nullPastTheLast(codes: readonly (string | null)[]): readonly (string | null)[] {
  return codes.map((code, i) => (codes.indexOf(code) < i ? null : code));
}
