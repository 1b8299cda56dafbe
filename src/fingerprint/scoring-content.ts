import type { Branch, Field, IndicatorNode, ModelDocument } from "../schema/model-document.ts";

/**
 * The part of a model that decides what a card says: no words (`title`, `note`), no `x`, no `reason`, `unit` or
 * `changeable`, no `id`, `version`, `effective`, `cases` or `$schema`. Taken apart by shape and not by key, so that a
 * dimension may be called `note`.
 */
export function scoringContent(model: ModelDocument): unknown {
  const { format, range, places, total, minimumCoverage } = model;
  return {
    format,
    range,
    places,
    fields: each(model.fields, fieldContent),
    measures: each(model.measures, bare),
    dimensions: each(model.dimensions, branchContent),
    bonusGroups: each(model.bonusGroups, bare),
    bonuses: model.bonuses?.map(bare),
    total,
    quadrant: model.quadrant && {
      ...bareTitles(model.quadrant),
      cells: model.quadrant.cells.map(bareTitles),
    },
    tier: model.tier && { ...bare(model.tier), rungs: model.tier.rungs.map(bare) },
    gates: model.gates?.map(bare),
    minimumCoverage,
  };
}

function each<T>(record: { readonly [id: string]: T } | undefined, content: (part: T) => unknown): unknown {
  if (record === undefined) return undefined;
  return Object.fromEntries(Object.keys(record).map((id) => [id, content(record[id] as T)]));
}

function bareTitles<T extends object>(part: T): object {
  const { title: _title, note: _note, ...content } = part as T & { title?: unknown; note?: unknown };
  return content;
}

function bare<T extends object>(part: T): object {
  const { x: _x, reason: _reason, ...content } = bareTitles(part) as { x?: unknown; reason?: unknown };
  return content;
}

function fieldContent(field: Field): object {
  const { unit: _unit, changeable: _changeable, ...content } = bare(field) as { unit?: unknown; changeable?: unknown };
  return content;
}

function branchContent(branch: Branch): object {
  return { ...bare(branch), indicators: each(branch.indicators, nodeContent) };
}

function nodeContent(node: IndicatorNode): object {
  return "indicators" in node ? branchContent(node) : bare(node);
}
