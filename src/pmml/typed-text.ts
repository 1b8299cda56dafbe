import { factOf, type Path } from "../core/issue.ts";
import { readDate } from "../core/plain-date.ts";
import type { PmmlDataType, PmmlValue } from "./pmml-scorecard.ts";
import { readDecimal } from "./read-decimal.ts";
import { type Reading, report } from "./reading.ts";

/** How the text of a constant is read, and what it should have been. */
const READERS = {
  integer: { read: readDecimal, expected: "a decimal number" },
  number: { read: readDecimal, expected: "a decimal number" },
  string: { read: (text) => text, expected: "a text" },
  boolean: { read: (text) => BOOLEANS.get(text.trim()) ?? null, expected: ["true", "false"] },
  date: { read: (text) => (readDate(text.trim()) === null ? null : text.trim()), expected: "a day written YYYY-MM-DD" },
} satisfies {
  readonly [K in PmmlDataType]: {
    readonly read: (text: string) => PmmlValue | null;
    readonly expected: string | readonly string[];
  };
};

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["1", true],
  ["false", false],
  ["0", false],
]);

/** The text of a constant as a value of the data type; `null`, and an issue, if it is none. */
export function readValue(reading: Reading, dataType: PmmlDataType, text: string, path: Path): PmmlValue | null {
  const { read, expected } = READERS[dataType];
  const value = read(text);
  if (value === null) report(reading, "pmml/value", path, expected, factOf(text));
  return value;
}

/** The same of several; those that are none are left out, with an issue each. */
export function readValues(
  reading: Reading,
  dataType: PmmlDataType,
  texts: readonly string[],
  path: Path,
): readonly PmmlValue[] {
  return texts.flatMap((text) => readValue(reading, dataType, text, path) ?? []);
}
