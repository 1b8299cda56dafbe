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
