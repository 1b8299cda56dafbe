import type { Text } from "../../schema/model-document.ts";
import type { PointsPlan } from "../../schema/points-plan-document.ts";
import { COLOURED, PLAIN } from "../ink.ts";
import { inColumns, printable, withThousands } from "../text-layout.ts";
import type { LeftOut } from "./left-out.ts";
import type { PointsSettings } from "./points-settings.ts";
import { type PointsTally, SUMMED, type Summed } from "./points-tally.ts";

/** A readable summary of a run: how many accounts, what all points together are, what was left out. */
export function pointsSummary(
  plan: PointsPlan,
  tally: PointsTally,
  settings: PointsSettings,
  hasColour: boolean,
): string {
  const style = hasColour ? COLOURED : PLAIN;
  const { asOf, out, errors } = settings;
  const sums = tally.sums();
  const leftOut = tally.leftOut();
  const named = tally.firstLeftOut.slice(0, MOST_REASONS);
  const unnamed = leftOut - named.length;
  const written = [
    ["balances", out],
    ["errors", errors ?? "-"],
  ].filter(([, file]) => file !== "-");
  const sections = [
    [
      style.bold(`${titleOf(plan)} ${plan.version}`) + style.dim(` · as of ${asOf}`),
      `${style.bold(withThousands(tally.accounts()))} ${tally.accounts() === 1 ? "account" : "accounts"} in ` +
        `${withThousands(tally.rows())} ${tally.rows() === 1 ? "row" : "rows"}`,
    ],
    [
      style.bold("Points of all accounts"),
      ...inColumns(
        SUMMED.map((name) => [WORDS[name], withThousands(sums[name])]),
        ["left", "right"],
      ),
    ],
    leftOut === 0
      ? []
      : [
          style.warn(`Rows left out: ${withThousands(leftOut)}`),
          ...named.map((each) => leftOutLine(each.account, each)),
          ...(unnamed > 0 ? [style.dim(`… and ${withThousands(unnamed)} more (${whereAll(errors)})`)] : []),
        ],
    written.map(([what, file]) => `${style.dim("Wrote")} ${what} to ${style.bold(file as string)}`),
  ];
  return `\n${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => `  ${line}`.trimEnd()).join("\n"))
    .join("\n\n")}\n\n`;
}

const MOST_REASONS = 5;

const WORDS = {
  balance: "Balance",
  pending: "Pending",
  owed: "Owed",
  earned: "Earned",
  adjusted: "Adjusted",
  transferred: "Transferred",
  spent: "Spent",
  expired: "Expired",
  reversed: "Reversed",
} satisfies { readonly [K in Summed]: string };

function whereAll(errors: string | undefined): string {
  return errors === undefined ? "--errors FILE writes them all" : `all in ${errors}`;
}

/** One row that was left out, with its first reason. */
export function leftOutLine(account: string, { row, message }: LeftOut): string {
  return `row ${row}${account === "" ? "" : ` ${printable(account)}`}: ${printable(message, 200)}`;
}

function titleOf(plan: PointsPlan): string {
  const title: Text | undefined = plan.title;
  return (typeof title === "string" ? title : title?.en) ?? plan.id;
}
