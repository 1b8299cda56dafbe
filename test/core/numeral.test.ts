import { describe, expect, it } from "vitest";
import { publishNumeral, readNumeral } from "../../src/core/numeral.ts";

describe("the grammar is JSON's", () => {
  it.each([
    "0",
    "-0",
    "0.0",
    "-0.00",
    "1",
    "-1",
    "10",
    "0.5",
    "-0.5",
    "1.50",
    "1e3",
    "1E3",
    "1e+3",
    "1e-3",
    "1.5e00003",
    "100e-2",
  ])("%s is a number", (text) => expect(readNumeral(text)).toBeTypeOf("object"));

  it.each([
    "",
    " ",
    " 1",
    "1 ",
    "1\n",
    "\u00a01",
    "+1",
    "--1",
    "01",
    "-01",
    "00",
    ".5",
    "-.5",
    "5.",
    "1.e3",
    "1e",
    "1e+",
    "e3",
    "1e1.5",
    "1,000",
    "1_000",
    "0x10",
    "0b1",
    "Infinity",
    "-Infinity",
    "NaN",
    "1e3e3",
    "1.2.3",
    "١٢",
    "１",
    "1n",
    "true",
  ])("%j is not a number", (text) => expect(readNumeral(text)).toBe("number"));

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])("%d is not a number", (value) =>
    expect(readNumeral(value)).toBe("number"),
  );
});

describe("outer zeros are not digits", () => {
  it.each([
    ["0", false, "", 0],
    ["-0", false, "", 0],
    ["-0.000e5", false, "", 0],
    ["100", false, "1", 2],
    ["-0.0120", true, "12", -3],
    ["120.50", false, "1205", -1],
    ["1.5e3", false, "15", 2],
    ["1.5e-3", false, "15", -4],
    ["0.1e1", false, "1", 0],
  ])("%s", (text, isNegative, digits, exponent) => expect(readNumeral(text)).toEqual({ isNegative, digits, exponent }));

  it("a JS number is read as its shortest decimal text", () => {
    expect(readNumeral(0.1)).toEqual({ isNegative: false, digits: "1", exponent: -1 });
    expect(readNumeral(-1.5e-7)).toEqual({ isNegative: true, digits: "15", exponent: -8 });
    expect(readNumeral(1e21)).toEqual({ isNegative: false, digits: "1", exponent: 21 });
  });
});

describe("limits", () => {
  it("34 significant digits are read, 35 are not; zeros around them do not count", () => {
    const digits = "1234567890123456789012345678901234";
    expect(readNumeral(digits)).toMatchObject({ digits });
    expect(readNumeral(`${digits}5`)).toBe("digits");
    expect(readNumeral(`0.000${digits}000`)).toMatchObject({ digits, exponent: -37 });
    expect(readNumeral(`0.000${digits}0001`)).toBe("digits");
  });

  it("a written exponent of ±30 is read, one beyond is not, not even of zero", () => {
    expect(readNumeral("1e30")).toMatchObject({ exponent: 30 });
    expect(readNumeral("1e-30")).toMatchObject({ exponent: -30 });
    for (const text of ["1e31", "1e-31", "0e31", "0.0e-31"]) expect(readNumeral(text)).toBe("exponent");
    expect(readNumeral(1e-30)).toMatchObject({ exponent: -30 });
    expect(readNumeral(9e-31)).toBe("exponent");
    expect(readNumeral(1e31)).toBe("exponent");
  });

  it("a magnitude below 10⁶⁴ is read, 10⁶⁴ is not, however it is written", () => {
    expect(readNumeral(`${"9".repeat(34)}${"0".repeat(30)}`)).toMatchObject({ exponent: 30 });
    expect(readNumeral(`1${"0".repeat(63)}`)).toMatchObject({ exponent: 63 });
    expect(readNumeral(`1${"0".repeat(64)}`)).toBe("magnitude");
    expect(readNumeral(`-1${"0".repeat(34)}e30`)).toBe("magnitude");
    expect(readNumeral(`0.${"0".repeat(60)}1e30`)).toMatchObject({ exponent: -31 });
  });

  // A quadratic reader would take hours; this takes a third of a second.
  it("an absurd exponent or ten megabytes of digits cost next to nothing", { timeout: 30_000 }, () => {
    const long = "7".repeat(10_000_000);
    expect(readNumeral("1e999999999")).toBe("exponent");
    expect(readNumeral("1e-999999999999999999999")).toBe("exponent");
    expect(readNumeral(`1e${long}`)).toBe("exponent");
    expect(readNumeral(long)).toBe("digits");
    expect(readNumeral(`0.${long}`)).toBe("digits");
    expect(readNumeral(`${long}x`)).toBe("number");
    expect(readNumeral(`0.${"0".repeat(10_000_000)}`)).toEqual({ isNegative: false, digits: "", exponent: 0 });
  });
});

describe("publishing a numeral", () => {
  const publish = (text: string, places: number) => {
    const numeral = readNumeral(text);
    return typeof numeral === "string" ? numeral : publishNumeral(numeral, places);
  };

  it.each([
    ["0.5", 0, 1],
    ["-0.5", 0, -1],
    ["0.49999999999999999999999999999999", 0, 0],
    ["-0.4", 0, 0],
    ["0.04", 0, 0],
    ["0.05", 0, 0],
    ["0.05", 1, 0.1],
    ["0.0049", 2, 0],
    ["0.005", 2, 0.01],
    ["9.995", 2, 10],
    ["99.5", 0, 100],
    ["1.995", 2, 2],
    ["1.994999", 2, 1.99],
    ["-1.005", 2, -1.01],
    ["123456789.4999999999", 0, 123456789],
    ["1.5e3", 2, 1500],
  ])("%s at %d places is %d: half away from zero", (text, places, expected) =>
    expect(publish(text, places)).toBe(expected),
  );

  it("15 significant digits can be published, 16 cannot; rounding may bring them down", () => {
    expect(publish("123456789012345", 0)).toBe(123456789012345);
    expect(publish("1234567890123456", 0)).toBeNull();
    expect(publish("12345678901234567000", 2)).toBeNull();
    expect(publish("123456789012345e30", 2)).toBe(123456789012345e30);
    expect(publish("0.1234567890123456", 15)).toBe(0.123456789012346);
    expect(publish("1.0000000000000004", 15)).toBe(1);
    expect(publish("1.1234567890123456", 15)).toBeNull();
    expect(publish("999999999999999.5", 0)).toBe(1e15);
  });
});
