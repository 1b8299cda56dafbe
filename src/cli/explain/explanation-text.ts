import type { Language } from "../../core/language.ts";
import type { Explanation } from "../../explain/explanation.ts";
import type { FieldChange } from "../../explain/least/change.ts";
import type { LeastChanges } from "../../explain/least/least-changes.ts";
import { titleOf } from "../../explain/title-of.ts";
import type { Model } from "../../schema/model-document.ts";
import { COLOURED, PLAIN, type Style } from "../ink.ts";
import { inColumns, printable } from "../text-layout.ts";
import { LABELS, type Labels } from "./labels.ts";
import { LONGEST, signed, treeLines } from "./tree-text.ts";

/** All that is told of one account. */
export interface Told {
  readonly id: string;
  readonly model: Model;
  readonly explanation: Explanation;
  readonly changes: LeastChanges | null;
}

/** An explanation for people at a terminal: the tree with every line that makes it add up, reasons, gates, changes. */
export function explanationText(told: Told, language: Language, hasColour: boolean): string {
  const style = hasColour ? COLOURED : PLAIN;
  const labels = LABELS[language];
  const { model, explanation } = told;
  const sections = [
    heading(told, language, labels, style),
    treeLines(model, explanation.total, labels, style),
    reasons(told, labels, style),
    gates(told, labels, style),
    ...changes(told, labels, style),
  ];
  return `\n${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => `  ${line}`.trimEnd()).join("\n"))
    .join("\n\n")}\n\n`;
}

type Lines = readonly string[];

function heading({ id, model, explanation }: Told, language: Language, labels: Labels, style: Style): Lines {
  const { asOf, status, tier, quadrant, total } = explanation;
  const day = asOf === null ? "" : ` · ${labels.asOf} ${asOf}`;
  const facts = [
    `${total.title} ${total.score ?? "–"}`,
    ...(tier?.name == null ? [] : [`${labels.tier} ${printable(tier.name)}`]),
    ...(tier?.earned == null || tier.earned === tier.name ? [] : [`${labels.earned} ${printable(tier.earned)}`]),
    ...(tier?.held == null ? [] : [`${labels.held} ${labels.holds[tier.held]}`]),
    ...(quadrant?.name == null ? [] : [`${labels.quadrant} ${printable(quadrant.name)}`]),
    labels.statuses[status],
  ];
  const title = printable(titleOf(model, language, model.id));
  return [style.bold(printable(id)) + style.dim(` · ${title} ${printable(model.version)}${day}`), facts.join(" · ")];
}

function reasons({ explanation }: Told, labels: Labels, style: Style): Lines {
  if (explanation.reasons.length === 0) return [];
  const rows = explanation.reasons.map(({ code, effect, text }) => [
    printable(code),
    signed(effect),
    printable(text, LONGEST),
  ]);
  return [style.bold(labels.reasons), ...inColumns(rows, ["left", "right", "left"])];
}

function gates({ explanation }: Told, labels: Labels, style: Style): Lines {
  const told = explanation.gates.filter(({ status }) => status !== "not-fired");
  if (told.length === 0) return [];
  return [
    style.bold(labels.gates),
    ...inColumns(
      told.map(({ code, text }) => [printable(code), printable(text, LONGEST)]),
      ["left", "left"],
    ),
  ];
}

function changes({ changes }: Told, labels: Labels, style: Style): readonly Lines[] {
  if (changes === null) return [];
  const label = changes.goal.kind === "stay" ? labels.goalStay : labels.goalUp;
  const target = changes.target === null ? "" : ` ${printable(String(changes.target))}`;
  const title = style.bold(`${label}${target}`);
  if (changes.status === "no-tier") return [[title, labels.noTier]];
  if (changes.status === "reached") {
    return [[title, changes.target === null ? labels.nothingAbove : labels.reached]];
  }
  const told = changes.changes.flatMap((change) => {
    const text = printable(change.text, LONGEST);
    return change.kind === "change" ? [text] : isHopeless(change) ? [] : [style.dim(text)];
  });
  const hopeless = changes.changes.filter(isHopeless).map(({ title }) => printable(title));
  const noneAlone = changes.goal.kind === "stay" ? labels.noneAloneLoses : labels.noneAlone;
  if (hopeless.length > 0) told.push(style.dim(`${noneAlone}${labels.colon}${hopeless.join(labels.comma)}`));
  const { together } = changes;
  if (together === null) return [[title, ...told]];
  const cost = together.kind === "change" ? labels.cost(together.cost) : "";
  return [
    [title, ...told],
    [style.bold(labels.together), `${printable(together.text, LONGEST)}${cost}`],
  ];
}

/** Not even nearer: such fields are named together. */
function isHopeless(change: FieldChange): boolean {
  return change.kind === "unreachable" && change.best === null;
}
