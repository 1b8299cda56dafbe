import type { Model } from "../schema/model-document.ts";
import { type Assembly, assemble } from "../score/assembly.ts";

/** Assemblies by model: a model never changes, so neither does what it is assembled to. */
const assemblies: WeakMap<Model, Assembly> = /* @__PURE__ */ new WeakMap();

/** The compiled parts of a model, compiled once. */
export function assemblyOf(model: Model): Assembly {
  const known = assemblies.get(model);
  if (known !== undefined) return known;
  const assembly = assemble(model);
  assemblies.set(model, assembly);
  return assembly;
}
