/** Text that is put together as bytes of UTF-8, piece by piece, without a string ever being made of it. */
export interface ByteText {
  readonly add: (text: string) => void;
  /** Adds bytes that are ready. */
  readonly addBytes: (source: Uint8Array, from: number, to: number) => void;
  /** Adds a number as it prints. */
  readonly addNumber: (value: number) => void;
  /** What was added since the last call. It may be written over by the next addition. */
  readonly take: () => Uint8Array;
}

const FIRST_SIZE = 65_536;
/** Longer texts are encoded by the host, shorter ones faster here. */
const LONG = 64;
const MOST_ASCII = 127;

/** Numbers of four decimals, and below so many of them, are written digit by digit. */
const [UNIT, FEW] = [10_000, 2_000_000_000];
const [MINUS, POINT, ZERO] = [45, 46, 48];

export function byteText(): ByteText {
  let bytes = Buffer.allocUnsafe(FIRST_SIZE);
  let length = 0;
  /** A UTF-16 unit takes three bytes at most. */
  const makeRoom = (units: number) => {
    const needed = length + units * 3;
    if (needed <= bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(needed, bytes.length * 2));
    bytes.copy(larger, 0, 0, length);
    bytes = larger;
  };
  const add = (text: string) => {
    const units = text.length;
    makeRoom(units);
    const target = bytes;
    let i = 0;
    if (units < LONG) {
      for (; i < units; i++) {
        const code = text.charCodeAt(i);
        if (code > MOST_ASCII) break;
        target[length + i] = code;
      }
    }
    length += i === units ? units : bytes.write(text, length, "utf8");
  };
  const digits = (value: number) => {
    let size = 1;
    for (let power = 10; power <= value; power *= 10) size += 1;
    let rest = value;
    for (let i = length + size - 1; i >= length; i--) {
      const tenth = (rest / 10) | 0;
      bytes[i] = ZERO + rest - tenth * 10;
      rest = tenth;
    }
    length += size;
  };
  return {
    add,
    addNumber: (value) => {
      const scaled = Math.round(value * UNIT);
      if (scaled / UNIT !== value || !(Math.abs(scaled) < FEW)) return add(String(value));
      makeRoom(LONG);
      const size = Math.abs(scaled);
      if (scaled < 0) bytes[length++] = MINUS;
      digits((size / UNIT) | 0);
      let rest = size % UNIT;
      if (rest > 0) bytes[length++] = POINT;
      for (let place = UNIT / 10; rest > 0; place /= 10) {
        const digit = (rest / place) | 0;
        bytes[length++] = ZERO + digit;
        rest -= digit * place;
      }
    },
    addBytes: (source, from, to) => {
      if (length + to - from > bytes.length) makeRoom(to - from);
      const target = bytes;
      let at = length;
      for (let i = from; i < to; i++) target[at++] = source[i] as number;
      length = at;
    },
    take: () => {
      const taken = bytes.subarray(0, length);
      length = 0;
      return taken;
    },
  };
}
