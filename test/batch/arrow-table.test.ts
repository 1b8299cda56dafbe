import {
  Bool,
  type DataType,
  DateDay,
  DateMillisecond,
  Decimal,
  Dictionary,
  Duration,
  Field,
  Float16,
  Float32,
  Float64,
  Int8,
  Int16,
  Int32,
  Int64,
  LargeUtf8,
  List,
  makeBuilder,
  makeData,
  makeVector,
  Null,
  RecordBatch,
  Schema,
  Struct,
  Table,
  TimeSecond,
  TimestampMillisecond,
  tableFromIPC,
  tableToIPC,
  Uint8,
  Uint16,
  Uint32,
  Uint64,
  Utf8,
  Utf8View,
  Vector,
  vectorFromArray,
} from "apache-arrow";
import { describe, expect, it } from "vitest";
import { type ArrowTable, columnsOfArrow, isArrowTable } from "../../src/batch/arrow/arrow-table.ts";
import { type ArrowTable as PublicTable, scoreColumns } from "../../src/batch/index.ts";
import { GuanxiError, parseModel, safeScore } from "../../src/index.ts";

const model = parseModel({
  format: 1,
  id: "kinds",
  version: "1",
  fields: {
    revenue: { kind: "number", places: 2 },
    region: { kind: "category" },
    since: { kind: "date" },
    isPartner: { kind: "boolean" },
  },
  measures: { age: { kind: "days-since", field: "since" } },
  dimensions: {
    value: {
      weight: 50,
      indicators: {
        revenue: {
          input: "revenue",
          weight: 40,
          missing: { kind: "exclude" },
          curve: {
            kind: "linear",
            knots: [
              [0, 0],
              [1000, 100],
            ],
          },
        },
        region: {
          input: "region",
          weight: 60,
          missing: { kind: "exclude" },
          curve: { kind: "lookup", points: { north: 90, south: 10 }, otherwise: 50 },
        },
      },
    },
    relationship: {
      weight: 50,
      indicators: {
        age: {
          input: "age",
          weight: 50,
          missing: { kind: "exclude" },
          curve: {
            kind: "linear",
            knots: [
              [0, 100],
              [1000, 0],
            ],
          },
        },
        isPartner: {
          input: "isPartner",
          weight: 50,
          missing: { kind: "exclude" },
          curve: { kind: "flag", points: { true: 100, false: 0 } },
        },
      },
    },
  },
});

const read = (field: string, vector: Vector) => columnsOfArrow(model, new Table({ [field]: vector }))[field];
const NUMBERS = [
  ["Float64", new Float64(), Float64Array],
  ["Float32", new Float32(), Float32Array],
  ["Int8", new Int8(), Int8Array],
  ["Int16", new Int16(), Int16Array],
  ["Int32", new Int32(), Int32Array],
  ["Uint8", new Uint8(), Uint8Array],
  ["Uint16", new Uint16(), Uint16Array],
  ["Uint32", new Uint32(), Uint32Array],
] as const;

describe("the table's own memory, not a copy of it, is the column of", () => {
  it.each(NUMBERS)("%s", (_, _type, Kind) => {
    const values = Kind.of(1, 2, 3);
    const column = read("revenue", makeVector(values)) as Float64Array;
    expect(column).toBeInstanceOf(Kind);
    expect(Array.from(column)).toEqual([1, 2, 3]);
    expect(column.buffer).toBe(values.buffer);
    expect(column.byteOffset).toBe(values.byteOffset);
  });

  it("a slice, from where it begins", () => {
    const values = Float64Array.of(1, 2, 3, 4, 5);
    const column = read("revenue", makeVector(values).slice(1, 4).slice(1)) as Float64Array;
    expect(Array.from(column)).toEqual([3, 4]);
    expect(column.buffer).toBe(values.buffer);
  });

  it("numbers with nulls: only the mask is new", () => {
    const values = Float64Array.of(1, 2, 3);
    const data = makeData({ type: new Float64(), data: values, nullBitmap: Uint8Array.of(0b101), nullCount: 1 });
    const column = read("revenue", new Vector([data])) as { values: Float64Array; mask: Uint8Array };
    expect(column.values.buffer).toBe(values.buffer);
    expect(column.mask).toEqual(Uint8Array.of(1, 0, 1));
  });

  it("days", () => {
    const days = Int32Array.of(0, 20000);
    const column = read("since", new Vector([makeData({ type: new DateDay(), data: days })])) as Int32Array;
    expect(column.buffer).toBe(days.buffer);
  });

  it("codes of a dictionary", () => {
    const indices = Uint8Array.of(1, 0, 1);
    const dictionary = vectorFromArray(["north", "south"], new Utf8());
    const type = new Dictionary(new Utf8(), new Uint8());
    const column = read("region", new Vector([makeData({ type, data: indices, dictionary })])) as never;
    expect(column).toEqual({ codes: indices, dictionary: ["north", "south"] });
    expect((column as { codes: Uint8Array }).codes.buffer).toBe(indices.buffer);
  });

  it("numbers that came over the wire", () => {
    const table = tableFromIPC(tableToIPC(new Table({ revenue: makeVector(Float64Array.of(1.5, 2.5)) })));
    const column = columnsOfArrow(model, table).revenue as Float64Array;
    expect(Array.from(column)).toEqual([1.5, 2.5]);
    const [piece] = (table.getChild("revenue") as Vector<Float64>).data;
    expect(column.buffer).toBe(piece?.values.buffer);
  });
});

/** A vector of a type in pieces of these lengths, or sliced out of the middle of a longer one. */
function pieces(type: DataType, values: readonly unknown[], lengths: readonly number[]): Vector {
  let first = 0;
  return new Vector(
    lengths.flatMap((length) => {
      const builder = makeBuilder({ type, nullValues: [null, undefined] });
      for (const value of values.slice(first, first + length)) builder.append(value);
      first += length;
      return builder.finish().toVector().data;
    }),
  );
}
function slicedOut(type: DataType, values: readonly unknown[]): Vector {
  const around = [values[0], null, values[0]];
  return pieces(type, [...around, ...values, ...around], [values.length + 6]).slice(3, 3 + values.length);
}

const noon = 43_200_000;
const TYPES: readonly (readonly [
  name: string,
  field: string,
  type: () => DataType,
  values: readonly unknown[],
  meant?: readonly unknown[],
])[] = [
  ...NUMBERS.map(([name, type]) => [name, "revenue", () => type, [1, null, 100, 3, 0, 2, null, 7, 8, 9]] as const),
  ["Float64 with NaN, which is missing", "revenue", () => new Float64(), [1, Number.NaN, 2.5], [1, null, 2.5]],
  ["Float16", "revenue", () => new Float16(), [0.5, null, 2, 1.25]],
  ["Int64", "revenue", () => new Int64(), [5n, null, -7n, 900n, -1n], [5, null, -7, 900, -1]],
  ["Uint64", "revenue", () => new Uint64(), [5n, null, 4294967296n], [5, null, 4294967296]],
  [
    "Int64 beyond doubles",
    "revenue",
    () => new Int64(),
    [9007199254740993n, null, -9223372036854775808n, 500n],
    ["9007199254740993", null, "-9223372036854775808", 500],
  ],
  ["Uint64 beyond doubles", "revenue", () => new Uint64(), [18446744073709551615n, 1n], ["18446744073709551615", 1]],
  ["Utf8 of numbers", "revenue", () => new Utf8(), ["1.005", null, "x", "", "1e2"]],
  ["Dictionary of numbers", "revenue", () => new Dictionary(new Float64(), new Int32()), [1, 2, null, 1]],
  ["Dictionary of texts of numbers", "revenue", () => new Dictionary(new Utf8(), new Int32()), ["1.5", "2", null]],
  ["Utf8", "region", () => new Utf8(), ["north", null, "south", "", "北京", "north"]],
  ["LargeUtf8", "region", () => new LargeUtf8(), ["north", null, "south"]],
  ["Utf8View", "region", () => new Utf8View(), ["north", null, "a text that is longer than twelve bytes"]],
  ["Dictionary<Utf8>", "region", () => new Dictionary(new Utf8(), new Int32()), ["north", null, "south", "north", "x"]],
  ["Dictionary<Utf8> by Int8", "region", () => new Dictionary(new Utf8(), new Int8()), ["north", null, "south"]],
  ["Bool", "isPartner", () => new Bool(), [true, null, false, true, true, false, true, null, false, true]],
  ["Int8 of flags", "isPartner", () => new Int8(), [1, null, 0, 2], [true, null, false, 2]],
  [
    "DateDay",
    "since",
    () => new DateDay(),
    [new Date("2024-02-29"), null, new Date("1969-12-31"), new Date("2026-01-01")],
    ["2024-02-29", null, "1969-12-31", "2026-01-01"],
  ],
  [
    "DateMillisecond",
    "since",
    () => new DateMillisecond(),
    [new Date("2024-02-29"), null, new Date("1969-12-31"), new Date(noon)],
    ["2024-02-29", null, "1969-12-31", 0.5],
  ],
  ["Utf8 of days", "since", () => new Utf8(), ["2024-02-29", null, "2024-02-30", "yesterday"]],
  ["Dictionary<Utf8> of days", "since", () => new Dictionary(new Utf8(), new Int32()), ["2024-02-29", null, "x"]],
];

describe("an Arrow column scores as its values do:", () => {
  const cases = TYPES.map(([name, field, type, values, meant = values]) => ({ name, field, type, values, meant }));
  it.each(cases)("$name", ({ field, type, values, meant }) => {
    const half = Math.ceil(values.length / 2);
    const vectors = [
      pieces(type(), values, [values.length]),
      pieces(type(), values, [half, values.length - half]),
      pieces(type(), values, [0, 1, 0, values.length - 1]),
      slicedOut(type(), values),
    ];
    for (const vector of vectors) {
      const table = new Table({ [field]: vector });
      const scored = scoreColumns(model, table, { asOf: "2026-06-30" });
      expect(scored.rows).toBe(values.length);
      meant.forEach((value, row) => {
        const outcome = safeScore(model, { [field]: value }, { asOf: "2026-06-30" });
        const issues = outcome.ok ? [] : outcome.issues.map(({ path, code }) => ({ row, field: path.join("."), code }));
        expect(scored.issues.filter((issue) => issue.row === row)).toEqual(issues);
        const total = outcome.ok ? outcome.card.total : null;
        expect([row, scored.total[row]]).toEqual([row, total ?? Number.NaN]);
        expect(scored.coverage[row]).toBe(outcome.ok ? outcome.card.coverage : Number.NaN);
      });
    }
  });
});

describe("decimals", () => {
  const words = (value: bigint, count: number) =>
    Array.from({ length: count }, (_, k) => Number((value >> BigInt(32 * k)) & 0xffffffffn));
  const decimals = (integers: readonly (bigint | null)[], scale: number, bitWidth: number) => {
    const data = Uint32Array.from(integers.flatMap((each) => words(each ?? 12345n, bitWidth / 32)));
    const nullBitmap = Uint8Array.of(
      integers.reduce<number>((bits, each, i) => bits + (each === null ? 0 : 1 << i), 0),
    );
    const type = new Decimal(scale, 38, bitWidth);
    const nullCount = integers.filter((each) => each === null).length;
    return new Vector([makeData({ type, data, nullBitmap, nullCount, length: integers.length })]);
  };

  it.each([32, 64, 128, 256])("of %d bits that a double keeps are doubles, NaN for null", (bits) => {
    expect(read("revenue", decimals([12345n, -5n, null, 0n, -1n], 2, bits))).toEqual(
      Float64Array.of(123.45, -0.05, Number.NaN, 0, -0.01),
    );
  });

  it.each([
    [[999_999_999_999_999n, 1n], 2, new Float64Array([9_999_999_999_999.99, 0.01])],
    [[1_000_000_000_000_000n, 1n], 2, ["10000000000000.00", "0.01"]],
    [[-1_000_000_000_000_000n, null, -1n], 2, ["-10000000000000.00", null, "-0.01"]],
    [
      [12345678901234567890123456789012345678n, -(2n ** 127n)],
      10,
      ["1234567890123456789012345678.9012345678", "-17014118346046923173168730371.5884105728"],
    ],
    [[0n, 5n], 30, ["0.000000000000000000000000000000", "0.000000000000000000000000000005"]],
    [[0n, -5n, 12n], -3, ["0", "-5000", "12000"]],
    [[7n, 10n ** 20n], 0, ["7", "100000000000000000000"]],
  ])("%s at scale %d", (integers, scale, expected) => {
    expect(read("revenue", decimals(integers, scale, 128))).toEqual(expected);
  });

  it("in pieces and slices", () => {
    const one = decimals([1n, 2n, 3n, 4n], 0, 128);
    const two = decimals([10n ** 20n, null], 0, 128);
    expect(read("revenue", one.concat(one.slice(1, 3)))).toEqual(Float64Array.of(1, 2, 3, 4, 2, 3));
    expect(read("revenue", one.slice(2).concat(two))).toEqual(["3", "4", "100000000000000000000", null]);
  });
});

describe("dictionaries", () => {
  it("that differ from batch to batch, and nulls in them, are all understood", () => {
    const type = () => new Dictionary(new Utf8(), new Int32());
    const batch = (values: readonly (string | null)[]) => {
      const { data } = pieces(type(), values, [values.length]);
      return data[0] as (typeof data)[0];
    };
    const vector = new Vector([batch(["north", "south"]), batch(["south", null]), batch(["west", "north"])]);
    const column = read("region", vector) as { codes: Int32Array; dictionary: readonly string[] };
    expect(Array.from(column.codes, (code) => column.dictionary[code] ?? null)).toEqual([
      "north",
      "south",
      "south",
      null,
      "west",
      "north",
    ]);
  });

  it("of codes that are 64 bits wide", () => {
    const dictionary = vectorFromArray(["north", "south"], new Utf8());
    const type = new Dictionary(new Utf8(), new Int64() as never);
    const data = makeData({ type, data: BigInt64Array.of(1n, 0n), dictionary } as never);
    expect(read("region", new Vector([data]))).toEqual({
      codes: Int32Array.of(1, 0),
      dictionary: ["north", "south"],
    });
  });

  it("that batches share are read once", () => {
    const vector = pieces(new Dictionary(new Utf8(), new Int32()), ["north", "south", "north"], [3]);
    const column = read("region", vector.concat(vector)) as { codes: Int32Array; dictionary: readonly string[] };
    expect(column).toEqual({ codes: Int32Array.of(0, 1, 0, 0, 1, 0), dictionary: ["north", "south"] });
  });
});

describe("a table", () => {
  const table = new Table({ other: makeVector(Int32Array.of(1, 2, 3)) });

  it("without a column of the model has rows all the same, with everything missing", () => {
    expect(scoreColumns(model, table, { asOf: "2026-06-30" })).toMatchObject({
      rows: 3,
      coverage: Float64Array.of(0, 0, 0),
    });
  });

  it("whose column is of nulls alone has it missing", () => {
    const nulls = new Table({ revenue: vectorFromArray([null, null], new Null()) });
    expect(scoreColumns(model, nulls, { asOf: "2026-06-30" })).toMatchObject({ rows: 2, issues: [] });
  });

  it("of no rows is an empty portfolio", () => {
    const empty = new Table(new Schema([new Field("revenue", new Float64()), new Field("region", new Utf8())]));
    expect(scoreColumns(model, empty, { asOf: "2026-06-30" })).toMatchObject({ rows: 0 });
  });

  it("takes previous ratings as columns do", () => {
    const previous = { tierValidUntil: new Int32Array(2) };
    expect(() => scoreColumns(model, table, { asOf: "2026-06-30", previous })).toThrow("expected a column of 3 rows");
  });

  it("is told from columns by its structure, whatever the fields are called", () => {
    expect(isArrowTable(table)).toBe(true);
    expect(isArrowTable(table.batches[0])).toBe(true);
    for (const other of [null, undefined, 5, {}, { schema: [1], getChildAt: [2], numRows: [3] }, { schema: null }]) {
      expect(isArrowTable(other)).toBe(false);
    }
  });

  it("has the public type, of whatever columns", () => {
    const typed: Table<{ revenue: Float64 }> = new Table({ revenue: makeVector(Float64Array.of(1)) });
    const takes: readonly PublicTable[] = [typed, typed.batches[0] as RecordBatch<{ revenue: Float64 }>];
    expect(takes).toHaveLength(2);
  });
});

describe("a column that is none for its field is refused with its type:", () => {
  it.each<[string, string, Vector, string]>([
    [
      "a moment for a day",
      "since",
      vectorFromArray([new Date(0)], new TimestampMillisecond()),
      "Timestamp<MILLISECOND>",
    ],
    ["a time of day for a number", "revenue", vectorFromArray([5], new TimeSecond()), "Time32<SECOND>"],
    ["a duration", "revenue", vectorFromArray([5n], new Duration(0)), "Duration<SECOND>"],
    ["whole numbers for days: 20260331 is none", "since", makeVector(Int32Array.of(20260331)), "Int32"],
    ["numbers for categories", "region", makeVector(Int32Array.of(99)), "Int32"],
    ["fractions for flags", "isPartner", makeVector(Float64Array.of(1)), "Float64"],
    ["texts for flags", "isPartner", vectorFromArray(["true"], new Utf8()), "Utf8"],
    ["flags for numbers", "revenue", vectorFromArray([true], new Bool()), "Bool"],
    ["days for numbers", "revenue", vectorFromArray([new Date(0)], new DateDay()), "Date32<DAY>"],
    [
      "decimals for days",
      "since",
      new Vector([makeData({ type: new Decimal(0, 10), data: new Uint32Array(4), length: 1 })]),
      "Decimal[10e0]",
    ],
    [
      "a dictionary of numbers for categories",
      "region",
      vectorFromArray([1, 2], new Dictionary(new Int32(), new Int32())),
      "Dictionary<Int32, Int32>",
    ],
    [
      "a dictionary of days for numbers",
      "revenue",
      vectorFromArray([new Date(0)], new Dictionary(new DateDay(), new Int32())),
      "Dictionary<Int32, Date32<DAY>>",
    ],
    ["a list", "revenue", vectorFromArray([[1]], new List(new Field("item", new Float64()))), "List<Float64>"],
    [
      "a structure",
      "region",
      vectorFromArray([{ a: 1 }], new Struct([new Field("a", new Float64())])),
      "Struct<{a:Float64}>",
    ],
  ])("%s", (_, field, vector, type) => {
    const refused = () => columnsOfArrow(model, new Table({ [field]: vector }));
    expect(refused).toThrow(GuanxiError);
    expect(refused).toThrow(`${field}: expected one Arrow column of type`);
    expect(refused).toThrow(`got ${type}`);
  });

  it("a column that stands twice", () => {
    const field = new Field("revenue", new Float64());
    const schema = new Schema([field, field]);
    const data = makeData({ type: new Float64(), data: Float64Array.of(1) });
    const struct = makeData({ type: new Struct(schema.fields), children: [data, data], length: 1 });
    const table: ArrowTable = new RecordBatch(schema, struct);
    expect(() => scoreColumns(model, table, { asOf: "2026-06-30" })).toThrow("got two columns of that name");
  });

  it("all of them at once", () => {
    const table = new Table({ revenue: vectorFromArray([true]), isPartner: makeVector(Float64Array.of(1)) });
    expect(() => columnsOfArrow(model, table)).toThrow(/revenue: .*\nisPartner: /);
  });
});
