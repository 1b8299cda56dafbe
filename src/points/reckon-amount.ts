import { exactly, multiply, ONE, sumOf, wholeQuotient } from "../core/exact-decimal.ts";
import type { PerAmountRule, PerProductRule } from "../schema/points-plan-document.ts";
import { compileLines } from "./choose-lines.ts";
import type { CountedLine, Reckon } from "./reckoning.ts";
import { stackFactors } from "./stack-factors.ts";

/** `rate` points for every `per` of the lines' amounts, each times what its own multipliers make. */
export function perAmount(rule: PerAmountRule): Reckon {
  const isChosen = compileLines(rule.lines);
  const { stacking = "multiply", list = [] } = rule.lineMultipliers ?? {};
  const multipliers = list.map(({ lines, factor }) => ({ fits: compileLines(lines), factor }));
  const rate = exactly(rule.rate);
  const per = exactly(rule.per ?? 1);
  const isByLine = rule.basis === "line";
  const countsWhole = rule.units === "whole";

  return ({ activity }) => {
    const lines: CountedLine[] = [];
    activity.lines.forEach((line, i) => {
      if (!isChosen(line)) return;
      const factors = multipliers.filter(({ fits }) => fits(line)).map(({ factor }) => factor);
      lines.push({ line: i, amount: line.amount, factor: stackFactors(factors, stacking) });
    });
    const amounts = lines.map(({ amount, factor }) => multiply(exactly(amount), factor));
    const parts = isByLine ? amounts : [sumOf(amounts)];
    return countsWhole
      ? {
          parts: parts.map((part) => multiply(wholeQuotient(part, per, "floor"), rate)),
          over: ONE,
          lines,
          isByLine,
        }
      : { parts: parts.map((part) => multiply(part, rate)), over: per, lines, isByLine };
  };
}

/** Fixed points for every piece of the products. */
export function perProduct(rule: PerProductRule): Reckon {
  const skus = new Set<string | null>(rule.skus);
  const points = exactly(rule.points);
  return ({ activity }) => {
    const bought = activity.lines.map((line, i) => ({ ...line, line: i })).filter(({ sku }) => skus.has(sku));
    const pieces = sumOf(bought.map(({ quantity }) => exactly(quantity)));
    const lines = bought.map(({ line, amount }) => ({ line, amount, factor: ONE }));
    return { parts: [multiply(pieces, points)], over: ONE, lines, isByLine: false };
  };
}
