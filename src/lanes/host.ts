/** What this room needs of the host's `WebAssembly`; a host may lack it, or not let it compile. */
declare const WebAssembly:
  | undefined
  | {
      readonly Module: new (bytes: Uint8Array) => object;
      readonly Memory: new (size: { initial: number; maximum: number }) => { readonly buffer: ArrayBuffer };
      readonly Instance: new (module: object, imports: object) => { readonly exports: object };
    };

const PAGE = 65536;

/** Makes an instance over a memory of its own, at least so many bytes; `null` where the host refuses the memory. */
export type Instantiate = (bytes: number) => { readonly buffer: ArrayBuffer; readonly exports: object } | null;

/**
 * Compiles WebAssembly that asks for a memory and nothing else; `null` where the host offers none with 128-bit vectors (old
 * browsers, some edge runtimes, pages that forbid compiling).
 *
 * @param digits its bytes in hexadecimal
 */
export function compileWasm(digits: string): Instantiate | null {
  if (typeof WebAssembly === "undefined") return null;
  const { Module, Memory, Instance } = WebAssembly;
  let module: object;
  try {
    module = new Module(bytesOf(digits));
  } catch {
    return null;
  }
  return (bytes) => {
    const pages = Math.ceil(bytes / PAGE);
    try {
      const memory = new Memory({ initial: pages, maximum: pages });
      return { buffer: memory.buffer, exports: new Instance(module, { env: { memory } }).exports };
    } catch {
      return null;
    }
  };
}

/** Bytes written as pairs of hexadecimal digits. */
function bytesOf(text: string): Uint8Array {
  return Uint8Array.from({ length: text.length / 2 }, (_, i) => Number.parseInt(text.slice(2 * i, 2 * i + 2), 16));
}
