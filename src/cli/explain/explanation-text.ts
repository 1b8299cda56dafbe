import type { Language } from "../../core/language.ts";
import type { BonusPart, DimensionPart, Explanation, GroupPart, NodePart } from "../../explain/explanation.ts";
import type { FieldChange } from "../../explain/least/change.ts";
import type { LeastChanges } from "../../explain/least/least-changes.ts";
import { titleOf } from "../../explain/title-of.ts";
import { rangeOf } from "../../schema/defaults.ts";
import type { Model } from "../../schema/model-document.ts";
import { COLOURED, PLAIN, type Style } from "../ink.ts";
import { bar, inColumns, printable } from "../text-layout.ts";
import { LABELS, type Labels } from "./labels.ts";

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
  const sections = [
    heading(told, language, labels, style),
    tree(told, labels, style),
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
/** Longer words are cut: a table of a file may hold anything. */
const LONGEST = 240;

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

const BAR = 16;

/** One line of the tree: a name and up to four cells after it. */
type Row = readonly [name: string, value: string, share: string, part: string, bar: string, why: string];

function tree({ model, explanation }: Told, labels: Labels, style: Style): Lines {
  const { total } = explanation;
  const [least, greatest] = rangeOf(model);
  const barOf = (part: number) => bar(Math.max(0, part), greatest - Math.min(0, least), BAR);
  const cell = (number: number | null) => (number === null ? "–" : String(number));
  const line = (depth: number, name: string, part: number | null, why = ""): Row[] =>
    part === null || part === 0 ? [] : [[indent(depth) + name, "", "", signed(part), "", why]];

  const bonusRows = (depth: number, bonuses: readonly BonusPart[]): Row[] =>
    bonuses.flatMap(({ title, points, asked, status, lostToCap, lostToGroupCap }) => {
      if (asked === null || (points === 0 && status === "applied")) return [];
      const lost = lostToCap + lostToGroupCap;
      const why = status === "superseded" ? labels.superseded : lost > 0 ? `${labels.cap}: ${signed(asked)}` : "";
      return [[indent(depth) + printable(title), "", "", signed(points), "", why] as const];
    });
  const nodeRows = (depth: number, part: NodePart): Row[] => [
    [
      indent(depth) + printable(part.title),
      cell(part.points),
      shareText(part.share),
      part.contribution === null ? "" : String(part.contribution),
      barOf(part.contribution ?? 0),
      part.kind === "indicator" ? printable(part.because, LONGEST) : "",
    ],
    ...(part.kind === "group" ? branchRows(depth + 1, part) : []),
  ];
  const branchRows = (depth: number, part: DimensionPart | GroupPart): Row[] => [
    ...line(depth, labels.start, part.start),
    ...part.parts.flatMap((child) => nodeRows(depth, child)),
    ...line(depth, labels.clamp, part.clamp),
    ...line(depth, labels.rounding, part.rounding),
  ];
  const rows: Row[] = [
    [printable(total.title), cell(total.score), "", "", "", ""],
    ...total.parts.flatMap((dimension): Row[] => [
      [
        indent(1) + printable(dimension.title),
        cell(dimension.score),
        shareText(dimension.share),
        String(dimension.contribution),
        barOf(dimension.contribution),
        "",
      ],
      ...branchRows(2, dimension),
      ...bonusRows(2, dimension.bonuses),
      ...line(2, labels.clamp, dimension.scoreClamp),
    ]),
    ...line(1, labels.rounding, total.rounding),
    ...bonusRows(1, total.bonuses),
    ...line(1, labels.clamp, total.scoreClamp),
  ];
  const lines = inColumns(rows, ["left", "right", "right", "right", "left", "left"]);
  return lines.map((text, i) => {
    const painted = text.replace(/[█▏▎▍▌▋▊▉]+/, style.good);
    return rows[i]?.[1] !== "" && i > 0 ? painted : i === 0 ? style.bold(text) : style.dim(text);
  });
}

function indent(depth: number): string {
  return "  ".repeat(depth);
}

function signed(number: number): string {
  return number > 0 ? `+${number}` : String(number);
}

/** Four digits of a share as a percentage; shares have six places. */
function shareText(share: number | null): string {
  return share === null ? "" : `${Number((share * 100).toFixed(4))} %`;
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
  if (hopeless.length > 0) told.push(style.dim(`${labels.noneAlone}${labels.colon}${hopeless.join(labels.comma)}`));
  const { together } = changes;
  if (together === null) return [[title, ...told]];
  const cost = together.kind === "change" ? ` (${labels.cost} ${together.cost})` : "";
  return [
    [title, ...told],
    [style.bold(labels.together), `${printable(together.text, LONGEST)}${cost}`],
  ];
}

/** Not even nearer: such fields are named together. */
function isHopeless(change: FieldChange): boolean {
  return change.kind === "unreachable" && change.best === null;
}
