import asc from "assemblyscript/asc";
import { root } from "./root.ts";

/** WebAssembly that is written in AssemblyScript: where its sources are, and the file that holds what they compile to. */
export interface AssemblyRoom {
  readonly sources: string;
  readonly file: string;
  readonly head: string;
}

export const ASSEMBLY_ROOMS: readonly AssemblyRoom[] = [
  {
    sources: "src/lanes/assembly/index.ts",
    file: "src/lanes/kernels-wasm.ts",
    head: `/** The kernels of \`assembly/\` as WebAssembly, in hexadecimal: written by \`npm run kernels\`. */
export const KERNELS_WASM =`,
  },
  {
    sources: "src/cli/csv/assembly/index.ts",
    file: "src/cli/csv/table-wasm.ts",
    head: `/** What \`assembly/\` does to tables as WebAssembly, in hexadecimal: written by \`npm run kernels\`. */
export const TABLE_WASM =`,
  },
];

/** The text of a room's file as its sources make it. */
export async function compileRoom({ sources, head }: AssemblyRoom): Promise<string> {
  const options = "-O3 --noAssert --runtime stub --enable simd --disable bulk-memory --importMemory";
  const { error, stdout, stderr, binary } = await compile([sources, ...options.split(" ")]);
  if (error !== null || binary === null) throw new Error(`${stdout}${stderr}`);
  return `${head}\n  "${Buffer.from(binary).toString("hex")}";\n`;
}

async function compile(argv: readonly string[]) {
  let binary: Uint8Array | null = null;
  const { error, stdout, stderr } = await asc.main([...argv, "--baseDir", root, "--outFile", "kernels.wasm"], {
    writeFile: (_, contents) => {
      binary = contents as Uint8Array;
    },
  });
  return { error, stdout: stdout.toString(), stderr: stderr.toString(), binary: binary as Uint8Array | null };
}
