import { describeIssue } from "../../core/wording.ts";
import { describeChange } from "../../govern/describe-change.ts";
import type { Migration, SimulatedClass } from "../../govern/migration.ts";
import type { PassedLimit } from "../../govern/passed-limits.ts";
import type { ScoreShift } from "../../govern/score-shift.ts";
import type { Mover, SimulatedRating, Simulation } from "../../govern/simulation.ts";
import type { Style } from "../ink.ts";
import { inColumns, printable, withThousands } from "../text-layout.ts";

/** A simulation for people at a terminal. */
export function simulationText(simulation: Simulation, passed: readonly PassedLimit[], { bold, warn }: Style): string {
  const { from, to, accounts, moved, tier, quadrant, shift, movers, rejected } = simulation;
  const sections: (readonly [title: string, lines: readonly string[]])[] = [
    ["Changes", changeLines(simulation)],
    ["Tiers", tier === null ? [] : matrix(tier)],
    ["Quadrants", quadrant === null ? [] : matrix(quadrant)],
    ["Totals", shift === null ? [] : shiftLines(shift)],
    [
      `Movers${moved > movers.length ? ` (the first ${movers.length} of ${withThousands(moved)})` : ""}`,
      moverLines(movers),
    ],
    [
      "Rejected",
      rejected.map(
        ({ id, by, issues }) =>
          `${printable(id)} by ${BY[by]}: ${issues.map((each) => describeIssue(each)).join("; ")}`,
      ),
    ],
    ["Past the limits", passed.map((each) => warn(limitLine(each)))],
  ];
  const head = `${from.id} ${from.version} → ${to.id} ${to.version}: ${withThousands(accounts)} accounts, ${withThousands(moved)} move (${percent(moved, accounts)})`;
  const told = sections.filter(([, lines]) => lines.length > 0);
  return `${bold(head)}\n${told.map(([title, lines]) => `\n${bold(title)}\n${lines.map((line) => `  ${line}\n`).join("")}`).join("")}`;
}

const BY = { from: "the model before", to: "the model after", both: "both" } as const;

/** One line a change; the steps are numbered, and the accounts they moved stand at their first change. */
function changeLines({ steps }: Simulation): readonly string[] {
  return steps.flatMap(({ changes, moved }, i) =>
    changes.map((change, j) => {
      const mark = j === 0 ? `${i + 1}. ` : "   ";
      return `${mark}${printable(describeChange(change), LONGEST_CHANGE)}${j === 0 ? ` (moves ${withThousands(moved)})` : ""}`;
    }),
  );
}

const LONGEST_CHANGE = 400;

/** From in rows, to in columns; classes without a name only where somebody is in them. */
function matrix({ from, to, counts, before, after, stability }: Migration): readonly string[] {
  const isShown = ({ name }: SimulatedClass, heads: number | undefined) => name !== null || (heads ?? 0) > 0;
  const columns = to.flatMap((each, j) => (isShown(each, after[j]) ? [j] : []));
  const rows = from.flatMap((each, i) => (isShown(each, before[i]) ? [i] : []));
  const cell = (count: number | undefined) => (count === 0 ? "·" : withThousands(count ?? 0));
  const table = [
    ["from \\ to", ...columns.map((j) => told(to[j])), "all"],
    ...rows.map((i) => [told(from[i]), ...columns.map((j) => cell(counts[i]?.[j])), withThousands(before[i] ?? 0)]),
    [
      "all",
      ...columns.map((j) => withThousands(after[j] ?? 0)),
      withThousands(before.reduce((sum, count) => sum + count, 0)),
    ],
  ];
  const lines = inColumns(table, ["left", ...columns.map(() => "right" as const), "right"]);
  return stability === null ? lines : [...lines, `stability index ${stability}`];
}

function told(each: SimulatedClass | undefined): string {
  return printable(each?.name ?? (each?.status === "scored" ? "without" : (each?.status ?? "")));
}

function shiftLines({
  accounts,
  up,
  unchanged,
  down,
  mean,
  meanSize,
  quantiles,
  rankCorrelation,
  stability,
}: ScoreShift) {
  const places = (value: number) => String(Number(value.toFixed(4)));
  const lines = [
    `${withThousands(accounts)} with a total before and after: ${withThousands(up)} up, ${withThousands(unchanged)} unchanged, ${withThousands(down)} down`,
    `mean shift ${places(mean)}, mean size ${places(meanSize)}`,
    `shift at ${quantiles.map(({ share, shift }) => `${share * 100} %: ${shift}`).join(", ")}`,
  ];
  if (rankCorrelation !== null) lines.push(`rank correlation ${places(rankCorrelation)}`);
  return stability === null ? lines : [...lines, `stability index ${stability}`];
}

function moverLines(movers: readonly Mover[]): readonly string[] {
  const rows = movers.map(({ id, from, to, causes }) => [
    printable(id),
    arrow(place(from), place(to)),
    arrow(from.quadrant ?? "-", to.quadrant ?? "-"),
    arrow(String(from.total ?? "-"), String(to.total ?? "-")),
    `by ${causes.map(({ step }) => step + 1).join(", ")}`,
  ]);
  return inColumns(rows, ["left", "left", "left", "left", "left"]);
}

function place({ status, tier }: SimulatedRating): string {
  return printable(tier ?? status);
}

function arrow(from: string, to: string): string {
  return from === to ? printable(from) : `${printable(from)} → ${printable(to)}`;
}

const WORDS = { tierHeads: "tier", quadrantHeads: "quadrant", moved: "accounts that move" } as const;

function limitLine({ limit, most, share, of }: PassedLimit): string {
  const who =
    of === null ? WORDS[limit] : `${WORDS[limit]} ${printable(of.name ?? of.status)}: ${of.before} → ${of.after}`;
  const found = share === null ? "had nobody" : `${(share * 100).toFixed(1)} %`;
  return `${who}: ${found}, limit ${Number((most * 100).toFixed(6))} %`;
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "none" : `${((part / whole) * 100).toFixed(1)} %`;
}
