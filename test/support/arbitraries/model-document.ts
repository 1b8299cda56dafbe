import fc from "fast-check";
import type { ModelDocument } from "../../reference/document.ts";
import { awardSize, type BonusChoices, bonusChoices, buildBonuses } from "./bonuses.ts";
import { often, type Spot, sometimes, spot, withoutUndefined } from "./choice.ts";
import {
  buildGates,
  buildQuadrant,
  buildTier,
  type GateChoice,
  gateChoices,
  type QuadrantChoices,
  quadrantChoices,
  type TierChoices,
  tierChoices,
} from "./classification.ts";
import { buildInputs, type InputChoices, inputChoices } from "./inputs.ts";
import { DIMENSION_NAMES, nameAt } from "./names.ts";
import { type Scale, scale } from "./scale.ts";
import { buildDimension, type ParentChoice, parentChoice } from "./tree.ts";
import { buildWeights, type WeightChoices, weightChoices } from "./weights.ts";

interface CapChoices {
  bonusCap: Spot | undefined;
  deductionCap: Spot | undefined;
}
interface DocumentChoices {
  scale: Scale;
  inputs: InputChoices;
  dimensions: { tree: ParentChoice; caps: CapChoices }[];
  dimensionOffset: number;
  weights: WeightChoices;
  bonuses: BonusChoices | undefined;
  totalCaps: CapChoices | undefined;
  quadrant: QuadrantChoices | undefined;
  tier: TierChoices | undefined;
  gates: GateChoice[] | undefined;
  minimumCoverage: number | undefined;
  words: Pick<ModelDocument, "title" | "note" | "effective">;
}

/** A whole valid model document of any feature, of about 2 to 12 leaves. */
export function modelDocument(): fc.Arbitrary<ModelDocument> {
  return documentChoices().map(buildDocument);
}

function documentChoices(): fc.Arbitrary<DocumentChoices> {
  const caps = fc.record({
    bonusCap: sometimes(spot(), { oneIn: 4 }),
    deductionCap: sometimes(spot(), { oneIn: 4 }),
  });
  return fc.record({
    scale: scale(),
    inputs: inputChoices(),
    dimensions: fc.array(fc.record({ tree: parentChoice(), caps }), {
      minLength: 1,
      maxLength: 3,
    }),
    dimensionOffset: fc.nat({ max: DIMENSION_NAMES.length - 1 }),
    weights: weightChoices(),
    bonuses: often(bonusChoices()),
    totalCaps: sometimes(caps, { oneIn: 2 }),
    quadrant: often(quadrantChoices()),
    tier: often(tierChoices()),
    gates: often(gateChoices()),
    minimumCoverage: sometimes(fc.constantFrom(0.5, 0, 0.6, 0.75, 0.8, 1, 0.3333), { oneIn: 2 }),
    words: fc.constantFrom<DocumentChoices["words"][]>(
      {},
      { title: "A model", note: "made up" },
      { title: { en: "A model", "zh-CN": "模型" }, effective: { from: "2026-01-01" } },
    ),
  });
}

function buildDocument(choices: DocumentChoices): ModelDocument {
  const inputs = buildInputs(choices.inputs);
  const ids = choices.dimensions.map((_, index) => nameAt(DIMENSION_NAMES, choices.dimensionOffset + index));
  const scores = ["total", ...ids];
  const subjects = { inputs: inputs.all, scores: [], scale: choices.scale };
  const around = { subjects, scale: choices.scale, nodeCount: 0, leavesLeft: 12 };
  const weights = buildWeights(ids.length, choices.weights);
  const dimensions: ModelDocument["dimensions"] = {};
  choices.dimensions.forEach(({ tree, caps }, index) => {
    const built = buildCaps(caps, choices.scale);
    dimensions[ids[index] as string] = buildDimension(tree, weights[index] as number, built, around);
  });
  const tier = choices.tier && buildTier(choices.tier, scores, choices.scale);
  const gates = buildGates(choices.gates ?? [], tier, { ...subjects, scores });
  return withoutUndefined({
    format: 1,
    id: "generated",
    version: "1",
    ...choices.words,
    ...choices.scale.declared,
    fields: inputs.fields,
    measures: Object.keys(inputs.measures).length === 0 ? undefined : inputs.measures,
    dimensions,
    ...(choices.bonuses && buildBonuses(choices.bonuses, ids, subjects)),
    total: choices.totalCaps && withoutUndefined(buildCaps(choices.totalCaps, choices.scale)),
    quadrant: choices.quadrant && buildQuadrant(choices.quadrant, scores, choices.scale),
    tier,
    gates: gates.length === 0 ? undefined : gates,
    minimumCoverage: choices.minimumCoverage,
  }) as ModelDocument;
}

function buildCaps(caps: CapChoices, on: Scale): { bonusCap: number | undefined; deductionCap: number | undefined } {
  const size = (at: Spot | undefined): number | undefined => (at === undefined ? undefined : awardSize(at, on));
  return { bonusCap: size(caps.bonusCap), deductionCap: size(caps.deductionCap) };
}
