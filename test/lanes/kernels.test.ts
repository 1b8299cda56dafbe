import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { KERNELS_WASM } from "../../src/lanes/kernels-wasm.ts";
import { ASSEMBLY_ROOMS, compileRoom } from "../support/compile-kernels.ts";
import { root } from "../support/root.ts";

interface Description {
  readonly name: string;
  readonly kind: string;
}

/** What Node has and its types only half tell. */
const { Module } = (
  globalThis as unknown as {
    readonly WebAssembly: {
      readonly Module: (new (
        bytes: Uint8Array,
      ) => object) & {
        readonly imports: (of: object) => Description[];
        readonly exports: (of: object) => Description[];
      };
    };
  }
).WebAssembly;

const compiled = new Module(Buffer.from(KERNELS_WASM, "hex"));

describe.each(ASSEMBLY_ROOMS)("what $sources is compiled to", (room) => {
  const text = readFileSync(join(root, room.file), "utf8");

  it("is what its file holds: `npm run kernels` changes nothing", async () => {
    expect(await compileRoom(room)).toBe(text);
  }, 60_000);

  it("asks the host for a memory and for nothing else", () => {
    const [, digits = ""] = /"([0-9a-f]+)"/.exec(text) ?? [];
    expect(digits.length).toBeGreaterThan(0);
    const imports = Module.imports(new Module(Buffer.from(digits, "hex")));
    expect(imports).toEqual([{ module: "env", name: "memory", kind: "memory" }]);
  });
});

describe("the compiled kernels", () => {
  it("are small enough for a browser to compile at once: at most 8 KB", () => {
    expect(KERNELS_WASM.length / 2).toBeLessThanOrEqual(8192);
  });

  it("are all that the interface promises, and no more", async () => {
    const exported = Module.exports(compiled)
      .filter(({ kind }) => kind === "function")
      .map(({ name }) => name);
    const source = readFileSync(join(root, "src/lanes/kernels.ts"), "utf8");
    const promised = [...source.matchAll(/^ {2}readonly (\w+): \(/gm)].map(([, name]) => name);
    expect(promised.length).toBeGreaterThan(20);
    expect([...exported].sort()).toEqual([...promised].sort());
  });
});
