import fc from "fast-check";
import { parseModel, safeParseModel } from "../../src/model/parse-model.ts";
import type { Model, ModelDocument } from "../../src/schema/model-document.ts";
import { modelDocument } from "../support/arbitraries/model-document.ts";
import { type ScoringRow, scoringCase } from "../support/arbitraries/scoring-case.ts";

// biome-ignore lint/suspicious/noExplicitAny: documents are changed in every place
type Draft = any;

export interface ModelPair {
  readonly a: Model;
  readonly b: Model;
  readonly edits: readonly string[];
}

/** A model and one that a few edits made of it; edits that no model survives are left out. */
export function modelPair(): fc.Arbitrary<ModelPair> {
  return (modelDocument() as unknown as fc.Arbitrary<ModelDocument>).chain(pairOf);
}

/** A pair, and accounts of one day that mean something to it. */
export function pairWithAccounts(): fc.Arbitrary<ModelPair & { asOf: string; rows: readonly ScoringRow[] }> {
  return scoringCase().chain(({ document, asOf, rows }) =>
    pairOf(document as unknown as ModelDocument).map((pair) => ({ ...pair, asOf, rows })),
  );
}

function pairOf(document: ModelDocument): fc.Arbitrary<ModelPair> {
  return fc.array(fc.record({ edit: fc.nat(EDITS.length - 1), dice: fc.nat(1000) }), { maxLength: 6 }).map((edits) => {
    const a = parseModel(document);
    let b = a;
    const made: string[] = [];
    for (const { edit, dice } of edits) {
      const [name, apply] = EDITS[edit] as (typeof EDITS)[number];
      const draft = structuredClone(JSON.parse(JSON.stringify(b))) as Draft;
      apply(draft, dice);
      const outcome = safeParseModel(draft);
      if (!outcome.ok || JSON.stringify(outcome.model) === JSON.stringify(b)) continue;
      b = outcome.model;
      made.push(name);
    }
    return { a, b, edits: made };
  });
}

/** Two models that have nothing to do with each other. */
export function strangers(): fc.Arbitrary<ModelPair> {
  const document = modelDocument() as unknown as fc.Arbitrary<ModelDocument>;
  return fc.tuple(document, document).map(([a, b]) => ({ a: parseModel(a), b: parseModel(b), edits: [] }));
}

function indicatorsOf(draft: Draft): Draft[] {
  const found: Draft[] = [];
  const look = (node: Draft): void => {
    for (const each of Object.values(node.indicators) as Draft[]) {
      if (each.indicators === undefined) found.push(each);
      else look(each);
    }
  };
  for (const dimension of Object.values(draft.dimensions)) look(dimension);
  return found;
}

function parentsOf(draft: Draft): Draft[] {
  const found: Draft[] = [];
  const look = (node: Draft): void => {
    found.push(node);
    for (const each of Object.values(node.indicators) as Draft[]) if (each.indicators !== undefined) look(each);
  };
  for (const dimension of Object.values(draft.dimensions)) look(dimension);
  return found;
}

const pick = (list: Draft[] | undefined, dice: number): Draft => list?.[dice % (list.length || 1)];

/** Each edit is what an owner of a model might do. */
const EDITS: readonly (readonly [name: string, apply: (draft: Draft, dice: number) => void])[] = [
  ["words", (m, d) => Object.assign(m, { title: `title ${d}`, note: "n" })],
  ["words below", (m, d) => Object.assign(pick(indicatorsOf(m), d), { note: `note ${d}`, reason: "r" })],
  ["version", (m, d) => Object.assign(m, { version: `v${d}`, effective: { from: "2026-01-01" } })],
  ["keys turned", (m) => Object.assign(m, { fields: Object.fromEntries(Object.entries(m.fields).reverse()) })],
  ["weights", (m, d) => turnWeights(pick(parentsOf(m), d))],
  ["dimension weights", (m) => turnWeightsOf(Object.values(m.dimensions))],
  ["curve", (m, d) => changePoints(pick(indicatorsOf(m), d).curve, d)],
  [
    "missing",
    (m, d) =>
      Object.assign(pick(indicatorsOf(m), d), {
        missing: pick([{ kind: "worst" }, { kind: "best" }, { kind: "exclude" }], d),
      }),
  ],
  ["bonuses turned", (m) => m.bonuses?.reverse()],
  ["a bonus less", (m, d) => m.bonuses?.splice(d % (m.bonuses.length || 1), 1)],
  ["a bonus more", (m, d) => Object.assign(m, { bonuses: inserted(m.bonuses ?? [], d) })],
  ["a bonus dated", (m, d) => Object.assign(pick(m.bonuses, d) ?? {}, { from: "2026-01-01" })],
  ["a cap", (m, d) => Object.assign(pick(Object.values(m.dimensions), d), { bonusCap: 1 + (d % 5) })],
  ["gates", (m, d) => m.gates?.splice(d % (m.gates.length || 1), 1)],
  ["a rung less", (m) => m.tier?.rungs.shift()],
  [
    "a rung moved",
    (m) => {
      if (m.tier?.rungs.length > 1) m.tier.rungs[0].from += 1;
    },
  ],
  ["cells turned", (m) => m.quadrant?.cells.reverse()],
  [
    "no quadrant",
    (m) => {
      delete m.quadrant;
    },
  ],
  ["coverage", (m, d) => Object.assign(m, { minimumCoverage: (d % 10) / 10 })],
  ["places written out", (m) => Object.assign(m, { places: { points: 4, score: 2, ...m.places } })],
  ["a field more", (m, d) => Object.assign(m.fields, { [`field${d}`]: { kind: "number" } })],
];

function inserted(bonuses: Draft[], dice: number): Draft[] {
  const rule = { id: `new-${dice}`, to: "total", points: 1 };
  return dice % 2 === 0 ? [rule, ...bonuses] : [...bonuses, rule];
}

/** Siblings hand their weights on, so that the sum stays. */
function turnWeights(parent: Draft): void {
  turnWeightsOf(Object.values(parent.indicators));
}

function turnWeightsOf(nodes: Draft[]): void {
  if (nodes.some(({ weight }) => weight === undefined)) return;
  const weights = nodes.map(({ weight }) => weight);
  for (let i = 0; i < nodes.length; i++) nodes[i].weight = weights[(i + 1) % nodes.length];
}

function changePoints(curve: Draft, dice: number): void {
  if (curve.kind === "bands") pick(curve.bands, dice).points = pick(curve.bands, dice + 1).points;
  else if (curve.kind === "linear") pick(curve.knots, dice)[1] = pick(curve.knots, dice + 1)[1];
  else if (curve.kind === "flag") curve.points = { true: curve.points.false, false: curve.points.true };
  else {
    const values = Object.keys(curve.points);
    curve.points[pick(values, dice)] = curve.points[pick(values, dice + 1)];
  }
}
