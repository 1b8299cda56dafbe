import asc from "assemblyscript/asc";
import { root } from "./root.ts";

/** The text of `src/lanes/kernels-wasm.ts` as the sources of the kernels make it. */
export async function compileKernels(): Promise<string> {
  const options = "-O3 --noAssert --runtime stub --enable simd --disable bulk-memory --importMemory";
  const { error, stdout, stderr, binary } = await compile(["src/lanes/assembly/index.ts", ...options.split(" ")]);
  if (error !== null || binary === null) throw new Error(`${stdout}${stderr}`);
  const digits = Buffer.from(binary).toString("hex");
  return `/** The kernels of \`assembly/\` as WebAssembly, in hexadecimal: written by \`npm run kernels\`. */
export const KERNELS_WASM =
  "${digits}";
`;
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
