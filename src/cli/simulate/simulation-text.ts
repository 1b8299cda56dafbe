import type { Language } from "../../core/language.ts";
import { describeIssue } from "../../core/wording.ts";
import { describeChange } from "../../govern/describe-change.ts";
import type { Migration, SimulatedClass } from "../../govern/migration.ts";
import type { PassedLimit } from "../../govern/passed-limits.ts";
import type { ScoreShift } from "../../govern/score-shift.ts";
import type { Mover, SimulatedRating, Simulation } from "../../govern/simulation.ts";
import type { Style } from "../ink.ts";
import { inColumns, printable, withThousands } from "../text-layout.ts";
import { SIMULATION_LABELS, type SimulationLabels } from "./simulation-labels.ts";

/** A simulation for people at a terminal. */
export function simulationText(
  simulation: Simulation,
  passed: readonly PassedLimit[],
  language: Language,
  { bold, warn }: Style,
): string {
  const labels = SIMULATION_LABELS[language];
  const { from, to, accounts, moved, tier, quadrant, shift, movers, rejected } = simulation;
  const sections: (readonly [title: string, lines: readonly string[]])[] = [
    [labels.changes, changeLines(simulation, language)],
    [labels.tiers, tier === null ? [] : matrix(tier, labels)],
    [labels.quadrants, quadrant === null ? [] : matrix(quadrant, labels)],
    [labels.totals, shift === null ? [] : shiftLines(shift, labels)],
    [
      labels.movers + (moved > movers.length ? labels.firstOf(movers.length, withThousands(moved)) : ""),
      moverLines(movers, labels),
    ],
    [
      labels.rejected,
      rejected.map(({ id, by, issues }) =>
        labels.rejectedBy(
          printable(id),
          labels.by[by],
          issues.map((each) => describeIssue(each, { language })).join(labels.semicolon),
        ),
      ),
    ],
    [labels.pastLimits, passed.map((each) => warn(limitLine(each, labels)))],
  ];
  const head = `${from.id} ${from.version} → ${to.id} ${to.version}${labels.colon}${labels.heads(withThousands(accounts), withThousands(moved), percent(moved, accounts, labels))}`;
  const told = sections.filter(([, lines]) => lines.length > 0);
  return `${bold(head)}\n${told.map(([title, lines]) => `\n${bold(title)}\n${lines.map((line) => `  ${line}\n`).join("")}`).join("")}`;
}

/** One line a change; the steps are numbered, and the accounts they moved stand at their first change. */
function changeLines({ steps }: Simulation, language: Language): readonly string[] {
  const { moves } = SIMULATION_LABELS[language];
  return steps.flatMap(({ changes, moved }, i) =>
    changes.map((change, j) => {
      const mark = j === 0 ? `${i + 1}. ` : "   ";
      return `${mark}${printable(describeChange(change, { language }), LONGEST_CHANGE)}${j === 0 ? moves(withThousands(moved)) : ""}`;
    }),
  );
}

const LONGEST_CHANGE = 400;

/** From in rows, to in columns; classes without a name only where somebody is in them. */
function matrix(
  { from, to, counts, before, after, stability }: Migration,
  labels: SimulationLabels,
): readonly string[] {
  const isShown = ({ name }: SimulatedClass, heads: number | undefined) => name !== null || (heads ?? 0) > 0;
  const columns = to.flatMap((each, j) => (isShown(each, after[j]) ? [j] : []));
  const rows = from.flatMap((each, i) => (isShown(each, before[i]) ? [i] : []));
  const cell = (count: number | undefined) => (count === 0 ? "·" : withThousands(count ?? 0));
  const table = [
    [labels.fromTo, ...columns.map((j) => told(to[j], labels)), labels.all],
    ...rows.map((i) => [
      told(from[i], labels),
      ...columns.map((j) => cell(counts[i]?.[j])),
      withThousands(before[i] ?? 0),
    ]),
    [
      labels.all,
      ...columns.map((j) => withThousands(after[j] ?? 0)),
      withThousands(before.reduce((sum, count) => sum + count, 0)),
    ],
  ];
  const lines = inColumns(table, ["left", ...columns.map(() => "right" as const), "right"]);
  return stability === null ? lines : [...lines, `${labels.stability} ${stability}`];
}

function told(each: SimulatedClass | undefined, { statuses, without }: SimulationLabels): string {
  if (each === undefined) return "";
  return printable(each.name ?? (each.status === "scored" ? without : statuses[each.status]));
}

function shiftLines(shift: ScoreShift, labels: SimulationLabels): readonly string[] {
  const { accounts, mean, meanSize, quantiles, rankCorrelation, stability } = shift;
  const [up, unchanged, down] = [shift.up, shift.unchanged, shift.down].map(withThousands) as [string, string, string];
  const places = (value: number) => String(Number(value.toFixed(4)));
  const lines = [
    labels.shifts(withThousands(accounts), up, unchanged, down),
    labels.means(places(mean), places(meanSize)),
    labels.shiftAt + quantiles.map(({ share, shift }) => `${share * 100} %${labels.colon}${shift}`).join(labels.comma),
  ];
  if (rankCorrelation !== null) lines.push(`${labels.rankCorrelation} ${places(rankCorrelation)}`);
  return stability === null ? lines : [...lines, `${labels.stability} ${stability}`];
}

function moverLines(movers: readonly Mover[], labels: SimulationLabels): readonly string[] {
  const rows = movers.map(({ id, from, to, causes }) => [
    printable(id),
    arrow(place(from, labels), place(to, labels)),
    arrow(from.quadrant ?? "-", to.quadrant ?? "-"),
    arrow(String(from.total ?? "-"), String(to.total ?? "-")),
    labels.bySteps(causes.map(({ step }) => step + 1).join(labels.comma)),
  ]);
  return inColumns(rows, ["left", "left", "left", "left", "left"]);
}

function place({ status, tier }: SimulatedRating, { statuses }: SimulationLabels): string {
  return printable(tier ?? statuses[status]);
}

function arrow(from: string, to: string): string {
  return from === to ? printable(from) : `${printable(from)} → ${printable(to)}`;
}

function limitLine({ limit, most, share, of }: PassedLimit, labels: SimulationLabels): string {
  const what = labels.limits[limit];
  const name =
    of === null ? "" : ` ${printable(of.name ?? labels.statuses[of.status])}${labels.colon}${of.before} → ${of.after}`;
  const found = share === null ? labels.hadNobody : `${(share * 100).toFixed(1)} %`;
  return `${what}${name}${labels.colon}${found}${labels.comma}${labels.limit} ${Number((most * 100).toFixed(6))} %`;
}

function percent(part: number, whole: number, { none }: SimulationLabels): string {
  return whole === 0 ? none : `${((part / whole) * 100).toFixed(1)} %`;
}
