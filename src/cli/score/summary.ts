import { describeIssue } from "../../core/wording.ts";
import { scorePlacesOf } from "../../schema/defaults.ts";
import type { Model, Quadrant, Side, Text, Titled } from "../../schema/model-document.ts";
import { COLOURED, PLAIN, type Style } from "../ink.ts";
import { bar, inColumns, printable, withThousands } from "../text-layout.ts";
import type { Ranked, Rejection, Tally } from "./tally.ts";

/** What the summary says beside the counts. */
export interface SummaryFacts {
  readonly asOf: string | null;
  readonly idName: string;
  readonly written: readonly { readonly what: string; readonly file: string }[];
  readonly errors: string | undefined;
  readonly hasColour: boolean;
}

/** A readable summary of a run: status, quadrant, tier, averages, who is best, who is at risk, what was rejected. */
export function summaryText(model: Model, tally: Tally, facts: SummaryFacts): string {
  const style = facts.hasColour ? COLOURED : PLAIN;
  const sections = [
    heading(model, tally, facts, style),
    quadrantSection(model, tally, style),
    tierSection(model, tally, style),
    averageSection(model, tally, style),
    rankedSection("Best by total", tally.best, model, style),
    rankedSection(riskTitle(model), tally.atRisk, model, style),
    rejectedSection(tally, facts, style),
    facts.written.map(({ what, file }) => `${style.dim("Wrote")} ${what} to ${style.bold(file)}`),
  ];
  return `\n${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => `  ${line}`.trimEnd()).join("\n"))
    .join("\n\n")}\n\n`;
}

type Lines = readonly string[];

function heading(model: Model, { rows, statuses }: Tally, { asOf, idName }: SummaryFacts, style: Style): Lines {
  const title = `${english(model, model.id)} ${model.version}`;
  const counts = [
    `${withThousands(statuses.scored)} scored`,
    `${withThousands(statuses["insufficient-data"])} insufficient data`,
    `${withThousands(statuses.disqualified)} disqualified`,
    `${withThousands(statuses.rejected)} rejected`,
  ];
  return [
    style.bold(title) + style.dim(`${asOf === null ? "" : ` · as of ${asOf}`} · id from column ${printable(idName)}`),
    `${style.bold(withThousands(rows()))} ${rows() === 1 ? "account" : "accounts"}: ${counts.join(", ")}`,
  ];
}

/** The cells as they lie: x grows to the right, y upwards. */
function quadrantSection(model: Model, { cells }: Tally, style: Style): Lines {
  const { quadrant } = model;
  if (quadrant === undefined) return [];
  const sum = [...cells.values()].reduce((total, count) => total + count, 0);
  const cell = (x: Side, y: Side): readonly string[] => {
    const found = quadrant.cells.find((each) => each.x === x && each.y === y);
    const count = cells.get(found?.name as string) ?? 0;
    return [printable(english(found, found?.name ?? "")), withThousands(count), share(count, sum)];
  };
  const sides = (axis: "x" | "y") => ({ low: `below ${quadrant.cut[axis]}`, high: `${quadrant.cut[axis]} or more` });
  const [xs, ys] = [sides("x"), sides("y")];
  const lines = inColumns(
    [
      ["", "", xs.low, "", "", xs.high, "", ""],
      [axisTitle(model, quadrant, "y"), ys.high, ...cell("low", "high"), ...cell("high", "high")],
      ["", ys.low, ...cell("low", "low"), ...cell("high", "low")],
    ],
    ["left", "left", "left", "right", "right", "left", "right", "right"],
  );
  const [names = "", ...rest] = lines;
  const indent = names.length - names.trimStart().length;
  const title = style.bold("Quadrant") + " ".repeat(Math.max(2, indent - "Quadrant".length));
  return [title + style.dim(axisTitle(model, quadrant, "x")), style.dim(names), ...rest];
}

function axisTitle(model: Model, quadrant: Quadrant, axis: "x" | "y"): string {
  return scoreTitle(model, quadrant[axis]);
}

const BAR = 24;

function tierSection(model: Model, { tiers }: Tally, style: Style): Lines {
  if (model.tier === undefined) return [];
  const counts = [...tiers.values()];
  const most = Math.max(...counts);
  const sum = counts.reduce((total, count) => total + count, 0);
  const rows = model.tier.rungs.map((rung) => {
    const count = tiers.get(rung.name) ?? 0;
    const title = english(rung, rung.name);
    const name = title === rung.name ? rung.name : `${rung.name} ${title}`;
    return [printable(name), withThousands(count), share(count, sum), bar(count, most, BAR)];
  });
  const lines = inColumns(rows, ["left", "right", "right", "left"]);
  return [style.bold("Tier"), ...lines.map((line) => line.replace(/[█▏▎▍▌▋▊▉]+$/, style.good))];
}

function averageSection(model: Model, { means }: Tally, style: Style): Lines {
  const places = scorePlacesOf(model);
  const rows = [...means].map(([name, mean]) => [scoreTitle(model, name), mean === null ? "–" : mean.toFixed(places)]);
  return [style.bold("Average score"), ...inColumns(rows, ["left", "right"])];
}

function riskTitle(model: Model): string {
  if (model.quadrant === undefined) return "";
  const [x, y] = [axisTitle(model, model.quadrant, "x"), axisTitle(model, model.quadrant, "y")];
  return `Most at risk: high ${y.toLowerCase()}, lowest ${x.toLowerCase()}`;
}

function rankedSection(title: string, accounts: readonly Ranked[], model: Model, style: Style): Lines {
  if (accounts.length === 0) return [];
  const places = scorePlacesOf(model);
  const shown = (score: number | null) => (score === null ? "–" : score.toFixed(places));
  const { quadrant } = model;
  const axes = quadrant === undefined ? [] : ([quadrant.y, quadrant.x] as const);
  const columns = [...new Set([...axes, "total"])];
  const scoreIn = (account: Ranked, name: string) =>
    name === "total" ? account.total : name === quadrant?.y ? account.y : account.x;
  const rows = [
    ["", ...columns.map((name) => scoreTitle(model, name))],
    ...accounts.map((account) => [printable(account.id), ...columns.map((name) => shown(scoreIn(account, name)))]),
  ];
  const lines = inColumns(rows, ["left", ...columns.map(() => "right" as const)]);
  return [style.bold(title), style.dim(lines[0] as string), ...lines.slice(1)];
}

const MOST_REASONS = 5;

function rejectedSection({ statuses, rejections }: Tally, { errors }: SummaryFacts, style: Style): Lines {
  if (statuses.rejected === 0) return [];
  const told = rejections.slice(0, MOST_REASONS).map(rejectionLine);
  const rest = statuses.rejected - told.length;
  const where = errors === undefined ? "--errors FILE writes them all" : `all in ${errors}`;
  return [
    style.warn(`Rejected ${statuses.rejected === 1 ? "row" : "rows"}: ${withThousands(statuses.rejected)}`),
    ...told,
    ...(rest > 0 ? [style.dim(`… and ${withThousands(rest)} more (${where})`)] : []),
  ];
}

/** One rejected row with the first of its issues. */
export function rejectionLine({ row, id, issues }: Rejection): string {
  const first = issues[0] === undefined ? "" : describeIssue(issues[0]);
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : "";
  return `row ${row}${id === "" ? "" : ` ${printable(id)}`}: ${printable(first, 200)}${more}`;
}

function share(count: number, sum: number): string {
  return sum === 0 ? "" : `${((100 * count) / sum).toFixed(1)} %`;
}

function scoreTitle(model: Model, name: string): string {
  return name === "total" ? "Total" : printable(english(model.dimensions[name], name));
}

/** The English title of a part, or its plain one, or its name. */
function english(part: Titled | undefined, name: string): string {
  const title: Text | undefined = part?.title;
  return (typeof title === "string" ? title : title?.en) ?? name;
}
