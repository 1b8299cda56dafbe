import { readFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";

/** What figures hold for. */
export interface Circumstances {
  readonly version: string;
  /** Whether the built package was measured, or its sources. */
  readonly measured: "built package" | "sources";
  readonly date: string;
  readonly processor: string;
  readonly node: string;
  readonly rounds: number;
}

export function circumstances(rounds: number): Circumstances {
  const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  const isBuilt = import.meta.resolve("guanxi").includes("/dist/");
  return {
    version: manifest.version,
    measured: isBuilt ? "built package" : "sources",
    date: new Date().toISOString().slice(0, 10),
    processor: `${cpus()[0]?.model.trim() ?? "unknown"}, ${availableParallelism()} cores, ${process.platform}-${process.arch}`,
    node: `${process.version}, V8 ${process.versions.v8}`,
    rounds,
  };
}
