import { fieldsRead } from "../measure/measure-form.ts";
import type { Branch, Model } from "../schema/model-document.ts";

/** Fields without which no account is scored: an indicator that always applies rejects it. */
export function neededFields(model: Model): ReadonlySet<string> {
  return new Set(Object.values(model.dimensions).flatMap((dimension) => neededBelow(model, dimension)));
}

function neededBelow(model: Model, { indicators }: Branch): readonly string[] {
  return Object.values(indicators).flatMap((node) => {
    if (node.appliesWhen !== undefined) return [];
    if ("indicators" in node) return neededBelow(model, node);
    if ((node.missing?.kind ?? "reject") !== "reject") return [];
    const measure = Object.entries(model.measures ?? {}).find(([id]) => id === node.input)?.[1];
    return measure === undefined ? [node.input] : fieldsRead(measure);
  });
}
