/** Whether a record, a cell or an option says nothing: null, undefined or empty text. */
export function isMissing(value: unknown): value is null | undefined | "" {
  return value === null || value === undefined || value === "";
}
