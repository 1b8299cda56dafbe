import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import { parseModel } from "../../src/model/parse-model.ts";
import { fromPmml, safeScorePmml, toPmml } from "../../src/pmml/index.ts";
import { safeScore } from "../../src/score/score.ts";
import type { ModelDocument } from "../reference/document.ts";
import { exact, fraction } from "../reference/exact.ts";
import { answerOf, compare } from "../reference/pmml-scorecard.ts";
import { type ScoringRow, scoringCase, scoringCaseOf } from "../support/arbitraries/scoring-case.ts";
import { root } from "../support/root.ts";
import { runs } from "../support/runs.ts";
import { plainDocument } from "./plain-document.ts";

const SCHEMA = readFileSync(`${root}test/reference/pmml-4-4-scorecard.xsd`, "utf8");

/** What libxml2 has against documents. */
async function faultsOf(documents: readonly string[]): Promise<readonly string[]> {
  const xml = documents.map((contents, i) => ({ fileName: `${i}.xml`, contents }));
  const { errors } = await validateXML({ xml, schema: SCHEMA, maxMemoryPages: 16_384 });
  return errors.map(({ message }) => message);
}

describe("a model written as PMML, by the standard and not by our own reader", () => {
  it("is well formed, and valid by the schema of PMML 4.4: libxml2 has nothing against it", async () => {
    const examples = readdirSync(`${root}examples/models`).map((name) =>
      JSON.parse(readFileSync(`${root}examples/models/${name}`, "utf8")),
    );
    const generated = fc.sample(
      fc.oneof(
        plainDocument(),
        scoringCase().map(({ document }) => document),
      ),
      runs(300),
    );
    const written = [...examples, ...generated].map((document) => toPmml(parseModel(document)).xml);
    const documents = written.flatMap((xml) => xml ?? []);
    expect(documents.length).toBeGreaterThan(runs(300) / 2);
    for (const part of ["Targets", "DerivedField", "NormContinuous", "CompoundPredicate", "Interval", "Value"]) {
      expect(documents.some((xml) => xml.includes(`<${part}`))).toBe(true);
    }
    expect(await faultsOf(documents)).toEqual([]);
  });

  it("is what libxml2 would have something against, were it otherwise", async () => {
    const [good = ""] = [
      toPmml(parseModel(JSON.parse(readFileSync(`${root}examples/models/wholesale-accounts.json`, "utf8")))).xml ?? "",
    ];
    const turned = good.replace(/(<MiningSchema>[\s\S]*<\/MiningSchema>)\s*(<Output>[\s\S]*<\/Output>)/, "$2$1");
    expect(turned).not.toBe(good);
    for (const bad of [turned, good.replace("</PMML>", ""), good.replace(/ dataType="double"/, "")]) {
      expect((await faultsOf([bad])).length).toBeGreaterThan(0);
    }
  });

  it("is scored by the text of the standard as by fromPmml, and as the model where that is exact", () => {
    const met = { exact: 0, alike: 0, unscored: 0, reasons: 0, derived: 0 };
    const check = (document: ModelDocument, rows: readonly ScoringRow[]) => {
      const model = parseModel(document);
      const { xml, agreement } = toPmml(model);
      const scorecard = xml === null ? null : fromPmml(xml).scorecard;
      if (xml === null || scorecard === null) return;
      if (xml.includes("<DerivedField")) met.derived++;
      for (const { account, options } of rows) {
        const outcome = safeScore(model, account, options as never);
        if (!outcome.ok) continue;
        const record = { ...outcome.card.inputs, ...outcome.card.measures } as never;
        const [answer, own] = [answerOf(xml, record), safeScorePmml(scorecard, record)];
        if (!own.ok || answer.score === null) {
          expect([own.ok, answer.score]).toEqual([false, null]);
          met.unscored++;
          continue;
        }
        const told = own.scored.outputs;
        expect(compare(answer.outputs.total as never, fraction(exact(told.total as number)))).toBe(0);
        met.alike++;
        if (agreement === "exact") {
          expect(told.total).toBe(outcome.card.total);
          met.exact++;
        }
        const codes = [...xml.matchAll(/reasonCode="([^"]*)"/g)].map(([, code]) => code);
        if (new Set(codes).size < codes.length) continue;
        for (const [name, code] of Object.entries(answer.outputs)) {
          if (/^reason\d$/.test(name)) expect([name, told[name]]).toEqual([name, code ?? null]);
        }
        if (told.reason2 !== null) met.reasons++;
      }
    };
    const cases = fc.oneof(
      plainDocument().chain((document) => scoringCaseOf(document)),
      scoringCase(),
    );
    fc.assert(
      fc.property(cases, ({ document, rows }) => check(document, rows)),
      { numRuns: runs(400) },
    );
    expect(Math.min(met.exact, met.alike / 2, met.reasons, met.unscored, met.derived)).toBeGreaterThan(runs(400) / 40);
  });
});
