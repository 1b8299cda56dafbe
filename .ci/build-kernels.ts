/**
 * Compiles the kernels of `src/lanes/assembly`, which are written in AssemblyScript, and writes them into
 * `src/lanes/kernels-wasm.ts`. A test compares the file with what this makes of the sources.
 */
import { writeFileSync } from "node:fs";
import { compileKernels } from "../test/support/compile-kernels.ts";

writeFileSync(new URL("../src/lanes/kernels-wasm.ts", import.meta.url), await compileKernels());
