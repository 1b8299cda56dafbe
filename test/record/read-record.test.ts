import { describe, expect, it } from "vitest";
import type { Issue } from "../../src/core/issue.ts";
import type { Slots } from "../../src/core/slots.ts";
import { compileRecord } from "../../src/record/read-record.ts";

const FIELDS = { a: { kind: "number" }, b: { kind: "number" }, c: { kind: "boolean" } } as const;

function readAll(records: readonly unknown[]): Slots[] {
  const read = compileRecord(FIELDS);
  return records.map((record) => {
    const slots: Slots = [null, null, null];
    const issues: Issue[] = [];
    read(record, slots, issues);
    expect(issues).toEqual([]);
    return slots;
  });
}

describe("the fields of a record", () => {
  it("are found wherever they stand, and whatever the record before looked like", () => {
    const records = [
      { a: 1, b: 2, c: true },
      { c: false, extra: 9, b: 3 },
      { x: 0, y: 0, a: 5, c: true, b: 4 },
      {},
      { b: 2, a: 1 },
      { a: 1, b: 2, c: true },
    ];
    expect(readAll(records)).toEqual([
      [1, 2, true],
      [null, 3, false],
      [5, 4, true],
      [null, null, null],
      [1, 2, null],
      [1, 2, true],
    ]);
  });

  it("are own properties: hidden ones too, inherited ones never", () => {
    const inheriting = Object.create({ a: 1, b: 2 }, { b: { value: 7, enumerable: true } });
    const hidden = Object.create(null, { a: { value: 8, enumerable: false }, c: { value: true, enumerable: true } });
    expect(readAll([{ a: 0, b: 0, c: true }, inheriting, hidden])).toEqual([
      [0, 0, true],
      [null, 7, null],
      [8, null, true],
    ]);
  });

  it("are published, also where a number could stay as it is: a tie, a zero's sign, a bound and one step beyond it", () => {
    const read = compileRecord({ a: { kind: "number", places: 2, min: 0, max: 10 } });
    const answers = [1.005, -0, 0.1, 10, 10.004, 10.005, -0.01].map((a) => {
      const slots: Slots = [null];
      const issues: Issue[] = [];
      read({ a }, slots, issues);
      return issues.length > 0 ? issues[0]?.code : slots[0];
    });
    expect(answers).toEqual([1.01, 0, 0.1, 10, 10, "record/max", "record/min"]);
  });

  it("are read once each, and nothing else is", () => {
    let asked = 0;
    const record = {
      get a() {
        asked += 1;
        return 4;
      },
      get extra() {
        throw new Error("nobody asks for this");
      },
    };
    expect(readAll([record])).toEqual([[4, null, null]]);
    expect(asked).toBe(1);
  });
});
