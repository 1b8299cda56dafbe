/**
 * The kernels, in AssemblyScript: what `npm run kernels` compiles to WebAssembly. TypeScript knows them by the interface
 * in `../kernels.ts`; `pairs` and `segments` are theirs alone.
 */
export * from "./classes";
export * from "./codes";
export * from "./coverage";
export * from "./curves";
export * from "./means";
export * from "./publishing";
export * from "./truths";
