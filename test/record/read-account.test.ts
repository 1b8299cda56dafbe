import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CellSpelling, describeIssue, parseModel, readAccount, score } from "../../src/index.ts";
import { guardFormula, isFormula, unguardFormula } from "../../src/record/formula-guard.ts";
import { compileNumberText } from "../../src/record/read-number-text.ts";

const model = parseModel({
  format: 1,
  id: "cells",
  version: "1",
  fields: {
    amount: { kind: "number", places: 4, max: 1e9 },
    city: { kind: "category" },
    region: { kind: "category", values: ["north", "south"] },
    since: { kind: "date" },
    sponsor: { kind: "boolean" },
  },
  dimensions: {
    value: {
      weight: 100,
      indicators: {
        amount: {
          input: "amount",
          weight: 100,
          missing: { kind: "exclude" },
          curve: {
            kind: "linear",
            knots: [
              [0, 0],
              [1000, 100],
            ],
          },
        },
      },
    },
  },
});

const EMPTY = { amount: null, city: null, region: null, since: null, sponsor: null };
const read = (row: object, spelling?: CellSpelling) => {
  const outcome = readAccount(model, row as { [field: string]: string }, spelling);
  return outcome.ok ? { ...outcome.account } : outcome.issues.map((issue) => describeIssue(issue));
};

describe("a row of text cells", () => {
  it("reads JSON numbers, ISO days, words for yes and no, and text", () => {
    const row = { amount: "-12.50e1", city: "北京", region: "south", since: "2024-02-29", sponsor: "Yes" };
    expect(read(row)).toEqual({ ...row, sponsor: true });
  });

  it("answers what score takes", () => {
    const outcome = readAccount(model, { amount: " 500 " });
    expect(outcome.ok && score(model, outcome.account).total).toBe(50);
  });

  it("takes nothing and blanks for missing, and leaves out what is no field", () => {
    expect(read({ amount: "", city: "  ", region: null, since: undefined, other: "x" })).toEqual(EMPTY);
    expect(read({})).toEqual(EMPTY);
  });

  it("ignores blanks around a cell, of every kind", () => {
    expect(read({ amount: "\u00a01\t", city: " a b ", since: "\u30002024-01-01\n" })).toEqual({
      ...EMPTY,
      amount: "1",
      city: "a b",
      since: "2024-01-01",
    });
  });

  it("tells every cell that is wrong, with what its field says of the value", () => {
    expect(
      read({ amount: "1e10", region: "nort", since: "29/02/2024", sponsor: "maybe", city: "x".repeat(201) }),
    ).toEqual([
      "amount: expected at most 1000000000, got 10000000000",
      "city: expected a text of at most 200 characters, got 201",
      'region: expected "north" or "south", got "nort", did you mean "north"',
      expect.stringMatching(/^since: expected a day .*YYYY-MM-DD, got "29\/02\/2024"$/),
      expect.stringMatching(/^sponsor: expected .*"true", "yes", "1", "false", "no" or "0", got "maybe"$/),
    ]);
  });

  it.each([
    "NaN",
    "Infinity",
    "0x1",
    "1_000",
    "1,000",
    "12%",
    "+1",
    ".5",
    "1.",
    "١",
    "1 000",
    "--1",
    "1e999999999",
    "9".repeat(35),
  ])("does not take %s for a number", (amount) =>
    expect(read({ amount })).toEqual([expect.stringMatching(/^amount: expected /)]),
  );

  it("reads ten million digits in no time, and refuses them", () => {
    for (const spelling of [{}, { thousands: "," }]) {
      expect(read({ amount: "1".repeat(10_000_000), since: "2".repeat(10_000_000) }, spelling)).toHaveLength(2);
    }
  });

  it("reads own cells only, and only texts", () => {
    expect(read(Object.create({ amount: "1" }))).toEqual(EMPTY);
    expect(read({ amount: 1 })).toEqual(["amount: expected a text, got 1"]);
    expect(readAccount(model, null as never)).toMatchObject({ ok: false, issues: [{ code: "record/kind" }] });
    expect(readAccount(model, ["1"] as never)).toMatchObject({ ok: false });
  });
});

describe("declared spellings", () => {
  const EURO = { thousands: ".", decimal: ",", percent: true };
  it.each<[string, CellSpelling, string]>([
    ["1,234,567.8", { thousands: "," }, "1234567.8"],
    ["1234567.8", { thousands: "," }, "1234567.8"],
    ["-1,234", { thousands: "," }, "-1234"],
    ["1.234.567,80", EURO, "1234567.80"],
    ["0,5", EURO, "0.5"],
    ["1 234,5", { thousands: " ", decimal: "," }, "1234.5"],
    ["1\u202f234", { thousands: "\u202f" }, "1234"],
    ["1'234.5", { thousands: "'" }, "1234.5"],
    ["12.5%", { percent: true }, "12.5e-2"],
    ["-0.05 %", { percent: true }, "-0.05e-2"],
    ["12.5", { percent: true }, "12.5"],
    ["1.000%", EURO, "1000e-2"],
    ["1.5e3", { percent: true }, "1.5e3"],
  ])("%s in %j is %s", (amount, spelling, expected) => {
    expect(read({ amount }, spelling)).toEqual({ ...EMPTY, amount: expected });
  });

  it.each<[string, CellSpelling]>([
    ["1,23,456", { thousands: "," }],
    ["12,34", { thousands: "," }],
    ["1,2345", { thousands: "," }],
    ["1234,567", { thousands: "," }],
    ["0,123", { thousands: "," }],
    [",123", { thousands: "," }],
    ["1,,234", { thousands: "," }],
    ["1.234,567", { thousands: "," }],
    ["1.5", { decimal: "," }],
    ["1,234.5", EURO],
    ["12%", { thousands: "," }],
    ["12%%", { percent: true }],
    ["%", { percent: true }],
    ["1e2%", { percent: true }],
    ["1 2", { percent: true }],
  ])("%s in %j is no number", (amount, spelling) => {
    expect(read({ amount }, spelling)).toEqual([expect.stringMatching(/^amount: expected a decimal number such as 1/)]);
  });

  it("a percentage is exactly a hundredth", () => {
    const outcome = readAccount(model, { amount: "12.345%" }, { percent: true });
    expect(outcome.ok && score(model, outcome.account).inputs).toMatchObject({ amount: 0.1235 });
  });

  it("a number in any spelling is the number itself, digit for digit", () => {
    const spelling = { thousands: "'", decimal: "·" };
    const readText = compileNumberText(spelling);
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
        fc.stringMatching(/^[0-9]{0,10}$/),
        (whole, rest) => {
          const grouped = String(whole).replace(/\B(?=(?:\d{3})+$)/g, "'");
          expect(readText?.(grouped + (rest && `·${rest}`))).toBe(String(whole) + (rest && `.${rest}`));
        },
      ),
    );
  });

  it.each([
    ["31/12/2024", "DD/MM/YYYY", "2024-12-31"],
    ["12/31/2024", "MM/DD/YYYY", "2024-12-31"],
    ["20241231", "YYYYMMDD", "2024-12-31"],
    ["31122024", "DDMMYYYY", "2024-12-31"],
    ["2024年3月7日", "YYYY年M月D日", "2024-03-07"],
    ["7.3.2024", "D.M.YYYY", "2024-03-07"],
    ["07.03.2024", "D.M.YYYY", "2024-03-07"],
    ["2024-31-12", "YYYY-DD-MM", "2024-12-31"],
    ["(2024) 12|31", "(YYYY) MM|DD", "2024-12-31"],
  ])("the day %s in %s is %s", (since, dateFormat, expected) => {
    expect(read({ since }, { dateFormat })).toEqual({ ...EMPTY, since: expected });
  });

  it.each([
    ["2024-12-31", "DD/MM/YYYY"],
    ["31/02/2024", "DD/MM/YYYY"],
    ["1/2/2024", "DD/MM/YYYY"],
    ["31/12/24", "DD/MM/YYYY"],
    ["31x12x2024", "DD.MM.YYYY"],
  ])("the text %s is no day in %s", (since, dateFormat) => {
    expect(read({ since }, { dateFormat })).toEqual([expect.stringContaining(dateFormat)]);
  });

  it("words for yes and no stand beside the usual ones, in any case", () => {
    const words = { yes: ["Ja", "是"], no: ["Nein", "否"] };
    for (const [sponsor, value] of [
      ["JA", true],
      ["是", true],
      ["true", true],
      ["nein", false],
      ["否", false],
      ["0", false],
    ] as const) {
      expect(read({ sponsor }, words)).toEqual({ ...EMPTY, sponsor: value });
    }
  });

  it.each<[object, string]>([
    [{ thousands: "." }, "thousands: expected another mark than the one before the decimals"],
    [{ thousands: ",", decimal: "," }, "thousands: expected another mark"],
    [{ decimal: "12" }, "decimal: expected one character"],
    [{ thousands: "-" }, "thousands: expected one character"],
    [{ thousands: "" }, "thousands: expected one character"],
    [{ decimal: 5 }, "decimal: expected one character"],
    [{ dateFormat: "DD/MM/YY" }, "dateFormat: expected YYYY, MM and DD once each"],
    [{ dateFormat: "DD/MM/YYYYY" }, "dateFormat: expected YYYY"],
    [{ dateFormat: "DD/MM/DD/YYYY" }, "dateFormat: expected YYYY"],
    [{ dateFormat: "YYYYMD" }, "dateFormat: expected YYYY"],
    [{ dateFormat: "YYYY/MM" }, "dateFormat: expected YYYY"],
    [{ dateFormat: "YYYY0MM0DD" }, "dateFormat: expected YYYY"],
    [{ dateFormat: "Y".repeat(1000) }, "dateFormat: expected YYYY"],
    [{ dateFormat: null }, "dateFormat: expected YYYY"],
    [{ yes: ["no"] }, "yes[0]: expected a word that is not false"],
    [{ yes: ["x"], no: ["X "] }, "no[0]: expected a word that is not true"],
    [{ yes: [""] }, "yes[0]: expected a word"],
    [{ yes: "ja" }, "yes: expected a list of words"],
  ])("%j is refused, whatever the row", (spelling, message) => {
    expect(read({}, spelling as CellSpelling)).toEqual([expect.stringContaining(message)]);
  });
});

describe("the guard of formulas", () => {
  it("is taken off a cell before it is read", () => {
    expect(read({ city: "'=SUM(A1)", region: "'north" })).toEqual([expect.stringContaining('"\'north"')]);
    expect(read({ city: "'=SUM(A1)" })).toEqual({ ...EMPTY, city: "=SUM(A1)" });
    expect(read({ city: "'-5" })).toEqual({ ...EMPTY, city: "'-5" });
  });

  it("is put on formulas and nothing else, and taken off again: unguard(guard(text)) is text", () => {
    const text = fc
      .tuple(fc.constantFrom("", "=", "+", "-", "@", "\t", "\r", "5"), fc.string())
      .map((parts) => parts.join(""));
    for (const readNumber of [null, compileNumberText({ thousands: ",", percent: true })]) {
      fc.assert(
        fc.property(text, (cell) => {
          fc.pre(!(cell.startsWith("'") && isFormula(cell.slice(1), readNumber)));
          const guarded = guardFormula(cell, readNumber);
          expect(guarded).toBe(isFormula(cell, readNumber) ? `'${cell}` : cell);
          expect(isFormula(guarded, readNumber)).toBe(false);
          expect(unguardFormula(guarded, readNumber)).toBe(cell);
        }),
      );
    }
  });
});
