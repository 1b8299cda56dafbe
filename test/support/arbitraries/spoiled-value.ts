import fc from "fast-check";
import type { Field, ModelDocument } from "../../reference/document.ts";
import type { InterestingNumbers } from "./interesting-numbers.ts";

const BAD: Record<Field["kind"], readonly unknown[]> = {
  number: [
    Number.NaN,
    Number.POSITIVE_INFINITY,
    "1,000",
    " 1",
    "1 ",
    "01",
    "1.",
    ".5",
    "+1",
    "1e31",
    "1e-31",
    "1e999999999",
    1e31,
    1e-31,
    "12345678901234567890123456789012345",
    "123456789012345.6",
    "1234567890123456",
    true,
    [],
    {},
    "NaN",
    "١",
  ],
  category: [1, true, "x".repeat(201), {}, []],
  boolean: ["true", 1, 0, "yes", {}],
  date: ["2026-02-29", "2026-13-01", "0000-01-01", "2026-1-01", "2026-03-31T00:00:00Z", 20260331, " "],
};

/** One value that is an issue, or nearly one: outside `min` and `max`, not listed, of another kind, too long. */
export function spoiledValue(
  document: ModelDocument,
  numbers: ReadonlyMap<string, InterestingNumbers>,
): fc.Arbitrary<{ id: string; value: unknown }> {
  const candidates = Object.entries(document.fields).flatMap(([id, field]) => {
    const bad = [...BAD[field.kind]];
    bad.push(...(numbers.get(id)?.outside ?? []));
    if (field.kind === "category") bad.push("unlisted", "constructor");
    return bad.map((value) => ({ id, value }));
  });
  return fc.constantFrom(...candidates);
}
