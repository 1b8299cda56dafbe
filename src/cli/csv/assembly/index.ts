/**
 * What goes through every character of a table, in AssemblyScript: `npm run kernels` compiles it to WebAssembly. TypeScript
 * knows it by the interface in `../cell-memory.ts`.
 */
export * from "./columns";
export { standAt } from "./places";
export { cell, rows, setOpen, split } from "./split";
