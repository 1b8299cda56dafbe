import { readFileSync } from "node:fs";
import { scoreColumns } from "guanxi/batch";
import { describe, expect, it } from "vitest";
import { agree, agreeOnTotals, EXACT, FLOAT } from "./agreement.ts";
import { answersOfRows } from "./answers.ts";
import { emptyAnswers, scoreByHand } from "./by-hand.ts";
import { raceColumns } from "./columns-race.ts";
import { comparisonOf } from "./comparison.ts";
import { PAGE, withFigures } from "./page.ts";
import { asColumns, DATA_SETS, drawColumns, modelOf, recordsOf } from "./portfolio.ts";
import { raceRecords } from "./records-race.ts";
import { asMarkdown } from "./report.ts";
import { expressionsOf, type Language } from "./rivals/expression.ts";
import { raceTotals } from "./totals-race.ts";

// The bench itself: that its sides mean the same model, and that it says so when they do not. How fast they are is no
// matter of tests.

const ROWS = 4000;
const [RANDOM, , MONEY] = DATA_SETS;

describe("the sides of the bench", () => {
  it.each(DATA_SETS)(
    "agree on $title",
    async (data) => {
      const { tieShare, otherClass, comparisons } = await raceColumns(data, ROWS, 1);
      expect(otherClass).toBeLessThan(ROWS / 100);
      if (data === MONEY) expect(tieShare).toBeGreaterThan(0.1);
      if (data === RANDOM) expect(tieShare).toBeLessThan(0.01);
      expect(comparisons.find(({ theirs }) => theirs === "by-hand")?.measured?.ratio).toBeGreaterThan(0);
    },
    60_000,
  );

  it("agree on records", async () => {
    const comparisons = await raceRecords(MONEY, ROWS, 1);
    expect(comparisons.find(({ theirs }) => theirs === "card-by-hand")?.verdict).toMatch(/^(met|missed)$/);
  }, 60_000);

  it("agree on bare totals", async () => {
    const [comparison] = await raceTotals(MONEY, 1);
    expect(comparison).toMatchObject({ ours: "total", theirs: "json-logic", target: 1 });
  }, 60_000);

  it("mean the model in the words of an expression language", () => {
    const columns = drawColumns(MONEY, ROWS);
    const byHand = scoreByHand(columns, ROWS, emptyAnswers(ROWS));
    const expressions = expressionsOf(CLOSURES);
    const rows = recordsOf(columns, ROWS).map((account) =>
      Object.fromEntries(expressions.map(([key, evaluate]) => [key, evaluate(account as never)])),
    );
    expect(agree("closures", byHand, answersOfRows(rows as never), ROWS, FLOAT)).toBe(0);
  });
});

describe("the bench", () => {
  const columns = drawColumns(MONEY, 10);
  const answers = scoreByHand(columns, 10, emptyAnswers(10));

  it("stops at a score that differs, naming side, row and values", () => {
    const wrong = { ...answers, total: answers.total.map((total, row) => (row === 7 ? total + 0.001 : total)) };
    expect(() => agree("another", answers, wrong, 10, FLOAT)).toThrow(
      /^the answers differ: another gives total .* in row 7/,
    );
    expect(() => agreeOnTotals("another", answers, Array.from(wrong.total), FLOAT)).toThrow("row 7");
  });

  it("stops at a class that differs away from a cut", () => {
    const other = { ...answers, tier: answers.tier.map((tier, row) => (row === 3 ? tier + 1 : tier)) };
    expect(() => agree("another", answers, other, 10, EXACT)).toThrow("tier");
    const cell = { ...answers, quadrant: answers.quadrant.map((code, row) => (row === 4 ? 3 - code : code)) };
    expect(() => agree("another", answers, cell, 10, EXACT)).toThrow("quadrant");
  });

  it("counts a class that differs at a cut that the tolerance reaches", () => {
    const at = { ...answers, total: answers.total.map(() => 60), tier: answers.tier.map(() => 2) };
    const below = { ...at, total: at.total.map(() => 60 - 1e-10), tier: at.tier.map(() => 3) };
    expect(agree("another", at, below, 10, FLOAT)).toBe(10);
  });

  it("judges the ratio of medians", () => {
    const contest = { ours: "us", door: "", theirs: "them", against: "", data: "", target: 2 };
    const line = comparisonOf(contest, { us: [9, 10, 11], them: [30, 5, 20] });
    expect(line).toMatchObject({ measured: { ours: 10, theirs: 20, ratio: 2 }, verdict: "met" });
    expect(comparisonOf({ ...contest, target: 2.1 }, { us: [10], them: [20] }).verdict).toBe("missed");
    expect(comparisonOf(contest, { us: [10] }).verdict).toBe("not installed");
  });

  it("knows the place of its figures in the page", () => {
    const page = readFileSync(PAGE, "utf8");
    const figures = asMarkdown({
      circumstances: { version: "1", measured: "sources", date: "", processor: "", node: "", rounds: 1 },
      columns: [],
      records: [],
      footprint: null,
    });
    const written = withFigures(page, figures);
    expect(written).toContain(figures);
    expect(withFigures(written, figures)).toBe(written);
    expect(() => withFigures("no marks", figures)).toThrow("marks");
  });

  it("scores without handing rows back", () => {
    for (const data of DATA_SETS) {
      expect(scoreColumns(modelOf(data), asColumns(drawColumns(data, ROWS))).handedBack).toBe(0);
    }
  });
});

type Evaluate = (account: { readonly [field: string]: never }) => never;

/** An expression language of closures. */
const CLOSURES: Language<Evaluate> = {
  input: (field) => (account) => account[field] as never,
  number: (value) => () => value as never,
  text: (value) => () => value as never,
  choose: (branches, otherwise) => (account) => (branches.find(([test]) => test(account))?.[1] ?? otherwise)(account),
  isBelow: (x, bound) => (account) => (x(account) < bound(account)) as never,
  isOneOf: (x, values) => (account) => values.includes(x(account)) as never,
  plus: (terms) => (account) => terms.reduce((sum, term) => sum + term(account), 0) as never,
  minus: (x, y) => (account) => (x(account) - y(account)) as never,
  times: (x, y) => (account) => (x(account) * y(account)) as never,
  dividedBy: (x, y) => (account) => (x(account) / y(account)) as never,
  atMost: (x, most) => (account) => Math.min(x(account), most(account)) as never,
  result: (_key, expression) => expression,
};
