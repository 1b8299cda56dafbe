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
  let part = 0;
  let sum = 0n;
  const total = () => sum + BigInt(part);
  return {
    add: (whole) => {
      part += whole;
      if (Math.abs(part) >= FULL) {
        sum += BigInt(part);
        part = 0;
      }
    },
    total,
    text: () => String(total()),
  };
}
