import { compileWasm, type Instantiate } from "./host.ts";
import type { Kernels } from "./kernels.ts";
import { KERNELS_WASM } from "./kernels-wasm.ts";
import { type Address, type ByteLane, CHUNK, type CodeLane, type Lane } from "./lane.ts";

/** Where a program keeps its lanes and tables, and what works on them. */
export interface Workspace {
  /** Whether the host has the kernels; where it has not, nothing may be run. */
  readonly canRun: boolean;
  readonly kernels: Kernels;
  readonly lane: () => Lane;
  readonly codeLane: () => CodeLane;
  readonly byteLane: () => ByteLane;
  /** A place for constants. */
  readonly table: (values: Constants) => Address;
  /** Bounds as kernels count them: in rising order, and where they are few, infinity up to as many as are looked at. */
  readonly bounds: (values: readonly number[]) => Address;
  /** Puts the constants in their places. Programs share the memory: each does so before it runs. */
  readonly load: () => void;
}

export type Constants = Float64Array | Int32Array | Uint8Array;

/** As many bounds are looked at, at once. */
const BOUNDS_AT_ONCE = 8;

interface Arena {
  readonly buffer: ArrayBuffer;
  readonly kernels: Kernels | null;
}

/** The memory that programs share: one at a time runs, and none keeps a lane's values past its run. */
let arena: Arena | undefined;

const FIRST_BYTES = 4_194_304;
const GROWTH = 4;
/** Between the starts of lanes; the first lane lies there too, so that none has the address 0. */
const ALIGNMENT = 16;

/** Compiles a program into a workspace with room for it. One that does not fit is compiled again, into a larger memory. */
export function compileInWorkspace<T>(compile: (space: Workspace) => T): T {
  for (;;) {
    arena ??= openArena(FIRST_BYTES);
    const space = openWorkspace(arena);
    const compiled = compile(space);
    if (space.fits()) return compiled;
    arena = openArena(arena.buffer.byteLength * GROWTH);
  }
}

/** The compiled kernels; `null` where the host has none; `undefined` before anyone asked. */
let instantiate: Instantiate | null | undefined;

function openArena(bytes: number): Arena {
  if (instantiate === undefined) instantiate = compileWasm(KERNELS_WASM);
  const instance = instantiate === null ? null : instantiate(bytes);
  if (instance === null) return { buffer: new ArrayBuffer(bytes), kernels: null };
  return { buffer: instance.buffer, kernels: instance.exports as Kernels };
}

/** A workspace over the whole memory. What no longer fits is given the first place there is, and never run. */
function openWorkspace({ buffer, kernels }: Arena): Workspace & { readonly fits: () => boolean } {
  let taken = ALIGNMENT;
  const take = (size: number): Address => {
    const address = taken;
    taken += Math.ceil(size / ALIGNMENT) * ALIGNMENT;
    return taken <= buffer.byteLength ? address : ALIGNMENT;
  };
  const constants: { readonly address: Address; readonly bytes: Uint8Array }[] = [];
  const table = (values: Constants): Address => {
    const address = take(values.byteLength);
    constants.push({ address, bytes: new Uint8Array(values.buffer, values.byteOffset, values.byteLength) });
    return address;
  };
  return {
    canRun: kernels !== null,
    kernels: kernels ?? ({} as Kernels),
    fits: () => taken <= buffer.byteLength,
    lane: () => new Float64Array(buffer, take(CHUNK * Float64Array.BYTES_PER_ELEMENT), CHUNK) as Lane,
    codeLane: () => new Int32Array(buffer, take(CHUNK * Int32Array.BYTES_PER_ELEMENT), CHUNK) as CodeLane,
    byteLane: () => new Uint8Array(buffer, take(CHUNK), CHUNK) as ByteLane,
    table,
    bounds: (values) => {
      const length = Math.max(values.length, BOUNDS_AT_ONCE);
      return table(Float64Array.from({ length }, (_, i) => values[i] ?? Number.POSITIVE_INFINITY));
    },
    load: () => {
      const memory = new Uint8Array(buffer);
      for (const { address, bytes } of constants) memory.set(bytes, address);
    },
  };
}
