/**
 * What stands in the first column for a row that is no record at all: no reader of a column accepts it, so the row is
 * scored by itself, and there it is again what it was.
 */
interface NoRecord {
  readonly [NO_RECORD]: true;
  readonly value: unknown;
}

const NO_RECORD: unique symbol = /* @__PURE__ */ Symbol("guanxi.noRecord");

export function noRecord(value: unknown): NoRecord {
  return { [NO_RECORD]: true, value };
}

/** The record of a row from the values of its fields, or what stands in the place of one. */
export function recordOf(fieldIds: readonly string[], valueAt: (field: number) => unknown): unknown {
  const first = valueAt(0);
  if (isNoRecord(first)) return first.value;
  return Object.fromEntries(fieldIds.map((id, i) => [id, i === 0 ? first : valueAt(i)]));
}

function isNoRecord(value: unknown): value is NoRecord {
  return typeof value === "object" && value !== null && (value as Partial<NoRecord>)[NO_RECORD] === true;
}
