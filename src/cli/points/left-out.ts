import type { Issue } from "../../core/issue.ts";
import { describeIssue, formatPath } from "../../core/wording.ts";
import type { Settlement } from "../../points/settle-account.ts";
import type { Refusal, RefusalReason } from "../../schema/points-ledger.ts";
import type { AccountRows } from "./account-rows.ts";

/** A row that did not come into the balances, and one reason. */
export interface LeftOut {
  readonly row: number;
  readonly code: string;
  readonly field: string;
  readonly message: string;
}

/** Everything that is wrong with a row that cannot be read. */
export function rejectedRow(row: number, issues: readonly Issue[]): readonly LeftOut[] {
  return issues.map((each) => ({ row, code: each.code, field: formatPath(each.path), message: describeIssue(each) }));
}

/** The rows of an account that were left out, by row: those that could not be read, and what the settlement left out. */
export function rowsLeftOut({ refused, faulty }: Settlement, { places, unread }: AccountRows): readonly LeftOut[] {
  if (refused.length + faulty.length + unread.length === 0) return NONE;
  const rowOf = (place: number) => places[place] as number;
  const all = [
    ...unread.flatMap(({ row, issues }) => rejectedRow(row, issues)),
    ...faulty.flatMap(({ place, issues }) => rejectedRow(rowOf(place), issues)),
    ...refused.map(({ place, refusal }) => refusedRow(rowOf(place), refusal)),
  ];
  return all.sort((a, b) => a.row - b.row);
}

const NONE: readonly LeftOut[] = [];

function refusedRow(row: number, refusal: Refusal): LeftOut {
  return { row, code: `refused/${refusal.reason}`, field: "points", message: SENTENCES[refusal.reason](refusal) };
}

const SENTENCES = {
  "not-enough": ({ asked, available }) => `asks for ${asked} points, ${available} are there`,
  spent: ({ asked, available }) => `takes back ${asked} points, of which ${available} are not spent`,
  "already-reversed": ({ asked, available }) => `reverses ${asked} points, of which ${available} are left`,
  "target-refused": () => "reverses an entry that was refused",
  endangers: ({ endangered }) => `makes the entry ${endangered} impossible`,
} satisfies { readonly [K in RefusalReason]: (refusal: Refusal) => string };
