import type { Answers } from "../answers.ts";
import { type BenchColumns, NUMBER_FIELDS } from "../portfolio.ts";
import { load } from "./installed.ts";

interface DuckDb {
  readonly DuckDBInstance: { readonly create: (path: string) => Promise<Instance> };
  readonly DuckDBDataChunk: { readonly create: (types: readonly object[], rows: number) => Chunk };
  readonly DOUBLE: object;
  readonly INTEGER: object;
  readonly BOOLEAN: object;
}

interface Instance {
  readonly connect: () => Promise<Connection>;
  readonly closeSync: () => void;
}

interface Connection {
  readonly run: (sql: string) => Promise<unknown>;
  readonly runAndReadAll: (sql: string) => Promise<{ readonly getColumns: () => readonly (readonly number[])[] }>;
  readonly createAppender: (table: string) => Promise<Appender>;
  readonly closeSync: () => void;
}

interface Appender {
  readonly appendDataChunk: (chunk: Chunk) => void;
  readonly closeSync: () => void;
}

interface Chunk {
  readonly setColumns: (columns: readonly (readonly unknown[])[]) => void;
}

/** The bench columns in a database. */
export interface DuckDbSide {
  /** Scores the whole table; the answer lies in the memory of DuckDB, not yet read by JavaScript. */
  readonly run: () => Promise<unknown>;
  readonly answers: () => Promise<Answers>;
  readonly close: () => void;
}

/**
 * The bench model as one would write it by hand in SQL over DOUBLE columns: no exactness, no rounding, no look at missing
 * or wrong values. It gives the same columns as the loop by hand, classes as codes. A result in memory is made faster than
 * a table (`create table as`).
 */
const SCORE = `
with points as (
  select
    case when revenue <= 0 then 0 when revenue < 300 then revenue * 0.2e0
      when revenue < 700 then 60 + (revenue - 300) * 0.0625e0 when revenue < 1000 then 85 + (revenue - 700) * 0.05e0
      else 100 end as revenue,
    case when margin <= 0 then 0 when margin < 400 then margin * 0.175e0
      when margin < 1000 then 70 + (margin - 400) * 0.05e0 else 100 end as margin,
    case when volume >= 800 then 100e0 when volume >= 600 then 70e0 when volume >= 400 then 50e0
      when volume >= 250 then 30e0 when volume >= 100 then 10e0 else 50e0 end as volume,
    case when tenure >= 900 then 100e0 when tenure >= 500 then 70e0 when tenure >= 300 then 40e0
      when tenure >= 150 then 20e0 else 50e0 end as tenure,
    case industry when 0 then 100e0 when 1 then 90e0 when 2 then 40e0 else 60e0 end as industry,
    case when is_sponsor then 100e0 else 0e0 end as sponsor,
    case when industry < 2 then 5e0 when is_sponsor then 3e0 else 0e0 end as bonus,
    case when visits <= 0 then 0 when visits < 128 then visits * 0.390625e0
      when visits < 512 then 50 + (visits - 128) * (40e0 / 384) when visits < 768 then 90 + (visits - 512) * (5e0 / 256)
      when visits < 1000 then 95 + (visits - 768) * (5e0 / 232) else 100 end as visits,
    case when satisfaction <= 0 then 0 when satisfaction < 512 then satisfaction * 0.125e0
      when satisfaction < 1000 then 64 + (satisfaction - 512) * (36e0 / 488) else 100 end as satisfaction,
    case when tickets >= 900 then 0e0 when tickets >= 700 then 20e0 when tickets >= 500 then 40e0
      when tickets >= 300 then 60e0 when tickets >= 100 then 80e0 else 50e0 end as tickets,
    case when response >= 780 then 0e0 when response >= 560 then 30e0 when response >= 340 then 60e0
      when response >= 120 then 90e0 else 50e0 end as response,
    case contact when 0 then 30e0 when 1 then 60e0 else 100e0 end as contact,
    case when has_contract then 100e0 else 20e0 end as contract
  from account
), dimensions as (
  select
    least(100, (revenue * 30 + margin * 20 + volume * 20 + tenure * 10 + industry * 10 + sponsor * 10) / 100 + bonus)
      as value,
    (visits * 25 + satisfaction * 25 + tickets * 15 + response * 15 + contact * 10 + contract * 10) / 100
      as relationship
  from points
), scores as (
  select value, relationship, (value * 60 + relationship * 40) / 100 as total from dimensions
)
select
  value, relationship, total,
  (case when relationship >= 50 then 1 else 0 end + case when value >= 50 then 2 else 0 end)::utinyint as quadrant,
  (case when total >= 85 then 0 when total >= 75 then 1 when total >= 60 then 2 when total >= 45 then 3 else 4 end)
    ::utinyint as tier
from scores`;

const VECTOR_ROWS = 2048;

/** The columns as a table in memory, in a database of one thread; `null` if DuckDB is not installed. */
export async function openDuckDb(columns: BenchColumns): Promise<DuckDbSide | null> {
  const duckDb = await load<DuckDb>("@duckdb/node-api");
  if (duckDb === null) return null;
  const instance = await duckDb.DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run("set threads = 1");
  const numbers = NUMBER_FIELDS.map((field) => `${field} double`).join(", ");
  await connection.run(
    `create table account (${numbers}, industry integer, contact integer, is_sponsor boolean, has_contract boolean)`,
  );
  await fill(duckDb, connection, columns);
  return {
    run: () => connection.run(SCORE),
    answers: async () => {
      const reader = await connection.runAndReadAll(SCORE);
      const [value, relationship, total, quadrant, tier] = reader.getColumns() as (readonly number[])[] & { length: 5 };
      return { value, relationship, total, quadrant, tier } as Answers;
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function fill(duckDb: DuckDb, connection: Connection, columns: BenchColumns): Promise<void> {
  const { DOUBLE, INTEGER, BOOLEAN } = duckDb;
  const types = [...NUMBER_FIELDS.map(() => DOUBLE), INTEGER, INTEGER, BOOLEAN, BOOLEAN];
  const { numbers, industry, contact, isSponsor, hasContract } = columns;
  const rows = industry.length;
  const appender = await connection.createAppender("account");
  for (let from = 0; from < rows; from += VECTOR_ROWS) {
    const to = Math.min(from + VECTOR_ROWS, rows);
    const chunk = duckDb.DuckDBDataChunk.create(types, to - from);
    const flags = (values: Uint8Array) => Array.from(values.subarray(from, to), (value) => value === 1);
    chunk.setColumns([
      ...NUMBER_FIELDS.map((field) => Array.from(numbers[field].subarray(from, to))),
      Array.from(industry.subarray(from, to)),
      Array.from(contact.subarray(from, to)),
      flags(isSponsor),
      flags(hasContract),
    ]);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}
