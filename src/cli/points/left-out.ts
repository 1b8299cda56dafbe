import type { Issue } from "../../core/issue.ts";
import { describeIssue, formatPath } from "../../core/wording.ts";
import type { Settlement } from "../../points/settle-account.ts";
import type { Refusal, RefusalReason } from "../../schema/points-ledger.ts";
import type { AccountRow } from "./account-rows.ts";

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

/** The rows that a settlement left out, by row; `places` are the rows that were settled. */
export function rowsLeftOut({ refused, faulty }: Settlement, places: readonly AccountRow[]): readonly LeftOut[] {
  const rowOf = (place: number) => (places[place] as AccountRow).row;
  return [
    ...faulty.flatMap(({ place, issues }) => rejectedRow(rowOf(place), issues)),
    ...refused.map(({ place, refusal }) => refusedRow(rowOf(place), refusal)),
  ];
}

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
