import { GuanxiError } from "../core/guanxi-error.ts";
import { isMissing } from "../core/is-missing.ts";
import { type Issue, issue, type Path } from "../core/issue.ts";
import { MOST_DIGITS } from "../core/scaled.ts";
import type { Closing, LiabilityOptions, PointsContract } from "../schema/points-liability.ts";
import { type Reading, readAmount, readList, readObject } from "./read-object.ts";
import { readCount } from "./read-options.ts";

/** A contract as it is reckoned with: every amount a double that prints as it. */
export interface ReadContract {
  readonly sales: number;
  readonly goodsPrice: number;
  readonly expectedRedeemed: number;
  readonly closings: readonly { readonly redeemedToDate: number; readonly expectedRedeemed: number }[];
  readonly places: number;
  readonly sharePlaces: number | null;
}

const KEYS = [
  "sales",
  "goodsPrice",
  "expectedRedeemed",
  "closings",
] as const satisfies readonly (keyof PointsContract)[];
const CLOSING_KEYS = ["redeemedToDate", "expectedRedeemed"] as const satisfies readonly (keyof Closing)[];

/** @throws GuanxiError with everything that is wrong */
export function readContract(contract: PointsContract, options: LiabilityOptions): ReadContract {
  const issues: Issue[] = [];
  const reading: Reading = { issues };
  const given = readObject(reading, contract, [], KEYS);
  if (given === null) throw new GuanxiError(issues);
  const rounding = readObject(reading, options ?? {}, [], ["places", "sharePlaces"]);
  const hasPrice = !isMissing(given.goodsPrice);
  const sales = (hasPrice ? atLeast0 : above0)(reading, given.sales, ["sales"]);
  const read: ReadContract = {
    sales,
    goodsPrice: hasPrice ? above0(reading, given.goodsPrice, ["goodsPrice"]) : sales,
    expectedRedeemed: atLeast0(reading, given.expectedRedeemed, ["expectedRedeemed"]),
    closings: isMissing(given.closings) ? [] : readClosings(reading, given.closings),
    places: readCount(rounding?.places, ["places"], MOST_DIGITS, issues) ?? 2,
    sharePlaces: readCount(rounding?.sharePlaces, ["sharePlaces"], MOST_DIGITS, issues),
  };
  if (issues.length > 0) throw new GuanxiError(issues);
  return read;
}

function readClosings(reading: Reading, value: unknown): ReadContract["closings"] {
  return readList(reading, value, ["closings"]).map((each, i) => readClosing(reading, each, ["closings", i]));
}

function readClosing(reading: Reading, value: unknown, path: Path): ReadContract["closings"][number] {
  const closing = readObject(reading, value, path, CLOSING_KEYS);
  if (closing === null) return { redeemedToDate: 0, expectedRedeemed: 0 };
  const redeemedToDate = atLeast0(reading, closing.redeemedToDate, [...path, "redeemedToDate"]);
  const expectedRedeemed = above0(reading, closing.expectedRedeemed, [...path, "expectedRedeemed"]);
  // More than are expected cannot be: the expectation is out of date.
  if (expectedRedeemed > 0 && expectedRedeemed < redeemedToDate) {
    reading.issues.push(issue("record/min", [...path, "expectedRedeemed"], redeemedToDate, expectedRedeemed));
  }
  return { redeemedToDate, expectedRedeemed };
}

function atLeast0(reading: Reading, value: unknown, path: Path): number {
  const amount = readAmount(reading, value, path) ?? 0;
  if (amount < 0) reading.issues.push(issue("record/min", path, 0, amount));
  return amount;
}

/** What is divided by. */
function above0(reading: Reading, value: unknown, path: Path): number {
  const amount = readAmount(reading, value, path);
  if (amount !== null && amount <= 0) reading.issues.push(issue("document/above", path, 0, amount));
  return amount ?? 0;
}
