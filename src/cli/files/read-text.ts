import { isAscii } from "node:buffer";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { Io } from "../io.ts";
import { stop } from "../stop.ts";

/** The encodings a table may come in. What is written is UTF-8 always. */
export const ENCODINGS = ["utf-8", "gb18030"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** The bytes of a file, or of standard input for `-`. */
export async function* readBytes(file: string, io: Io): AsyncGenerator<Uint8Array> {
  await refuseFolder(file);
  yield* file === "-" ? io.stdin : createReadStream(file, { highWaterMark: CHUNK });
}

/** Reading a folder fails without a word of which it was. */
export async function refuseFolder(file: string): Promise<void> {
  if (file !== "-" && (await stat(file)).isDirectory()) stop("cli/file", [], `read ${file}`, "a folder");
}

const CHUNK = 262_144;

/**
 * Bytes as text, without a byte order mark. Bytes that are not in the encoding end it: `refuse` is called, and throws.
 */
export async function* decodeText(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding,
  refuse: () => never,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  const isUtf8 = encoding === "utf-8";
  let isFirst = true;
  /** Whether no character is half read: a byte of ASCII is none of the parts of another character in UTF-8. */
  let isBetween = isUtf8;
  const decode = (chunk?: Uint8Array) => {
    if (chunk !== undefined && isBetween && isAscii(chunk)) {
      isFirst = isFirst && chunk.length === 0;
      return asciiText(chunk);
    }
    let text: string;
    try {
      text = chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch {
      return refuse();
    }
    if (chunk !== undefined && chunk.length > 0) isBetween = isUtf8 && (chunk[chunk.length - 1] as number) < NOT_ASCII;
    if (!isFirst || text === "") return text;
    isFirst = false;
    return text.charCodeAt(0) === BYTE_ORDER_MARK ? text.slice(1) : text;
  };
  for await (const chunk of bytes) yield decode(chunk);
  yield decode();
}

const BYTE_ORDER_MARK = 0xfeff;
const NOT_ASCII = 0x80;

/** Bytes of ASCII are characters as they are, which is several times faster than decoding them. */
function asciiText({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString("latin1");
}
