import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { addMonths, dayNumber, monthsBetween, readDate, writeDate } from "../../src/core/plain-date.ts";

// The oracle is Temporal, which counts days from the same epoch.
const EPOCH = Temporal.PlainDate.from("1970-01-01");
const FIRST = readDate("0001-01-01") as number;
const LAST = readDate("9999-12-31") as number;

const plain = (days: number): Temporal.PlainDate => EPOCH.add({ days });
const daysOf = (date: Temporal.PlainDate): number => EPOCH.until(date).days;

/** Any day; more often the days around a month's end, around the end of February and around a century. */
const anyDay = fc.oneof(
  fc.integer({ min: FIRST, max: LAST }),
  fc
    .tuple(fc.constantFrom(1, 4, 100, 1600, 1899, 1900, 1999, 2000, 2024, 2100, 9999), fc.integer({ min: 1, max: 12 }))
    .chain(([year, month]) =>
      fc.integer({ min: -2, max: 2 }).map((off) => Math.max(FIRST, (dayNumber(year, month, 1) as number) + off)),
    ),
);

describe("days are those of Temporal", () => {
  it("every seventh day from 1896 to 2104, and all of the leap days around 1900, 2000 and 2100", () => {
    const check = (days: number): void => {
      const text = plain(days).toString();
      expect(writeDate(days)).toBe(text);
      expect(readDate(text)).toBe(days);
    };
    const [from, to] = [readDate("1896-01-01") as number, readDate("2104-12-31") as number];
    for (let days = from; days <= to; days += 7) check(days);
    for (const year of [1896, 1900, 1904, 2000, 2100, 2104]) {
      for (let day = 20; day <= 45; day++) check((dayNumber(year, 2, 1) as number) + day);
    }
  });

  it("writeDate(readDate(text)) = text, readDate(writeDate(n)) = n", () => {
    fc.assert(
      fc.property(anyDay, (days) => {
        expect(readDate(writeDate(days))).toBe(days);
        expect(writeDate(days)).toBe(plain(days).toString());
      }),
      { numRuns: 500 },
    );
  });

  it("dayNumber is null for exactly the triples that are no day", () => {
    const triple = [
      fc.integer({ min: -1, max: 10001 }),
      fc.integer({ min: -1, max: 14 }),
      fc.integer({ min: -1, max: 33 }),
    ];
    fc.assert(
      fc.property(
        ...(triple as [fc.Arbitrary<number>, fc.Arbitrary<number>, fc.Arbitrary<number>]),
        (year, month, day) => {
          const exists = (() => {
            if (year < 1 || year > 9999) return false;
            try {
              Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" });
              return true;
            } catch {
              return false;
            }
          })();
          expect(dayNumber(year, month, day) !== null).toBe(exists);
        },
      ),
      { numRuns: 500 },
    );
    for (const year of [1, 4, 100, 400, 1900, 2000, 2023, 2024, 9999]) {
      for (let month = 1; month <= 12; month++) {
        const length = Temporal.PlainDate.from({ year, month, day: 1 }).daysInMonth;
        expect(dayNumber(year, month, length)).not.toBeNull();
        expect(dayNumber(year, month, length + 1)).toBeNull();
      }
    }
  });
});

describe("months", () => {
  const months = fc.oneof(fc.integer({ min: -30, max: 30 }), fc.integer({ min: -24000, max: 24000 }));

  it("addMonths(day, n) is Temporal's sum, clamped to the month's end; null outside the years 1 to 9999", () => {
    let outside = 0;
    fc.assert(
      fc.property(anyDay, months, (days, n) => {
        const sum = plain(days).add({ months: n });
        const isOutside = sum.year < 1 || sum.year > 9999;
        if (isOutside) outside += 1;
        expect(addMonths(days, n)).toBe(isOutside ? null : daysOf(sum));
      }),
      { numRuns: 1000 },
    );
    expect(outside).toBeGreaterThan(10);
  });

  it("monthsBetween(from, to) is the largest n with from + n months ≤ to", () => {
    const near = fc.tuple(anyDay, fc.integer({ min: -800, max: 800 })).map(([day, off]) => {
      return [day, Math.min(LAST, Math.max(FIRST, day + off))] as const;
    });
    const far = fc.tuple(anyDay, anyDay);
    fc.assert(
      fc.property(fc.oneof(near, far), ([from, to]) => {
        const n = monthsBetween(from, to);
        const at = (k: number): number => daysOf(plain(from).add({ months: k }));
        expect(at(n)).toBeLessThanOrEqual(to);
        expect(at(n + 1)).toBeGreaterThan(to);
      }),
      { numRuns: 1000 },
    );
  });

  it("monthsBetween(d, addMonths(d, n)) = n", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -100, max: 100 }), (days, n) => {
        const later = addMonths(days, n);
        if (later !== null) expect(monthsBetween(days, later)).toBe(n);
      }),
    );
  });
});

describe("the edges", () => {
  it.each([
    ["0001-01-01", -719162],
    ["1970-01-01", 0],
    ["1969-12-31", -1],
    ["2000-02-29", 11016],
    ["2026-03-31", 20543],
    ["9999-12-31", 2932896],
  ])("%s is day %d", (text, days) => {
    expect(readDate(text)).toBe(days);
    expect(writeDate(days)).toBe(text);
  });

  it.each([
    "0000-12-31",
    "10000-01-01",
    "1900-02-29",
    "2023-02-29",
    "2024-02-30",
    "2024-04-31",
    "2024-00-10",
    "2024-13-01",
    "2024-01-00",
    "2024-1-1",
    "24-01-01",
    "2024/01/01",
    "2024-01-01T00:00:00Z",
    " 2024-01-01",
    "2024-01-01 ",
    "2024-01-01\n",
    "-2024-01-01",
    "20240101",
    "２０２４-01-01",
    "",
  ])("%j is no day", (text) => expect(readDate(text)).toBeNull());

  it("a month's end stays one where it must: 31 January + 1 month is the last of February", () => {
    const moved = (text: string, n: number): string | null => {
      const days = addMonths(readDate(text) as number, n);
      return days === null ? null : writeDate(days);
    };
    expect(moved("2024-01-31", 1)).toBe("2024-02-29");
    expect(moved("2023-01-31", 1)).toBe("2023-02-28");
    expect(moved("2024-02-29", 12)).toBe("2025-02-28");
    expect(moved("2024-03-31", -1)).toBe("2024-02-29");
    expect(moved("2024-12-15", 1)).toBe("2025-01-15");
    expect(moved("2024-01-15", -1)).toBe("2023-12-15");
    expect(moved("9999-12-01", 1)).toBeNull();
    expect(moved("9999-11-30", 1)).toBe("9999-12-30");
    expect(moved("0001-01-31", -1)).toBeNull();
    expect(moved("0001-02-28", -1)).toBe("0001-01-28");
  });
});
