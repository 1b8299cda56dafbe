import type { BonusPart, DimensionPart, GroupPart, NodePart, TotalPart } from "../../explain/explanation.ts";
import { rangeOf } from "../../schema/defaults.ts";
import type { Model } from "../../schema/model-document.ts";
import type { Style } from "../ink.ts";
import { bar, inColumns, printable } from "../text-layout.ts";
import type { Labels } from "./labels.ts";

/** Longer words are cut: a table of a file may hold anything. */
export const LONGEST = 240;
const BAR = 16;

/** One line of the tree: a name and up to four cells after it. */
type Row = readonly [name: string, value: string, share: string, part: string, bar: string, why: string];

/** The tree of a total, a line for each part and for everything that makes the parts add up. */
export function treeLines(model: Model, total: TotalPart, labels: Labels, style: Style): readonly string[] {
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

export function signed(number: number): string {
  return number > 0 ? `+${number}` : String(number);
}

/** Four digits of a share as a percentage; shares have six places. */
function shareText(share: number | null): string {
  return share === null ? "" : `${Number((share * 100).toFixed(4))} %`;
}
