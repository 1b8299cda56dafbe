/**
 * Compiles what is written in AssemblyScript and writes it into files of the sources beside it. A test compares the files
 * with what this makes.
 */
import { writeFileSync } from "node:fs";
import { ASSEMBLY_ROOMS, compileRoom } from "../test/support/compile-kernels.ts";

for (const room of ASSEMBLY_ROOMS) {
  writeFileSync(new URL(`../${room.file}`, import.meta.url), await compileRoom(room));
}
