/** How the cells of a table are spelt where they differ from JSON numbers, ISO days and plain words. */
export interface CellSpelling {
  /** The mark between groups of three digits, as `,` in `1,234,567`. A number may still be written without. */
  readonly thousands?: string | undefined;
  /** The mark before the decimals. Default `.`; a declared one takes its place. */
  readonly decimal?: string | undefined;
  /** Whether a number may end in `%`: `12.5%` is 0.125 exactly. */
  readonly percent?: boolean | undefined;
  /** Words for true and for false beside `true yes 1` and `false no 0`, in any case. */
  readonly yes?: readonly string[] | undefined;
  readonly no?: readonly string[] | undefined;
  /** `YYYY`, `MM` and `DD` in any order (`M` and `D` without leading zeros), with or without marks between them. */
  readonly dateFormat?: string | undefined;
}
