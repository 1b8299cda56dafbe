import { describe, expect, it } from "vitest";
import type { PmmlScore } from "../../src/pmml/index.ts";
import { scorecardOf, scoredBy } from "./scored-by.ts";

/** A characteristic that always gives its points. */
function part(points: string, code: string | null, baseline: string, own = ""): string {
  const reason = code === null ? "" : `reasonCode="${code}"`;
  return `<Characteristic ${reason} baselineScore="${baseline}"><Attribute partialScore="${points}" ${own}><True/></Attribute></Characteristic>`;
}

function ranked(characteristics: string, reasons = 'reasonCodeAlgorithm="pointsBelow"', before = ""): PmmlScore {
  return scoredBy(scorecardOf({ characteristics, reasons, before }), {}) as PmmlScore;
}

describe("reasons", () => {
  it("are ranked by the points below their baselines; what lies above is no reason", () => {
    const { ranking, reasonCodes } = ranked(
      part("3", "A", "19") + part("0", "B", "18") + part("26", "C", "10") + part("5", "D", "5"),
    );
    expect(ranking).toEqual([
      { reasonCode: "B", points: 18 },
      { reasonCode: "A", points: 16 },
      { reasonCode: "D", points: 0 },
      { reasonCode: "C", points: -16 },
    ]);
    expect(reasonCodes).toEqual(["B", "A"]);
  });

  it("or above them, under pointsAbove", () => {
    const { reasonCodes } = ranked(part("3", "A", "19") + part("26", "C", "10"), 'reasonCodeAlgorithm="pointsAbove"');
    expect(reasonCodes).toEqual(["C"]);
  });

  it("of equals the one that comes first in the document is first, in whatever attribute", () => {
    const early = `<Characteristic reasonCode="Z" baselineScore="10"><Attribute partialScore="1" reasonCode="Q"><False/></Attribute><Attribute partialScore="5"><True/></Attribute></Characteristic>`;
    expect(ranked(early + part("5", "B", "10") + part("5", "Q", "10")).reasonCodes).toEqual(["Z", "Q", "B"]);
  });

  it("the differences of one code are added, exactly", () => {
    const { ranking } = ranked(part("0.1", "A", "0.2") + part("0", "B", "0.25") + part("0", "A", "0.2"));
    expect(ranking).toEqual([
      { reasonCode: "A", points: 0.3 },
      { reasonCode: "B", points: 0.25 },
    ]);
  });

  it("an attribute's own code comes before its characteristic's; without either there is none", () => {
    const { partialScores, reasonCodes } = ranked(part("0", "A", "1", 'reasonCode="own"') + part("0", null, "1"));
    expect(partialScores.map(({ reasonCode }) => reasonCode)).toEqual(["own", null]);
    expect(reasonCodes).toEqual(["own"]);
  });

  it("a scorecard's baseline is that of the characteristics without one", () => {
    const plain = '<Characteristic reasonCode="A"><Attribute partialScore="1"><True/></Attribute></Characteristic>';
    expect(ranked(plain, 'baselineScore="5"').ranking).toEqual([{ reasonCode: "A", points: 4 }]);
  });

  it("are not ranked where they are not used", () => {
    const { ranking, partialScores } = ranked(part("0", "A", "1"), 'useReasonCodes="false"');
    expect(ranking).toEqual([]);
    expect(partialScores).toEqual([{ characteristic: null, attribute: 0, partialScore: 0, reasonCode: "A" }]);
  });

  it("an output field past the last is null, the first rank is what is meant without one", () => {
    const before = `<Output><OutputField name="second" feature="reasonCode" rank="2" dataType="string"/><OutputField name="first" feature="reasonCode" dataType="string"/></Output>`;
    const { outputs } = ranked(part("0", "A", "1"), "", before);
    expect(outputs).toEqual({ second: null, first: "A" });
  });
});
