import { KERNELS_WASM } from "./kernels-wasm.ts";

/** What this room needs of the host's `WebAssembly`; a host may lack it, or not let it compile. */
declare const WebAssembly:
  | undefined
  | {
      readonly Module: new (bytes: Uint8Array) => object;
      readonly Memory: new (size: { initial: number; maximum: number }) => { readonly buffer: ArrayBuffer };
      readonly Instance: new (module: object, imports: object) => { readonly exports: object };
    };

/** The compiled kernels; `null` where the host has none; `undefined` before anyone asked. */
let compiled: object | null | undefined;

const PAGE = 65536;

/**
 * An instance of the kernels over a memory of their own, at least so many bytes; `null` where the host offers no
 * WebAssembly with 128-bit vectors (old browsers, some edge runtimes, pages that forbid compiling).
 */
export function instantiate(bytes: number): { readonly buffer: ArrayBuffer; readonly exports: object } | null {
  if (compiled === undefined) compiled = compile();
  if (compiled === null || WebAssembly === undefined) return null;
  const pages = Math.ceil(bytes / PAGE);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const { exports } = new WebAssembly.Instance(compiled, { env: { memory } });
  return { buffer: memory.buffer, exports };
}

function compile(): object | null {
  if (typeof WebAssembly === "undefined") return null;
  try {
    return new WebAssembly.Module(bytesOf(KERNELS_WASM));
  } catch {
    return null;
  }
}

/** Bytes written as pairs of hexadecimal digits. */
function bytesOf(text: string): Uint8Array {
  return Uint8Array.from({ length: text.length / 2 }, (_, i) => Number.parseInt(text.slice(2 * i, 2 * i + 2), 16));
}
