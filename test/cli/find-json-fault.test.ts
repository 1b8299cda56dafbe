import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findJsonFault, placeOf } from "../../src/cli/files/find-json-fault.ts";

const isJson = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe("the fault of a JSON text", () => {
  it.each([
    ["", 0],
    ["[1,]", 3],
    ["[1 2]", 3],
    ['{"a":1,}', 7],
    ['{"a" 1}', 5],
    ["{a:1}", 1],
    ['{"a":1]', 6],
    ["[01]", 1],
    ["[+1]", 1],
    ["[.5]", 1],
    ["[1.]", 1],
    ["tru", 0],
    ["null null", 5],
    ['"a\nb"', 2],
    ['"\\x"', 1],
    ['"\\u12"', 1],
    ['["open', 6],
    ['{"a":"\u0000"}', 6],
    ["\u00a0[]", 0],
    ["// no\n1", 0],
  ])("%j stands at %i", (text, offset) => {
    expect(isJson(text)).toBe(false);
    expect(findJsonFault(text)).toMatchObject({ kind: "grammar", offset });
  });

  it("is a key that stands twice in one object, however it is written", () => {
    expect(findJsonFault('{"a":{"b":1},"b":[{"a":1}]}')).toBeNull();
    expect(findJsonFault('{"a":1,"\\u0061":2}')).toEqual({ kind: "repeated-key", offset: 7, expected: "a" });
  });

  it("is found where JSON.parse finds one, and only there", () => {
    const spoilt = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom("", ",", "}", "]", '"', "0", "\\", "-", ":", "\n", "e"))
      .map(([text, at, mark]) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + mark + text.slice(place + 1);
      });
    fc.assert(
      fc.property(fc.oneof(fc.json(), spoilt), (text) => {
        const fault = findJsonFault(text);
        if (fault?.kind !== "repeated-key") expect(fault === null).toBe(isJson(text));
      }),
      { numRuns: 2000 },
    );
  });

  it("is told by line and column", () => {
    expect(placeOf('{\n  "a": x}', 9)).toBe("line 2, column 8");
  });
});
