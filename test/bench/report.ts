import type { ColumnsRace } from "./columns-race.ts";
import type { Comparison } from "./comparison.ts";
import type { Circumstances } from "./machine.ts";
import { beyondColumns, type Footprint, MOST_BEYOND_COLUMNS, MOST_UNEVEN, unevenness } from "./memory.ts";

/** Everything one run of the bench found. Parts that were not asked for are absent. */
export interface Findings {
  readonly circumstances: Circumstances;
  readonly columns: readonly ColumnsRace[];
  readonly records: readonly Comparison[];
  readonly footprint: Footprint | null;
}

type Row = readonly string[];
interface Table {
  readonly head: Row;
  readonly rows: readonly Row[];
}

/** The findings for a terminal. */
export function asText(findings: Findings): string {
  return lines(findings, (table) => {
    const all = [table.head, ...table.rows].map((row) => row.map((cell) => cell.replaceAll("`", "")));
    const widths = table.head.map((_, c) => Math.max(...all.map((row) => (row[c] as string).length)));
    const isRight = numberColumns(table);
    const aligned = (cell: string, c: number) =>
      isRight[c] ? cell.padStart(widths[c] as number) : cell.padEnd(widths[c] as number);
    return all.map((row) => row.map(aligned).join("  ").trimEnd());
  }).replaceAll("`", "");
}

/** The findings for `docs/reference/performance.md`. */
export function asMarkdown(findings: Findings): string {
  return lines(findings, (table) => {
    const marks = numberColumns(table).map((isRight) => (isRight ? "---:" : "---"));
    return [table.head, marks, ...table.rows].map((row) => `| ${row.join(" | ")} |`);
  });
}

/** Which columns hold figures. */
function numberColumns({ head, rows }: Table): readonly boolean[] {
  return head.map((_, c) => rows.every((row) => /^$|^[-≤\d]/.test(row[c] as string)) && head[c] !== "");
}

function lines({ circumstances, columns, records, footprint }: Findings, table: (table: Table) => string[]): string {
  const { version, measured, date, processor, node, rounds } = circumstances;
  const comparisons = [...columns.flatMap((one) => one.comparisons), ...records];
  const slower = comparisons.filter((one) => one.measured !== null && one.measured.ratio < 1);
  const parts = [
    [`guanxi ${version} (${measured}), ${date}; ${processor}; Node ${node}; medians of ${rounds} rounds.`],
    comparisons.length === 0 ? [] : table(comparisonTable(comparisons)),
    slower.length === 0 ? [] : ["Where guanxi is slower:", "", ...slower.map(slowerLine)],
    columns.length === 0 ? [] : table(dataTable(columns)),
    footprint === null ? [] : table(footprintTable(footprint)),
  ];
  return parts
    .filter((part) => part.length > 0)
    .map((part) => part.join("\n"))
    .join("\n\n");
}

function comparisonTable(comparisons: readonly Comparison[]): Table {
  return {
    head: ["guanxi", "against", "data", "ns a row", "theirs", "times as fast", "quartiles", "target", ""],
    rows: comparisons.map(({ door, against, data, measured, target, verdict }) => [
      door,
      against,
      data,
      ...(measured === null
        ? ["", "", "", ""]
        : [
            figure(measured.ours),
            figure(measured.theirs),
            `${figure(measured.ratio)}×`,
            measured.quartiles.map(figure).join("–"),
          ]),
      target === null ? "" : `${target}×`,
      verdict ?? "",
    ]),
  };
}

function slowerLine({ door, against, data, measured }: Comparison): string {
  return `- ${door} against ${against} (${data}): ${figure(measured?.ratio ?? 0)}×`;
}

function dataTable(columns: readonly ColumnsRace[]): Table {
  return {
    head: ["data", "rows", "cells of linear curves on a tie", "rows that float puts into another quadrant or tier"],
    rows: columns.map(({ data, rows, tieShare, otherClass }) => [
      data,
      count(rows),
      `${(tieShare * 100).toFixed(1)} %`,
      count(otherClass),
    ]),
  };
}

function footprintTable(footprint: Footprint): Table {
  const { memory, times } = footprint;
  const beyond = beyondColumns(footprint);
  const uneven = unevenness(footprint);
  return {
    head: ["of `scoreColumns`", "measured", "target", ""],
    rows: [
      [`columns in, ${count(memory.rows)} rows`, megabytes(memory.inputs), "", ""],
      ["columns out", megabytes(memory.outputs), "", ""],
      ["array buffers after the call, beyond those in", megabytes(memory.buffers), "", ""],
      ["growth of the process during the call, at its peak", megabytes(memory.growth), "", ""],
      [
        "of that beyond the columns out",
        megabytes(beyond.bytes),
        `≤ ${megabytes(MOST_BEYOND_COLUMNS)}`,
        beyond.verdict,
      ],
      ...times.map(({ rows, perRow }) => [`time a row of ${count(rows)}`, `${figure(perRow)} ns`, "", ""]),
      ["the dearest row against the cheapest", `${figure(uneven.ratio)}×`, `≤ ${MOST_UNEVEN}×`, uneven.verdict],
    ],
  };
}

/** Three digits that matter. */
function figure(value: number): string {
  return value >= 100 ? count(Math.round(value)) : value.toPrecision(3);
}

function count(value: number): string {
  return value.toLocaleString("en");
}

function megabytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MiB`;
}
