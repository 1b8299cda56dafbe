import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fingerprint } from "../../src/fingerprint/fingerprint.ts";
import { checkModelShape } from "../../src/schema/check-shape.ts";
import type { ModelDocument } from "../../src/schema/model-document.ts";
import { modelDocument } from "../support/arbitraries/model-document.ts";

// biome-ignore lint/suspicious/noExplicitAny: documents are changed in every place
type Draft = any;

const document = () => modelDocument() as unknown as fc.Arbitrary<ModelDocument>;
/** What says nothing about scores: at the top of a document, and in any of its parts. */
const TOP_WORDS = ["$schema", "id", "version", "effective", "cases"];
const WORDS = ["title", "note", "reason", "unit", "changeable"];

describe("a fingerprint", () => {
  it("does not mind the order of keys: fingerprint(shuffled(m)) = fingerprint(m)", () => {
    fc.assert(
      fc.property(document(), fc.infiniteStream(fc.nat()), (model, dice) => {
        expect(fingerprint(shuffled(model, dice) as ModelDocument)).toBe(fingerprint(model));
      }),
    );
  });

  it("does not mind words: titles, notes, x, reasons, units, changeable, names, dates of effect, cases", () => {
    fc.assert(
      fc.property(document(), fc.string(), fc.boolean(), (model, text, isChangeable) => {
        const worded = withWords(model, text, isChangeable);
        expect(JSON.stringify(worded)).not.toBe(JSON.stringify(model));
        expect(fingerprint(worded)).toBe(fingerprint(model));
      }),
    );
  });

  it("changes with every value of the scoring content", () => {
    fc.assert(
      fc.property(document(), (model) => {
        const own = fingerprint(model);
        for (const path of leaves(model)) expect([path, fingerprint(changed(model, path))]).not.toContain(own);
      }),
      { numRuns: 30 },
    );
  });

  it("changes when a part of the scoring content goes", () => {
    let removals = 0;
    fc.assert(
      fc.property(document(), (model) => {
        const own = fingerprint(model);
        for (const path of keys(model)) {
          const rest = without(model, path);
          if (checkModelShape(rest).length > 0) continue;
          removals++;
          expect([path, fingerprint(rest)]).not.toContain(own);
        }
      }),
      { numRuns: 12 },
    );
    expect(removals).toBeGreaterThan(60);
  });

  it("changes when two different neighbours in a list change places", () => {
    let swaps = 0;
    fc.assert(
      fc.property(document(), (model) => {
        const own = fingerprint(model);
        for (const path of keys(model)) {
          const swapped = structuredClone(model) as Draft;
          const list = at(swapped, path);
          if (!Array.isArray(list) || JSON.stringify(list[0]) === JSON.stringify(list[1])) continue;
          [list[0], list[1]] = [list[1], list[0]];
          if (list[0] === undefined) continue;
          swaps++;
          expect([path, fingerprint(swapped)]).not.toContain(own);
        }
      }),
      { numRuns: 30 },
    );
    expect(swaps).toBeGreaterThan(30);
  });
});

function shuffled(value: unknown, dice: fc.Stream<number>): unknown {
  if (Array.isArray(value)) return value.map((each) => shuffled(each, dice));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, each]) => [dice.next().value as number, key, each] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => a - b).map(([, key, each]) => [key, shuffled(each, dice)]));
}

/** The model with words wherever it may have them. */
function withWords(model: ModelDocument, text: string, isChangeable: boolean): ModelDocument {
  const worded = structuredClone(model) as Draft;
  const named = { title: { en: text }, note: text, x: { points: 5, [text]: text } };
  const titled = { title: text, note: text };
  const reasoned = { ...named, reason: text };
  Object.assign(worded, named, { $schema: text, id: "other", version: text, effective: { until: "2030-01-01" } });
  worded.cases = [{ id: text, account: {}, expect: {} }];
  each(worded.fields, (field) =>
    Object.assign(field, named, { changeable: isChangeable }, field.kind === "number" ? { unit: text } : {}),
  );
  each(worded.measures, (measure) => Object.assign(measure, named));
  each(worded.bonusGroups, (group) => Object.assign(group, named));
  each(worded.bonuses, (rule) => Object.assign(rule, reasoned));
  each(worded.gates, (gate) => Object.assign(gate, reasoned));
  if (worded.quadrant) {
    Object.assign(worded.quadrant, titled);
    each(worded.quadrant.cells, (cell) => Object.assign(cell, titled));
  }
  if (worded.tier) {
    Object.assign(worded.tier, named);
    each(worded.tier.rungs, (rung) => Object.assign(rung, named));
  }
  const nodes = (node: Draft): void => {
    Object.assign(node, reasoned);
    each(node.indicators, nodes);
  };
  each(worded.dimensions, (dimension) => {
    Object.assign(dimension, named);
    each(dimension.indicators, nodes);
  });
  return worded;
}

function each(parts: Draft, change: (part: Draft) => unknown): void {
  for (const part of Object.values(parts ?? {})) change(part);
}

type Keys = readonly (string | number)[];

/** Every place of the scoring content. */
function keys(model: ModelDocument): Keys[] {
  const within = (value: unknown, path: Keys): Keys[] => {
    if (typeof value !== "object" || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) => {
      const place = [...path, Array.isArray(value) ? Number(key) : key];
      return isWord(path, key) ? [] : [place, ...within(inner, place)];
    });
  };
  return within(model, []);
}

/** Words stand in the parts of a document; under ids and category values nothing is a word. */
function isWord(path: Keys, key: string): boolean {
  if (path.length === 0 && TOP_WORDS.includes(key)) return true;
  const isKeyed = /^(fields|measures|dimensions|indicators|bonusGroups|points)$/.test(String(path[path.length - 1]));
  return !isKeyed && WORDS.includes(key);
}

function leaves(model: ModelDocument): Keys[] {
  return keys(model).filter((path) => typeof at(model, path) !== "object");
}

function at(model: Draft, path: Keys): Draft {
  return path.reduce((value, key) => value[key], model);
}

function changed(model: ModelDocument, path: Keys): ModelDocument {
  const copy = structuredClone(model);
  const last = path[path.length - 1] as string | number;
  const parent = at(copy, path.slice(0, -1));
  const value = parent[last];
  parent[last] = typeof value === "number" ? value + 1 : typeof value === "boolean" ? !value : `${value}x`;
  return copy;
}

/** Without a key of an object (or an entry of a list). */
function without(model: ModelDocument, path: Keys): ModelDocument {
  const copy = structuredClone(model);
  const last = path[path.length - 1] as string | number;
  const parent = at(copy, path.slice(0, -1));
  if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete parent[last];
  return copy;
}
