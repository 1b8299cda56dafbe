/** A sum of whole numbers: exact over any number of them, in constant memory. */
export interface ExactSum {
  readonly add: (whole: number) => void;
  readonly total: () => bigint;
  /** As decimal digits. */
  readonly text: () => string;
}

/** Sums of doubles stay exact below this; then they are moved to an integer of any size. */
const FULL = 2 ** 52;

/** Of integers below 2⁵² in magnitude. */
export function exactSum(): ExactSum {
  // A double that changes takes new memory each time, unless it stands in an array of doubles.
  const part = new Float64Array(1);
  let sum = 0n;
  const total = () => sum + BigInt(part[0] as number);
  return {
    add: (whole) => {
      const more = (part[0] as number) + whole;
      if (Math.abs(more) < FULL) part[0] = more;
      else {
        sum += BigInt(more);
        part[0] = 0;
      }
    },
    total,
    text: () => String(total()),
  };
}
