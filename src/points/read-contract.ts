import { GuanxiError } from "../core/guanxi-error.ts";
import { factOf, type Issue, issue, type Path } from "../core/issue.ts";
import { MOST_DIGITS } from "../core/scaled.ts";
import { unknownKeys } from "../core/unknown-keys.ts";
import type { Closing, LiabilityOptions, PointsContract } from "../schema/points-liability.ts";
import { readAmount } from "./read-amount.ts";
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

/** @throws GuanxiError with everything that is wrong */
export function readContract(contract: PointsContract, options: LiabilityOptions): ReadContract {
  const issues: Issue[] = [
    ...unknownKeys(contract, ["sales", "goodsPrice", "expectedRedeemed", "closings"]),
    ...unknownKeys(options, ["places", "sharePlaces"]),
  ];
  const sales = readAmount(contract.sales, ["sales"], { least: 0 }, issues);
  const { goodsPrice = contract.sales } = contract;
  const read: ReadContract = {
    sales,
    goodsPrice: readAmount(goodsPrice, [contract.goodsPrice === undefined ? "sales" : "goodsPrice"], ABOVE_0, issues),
    expectedRedeemed: readAmount(contract.expectedRedeemed, ["expectedRedeemed"], { least: 0 }, issues),
    closings: readClosings(contract.closings ?? [], issues),
    places: readCount(options.places, ["places"], MOST_DIGITS, issues) ?? 2,
    sharePlaces: readCount(options.sharePlaces, ["sharePlaces"], MOST_DIGITS, issues),
  };
  if (issues.length > 0) throw new GuanxiError(issues);
  return read;
}

const ABOVE_0 = { above: 0 };

function readClosings(closings: unknown, issues: Issue[]): ReadContract["closings"] {
  if (Array.isArray(closings)) return closings.map((closing, i) => readClosing(closing, ["closings", i], issues));
  issues.push(issue("document/type", ["closings"], "an array", factOf(closings)));
  return [];
}

function readClosing(closing: Closing, path: Path, issues: Issue[]): ReadContract["closings"][number] {
  const { redeemedToDate, expectedRedeemed } = closing ?? {};
  const redeemed = readAmount(redeemedToDate, [...path, "redeemedToDate"], { least: 0 }, issues);
  const expected = readAmount(expectedRedeemed, [...path, "expectedRedeemed"], ABOVE_0, issues);
  // More than are expected cannot be: the expectation is out of date.
  if (expected > 0 && expected < redeemed) {
    issues.push(issue("document/least", [...path, "expectedRedeemed"], redeemed, expected));
  }
  return { redeemedToDate: redeemed, expectedRedeemed: expected };
}
