import type { BandsCurve, LinearCurve, LookupCurve, Model } from "guanxi";
import { parseModel, withModel } from "guanxi";
import type { Columns } from "guanxi/batch";
import { BENCH_MODEL } from "./model.ts";

/** The columns that the bench scores: eight of doubles, two of codes, two of flags. */
export interface BenchColumns {
  readonly numbers: { readonly [field in NumberField]: Float64Array };
  readonly industry: Int32Array;
  readonly contact: Int32Array;
  readonly isSponsor: Uint8Array;
  readonly hasContract: Uint8Array;
}

/** One row of them as a record. */
export type BenchAccount = { readonly [field in NumberField]: number } & {
  readonly industry: Industry;
  readonly contact: Contact;
  readonly isSponsor: boolean;
  readonly hasContract: boolean;
};

export const NUMBER_FIELDS = [
  "revenue",
  "margin",
  "volume",
  "tenure",
  "visits",
  "satisfaction",
  "tickets",
  "response",
] as const;
export type NumberField = (typeof NUMBER_FIELDS)[number];

/** Categories in the order of their codes. */
export const INDUSTRIES = ["finance", "government", "retail", "education"] as const;
export type Industry = (typeof INDUSTRIES)[number];
export const CONTACTS = ["staff", "manager", "executive"] as const;
export type Contact = (typeof CONTACTS)[number];

/** What the numbers of a portfolio are like, and the places that the model declares for them. */
export interface DataSet {
  readonly id: string;
  readonly title: string;
  readonly places: number;
  readonly draw: (random: () => number) => number;
}

export const DATA_SETS = [
  {
    id: "random",
    title: "random doubles",
    places: 6,
    draw: (random) => random() * 1000,
  },
  {
    id: "random-places-2",
    title: "random doubles, fields of 2 places",
    places: 2,
    draw: (random) => random() * 1000,
  },
  {
    id: "money",
    title: "two-decimal money, many ties",
    places: 2,
    draw: (random) => Math.round(random() * 100_000) / 100,
  },
] as const satisfies readonly DataSet[];

/** The bench model with number fields of so many places. */
export function modelOf({ places }: Pick<DataSet, "places">): Model {
  return withModel(parseModel(BENCH_MODEL), (document) => ({
    ...document,
    fields: Object.fromEntries(
      Object.entries(document.fields).map(([id, field]) => [
        id,
        field.kind === "number" ? { ...field, places } : field,
      ]),
    ),
  }));
}

/** An indicator of the bench model: none of them is in a group. */
export interface BenchIndicator {
  readonly id: string;
  readonly dimension: "value" | "relationship";
  readonly weight: number;
  readonly curve: BandsCurve | LinearCurve | LookupCurve | FlagPoints;
}
type FlagPoints = { readonly kind: "flag"; readonly points: { readonly true: number; readonly false: number } };

/** The indicators of the bench model in their order; the id of each is that of its field. */
export function benchIndicators(): readonly BenchIndicator[] {
  return Object.entries(BENCH_MODEL.dimensions).flatMap(([dimension, { indicators }]) =>
    Object.entries(indicators).map(
      ([id, indicator]) => ({ ...(indicator as object), id, dimension }) as BenchIndicator,
    ),
  );
}

/** Rows drawn from a fixed seed, so that every run scores the same ones. Memory: the columns and no more. */
export function drawColumns({ draw }: Pick<DataSet, "draw">, rows: number): BenchColumns {
  const random = generator(20260331);
  const numbers = Object.fromEntries(
    NUMBER_FIELDS.map((field) => [field, filled(new Float64Array(rows), () => draw(random))]),
  ) as BenchColumns["numbers"];
  return {
    numbers,
    industry: filled(new Int32Array(rows), () => Math.floor(random() * INDUSTRIES.length)),
    contact: filled(new Int32Array(rows), () => Math.floor(random() * CONTACTS.length)),
    isSponsor: filled(new Uint8Array(rows), () => +(random() < 0.5)),
    hasContract: filled(new Uint8Array(rows), () => +(random() < 0.5)),
  };
}

/** A small generator (mulberry32): numbers from 0 to 1, 1 not included. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function filled<A extends Float64Array | Int32Array | Uint8Array>(array: A, next: () => number): A {
  for (let i = 0; i < array.length; i++) array[i] = next();
  return array;
}

/** The first rows, as views on the same memory. */
export function firstRows(columns: BenchColumns, rows: number): BenchColumns {
  return {
    numbers: mapNumbers(columns, (values) => values.subarray(0, rows)),
    industry: columns.industry.subarray(0, rows),
    contact: columns.contact.subarray(0, rows),
    isSponsor: columns.isSponsor.subarray(0, rows),
    hasContract: columns.hasContract.subarray(0, rows),
  };
}

/** The columns as the model publishes its inputs. */
export function publishedInputs(columns: BenchColumns, places: number): BenchColumns {
  const unit = 10 ** places;
  return { ...columns, numbers: mapNumbers(columns, (values) => values.map((x) => Math.round(x * unit) / unit)) };
}

function mapNumbers(
  { numbers }: BenchColumns,
  change: (values: Float64Array) => Float64Array,
): BenchColumns["numbers"] {
  return Object.fromEntries(NUMBER_FIELDS.map((field) => [field, change(numbers[field])])) as BenchColumns["numbers"];
}

/** The columns as `scoreColumns` takes them. */
export function asColumns({ numbers, industry, contact, isSponsor, hasContract }: BenchColumns): Columns {
  return {
    ...numbers,
    industry: { codes: industry, dictionary: INDUSTRIES },
    contact: { codes: contact, dictionary: CONTACTS },
    isSponsor,
    hasContract,
  };
}

/** The first rows as records. */
export function recordsOf(columns: BenchColumns, rows: number): readonly BenchAccount[] {
  const { numbers, industry, contact, isSponsor, hasContract } = columns;
  return Array.from({ length: rows }, (_, i) => ({
    revenue: numbers.revenue[i] as number,
    margin: numbers.margin[i] as number,
    volume: numbers.volume[i] as number,
    tenure: numbers.tenure[i] as number,
    visits: numbers.visits[i] as number,
    satisfaction: numbers.satisfaction[i] as number,
    tickets: numbers.tickets[i] as number,
    response: numbers.response[i] as number,
    industry: INDUSTRIES[industry[i] as number] as Industry,
    contact: CONTACTS[contact[i] as number] as Contact,
    isSponsor: isSponsor[i] === 1,
    hasContract: hasContract[i] === 1,
  }));
}

/** Bytes that the columns take. */
export function bytesOf({ numbers, industry, contact, isSponsor, hasContract }: BenchColumns): number {
  const arrays = [...Object.values(numbers), industry, contact, isSponsor, hasContract];
  return arrays.reduce((sum, { byteLength }) => sum + byteLength, 0);
}
