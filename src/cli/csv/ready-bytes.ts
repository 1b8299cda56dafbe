import type { ByteText } from "./byte-text.ts";

/** Texts that come again and again, encoded once. */
export interface ReadyBytes {
  /** Makes a text ready, and answers its place. */
  readonly keep: (text: string) => number;
  readonly add: (place: number) => void;
}

/** Texts that are kept for good. */
export function readyBytes({ addBytes }: ByteText): ReadyBytes {
  let bytes = new Uint8Array(4_096);
  let ends = new Int32Array(256);
  let places = 0;
  return {
    keep: (text) => {
      const encoded = Buffer.from(text, "utf8");
      const from = places === 0 ? 0 : (ends[places - 1] as number);
      const to = from + encoded.length;
      while (to > bytes.length) bytes = twice(bytes, new Uint8Array(bytes.length * 2));
      if (places === ends.length) ends = twice(ends, new Int32Array(places * 2));
      bytes.set(encoded, from);
      ends[places] = to;
      places += 1;
      return places - 1;
    },
    add: (place) => addBytes(bytes, place === 0 ? 0 : (ends[place - 1] as number), ends[place] as number),
  };
}

function twice<Kind extends Uint8Array | Int32Array>(old: Kind, larger: Kind): Kind {
  larger.set(old);
  return larger;
}

/** As many scores of two decimals as there are from 0 to 100 have a place each. */
const PLACES = 16_384;
/** The most bytes of a number and what stands before it; longer ones are encoded each time. */
const WIDTH = 32;

/** Adds numbers; the last one at each of some places is ready. */
export function readyNumbers({ add, addBytes }: ByteText, textOf: (value: number) => string): (value: number) => void {
  let values = new Float64Array(0);
  let bytes = new Uint8Array(0);
  let lengths = new Uint8Array(0);
  return (value) => {
    if (values.length === 0) {
      values = new Float64Array(PLACES).fill(Number.NaN);
      bytes = new Uint8Array(PLACES * WIDTH);
      lengths = new Uint8Array(PLACES);
    }
    const place = Math.round(value * 100) & (PLACES - 1);
    const from = place * WIDTH;
    if (values[place] !== value) {
      const encoded = Buffer.from(textOf(value), "utf8");
      if (encoded.length > WIDTH) return add(textOf(value));
      bytes.set(encoded, from);
      lengths[place] = encoded.length;
      values[place] = value;
    }
    addBytes(bytes, from, from + (lengths[place] as number));
  };
}
