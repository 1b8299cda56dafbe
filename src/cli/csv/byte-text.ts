/** Text that is put together as bytes of UTF-8, piece by piece, without a string ever being made of it. */
export interface ByteText {
  readonly add: (text: string) => void;
  /** Adds bytes that are ready. */
  readonly addBytes: (source: Uint8Array, from: number, to: number) => void;
  /** What was added since the last call. It may be written over by the next addition. */
  readonly take: () => Uint8Array;
}

const FIRST_SIZE = 65_536;
/** Longer texts are encoded by the host, shorter ones faster here. */
const LONG = 64;
const MOST_ASCII = 127;

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
  return {
    add: (text) => {
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
