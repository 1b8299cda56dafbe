// What an activity earns, as the reference of the plan tells it, rule by rule, by decimal.js. The plan and the activity
// are known to be well-formed; only the shapes of the answers are shared with what it judges.

import { Decimal } from "decimal.js";
import type {
  Activity,
  ActivityLine,
  CapSpan,
  CardScores,
  Earning,
  EarningRule,
  EarningStatus,
  EarnOptions,
  LineChoice,
  LineSelector,
  Multiplier,
  MultiplierStacking,
  PerAmountRule,
  PointsPlanDocument,
  RuleEarning,
  StreakRule,
} from "guanxi/points";
import {
  type Exact,
  exact,
  type Fraction,
  fraction,
  greatestOf,
  ONE,
  plainNumber,
  round,
  sumOf,
  ZERO,
} from "./exact.ts";
import { happened } from "./trace.ts";

export function referenceEarn(plan: PointsPlanDocument, activity: Activity, options: EarnOptions): Earning {
  const room = roomsOf("plan", plan.caps, options.earnedSoFar?.points ?? {});
  const rules: RuleEarning[] = [];
  for (const rule of plan.rules) {
    const earning = earnByRule(plan, rule, activity, options, room);
    for (const each of room) each.left -= earning.points;
    happened(`${rule.kind} ${earning.status}`);
    if (earning.cappedBy !== null) happened(`capped by ${earning.cappedBy.of} ${earning.cappedBy.span}`);
    rules.push(earning);
  }
  const sum = (list: RuleEarning[]) => list.reduce((points, each) => points + each.points, 0);
  return {
    format: 1,
    plan: { id: plan.id, version: plan.version },
    activity: activity.kind,
    date: activity.date,
    points: sum(rules),
    qualifyingPoints: sum(rules.filter(({ isQualifying }) => isQualifying)),
    rules,
  };
}

interface Room {
  of: "rule" | "plan";
  span: CapSpan;
  left: number;
}

function roomsOf(
  of: "rule" | "plan",
  caps: { [K in CapSpan]?: number } = {},
  soFar: { [K in CapSpan]?: number },
): Room[] {
  return (["event", "day", "month", "year", "lifetime"] as const)
    .filter((span) => caps[span] !== undefined)
    .map((span) => ({ of, span, left: Math.max(0, (caps[span] as number) - (soFar[span] ?? 0)) }));
}

interface Line extends ActivityLine {
  place: number;
}

function linesOf({ amount, lines }: Activity): Line[] {
  if (lines) return lines.map((line, place) => ({ ...line, place }));
  return amount === undefined || amount === null ? [] : [{ amount, place: 0 }];
}

function earnByRule(
  plan: PointsPlanDocument,
  rule: EarningRule,
  activity: Activity,
  options: EarnOptions,
  room: Room[],
): RuleEarning {
  const nothing: RuleEarning = {
    id: rule.id,
    status: "applied",
    base: null,
    multipliers: [],
    factor: null,
    product: null,
    rounded: null,
    cappedBy: null,
    points: 0,
    isQualifying: rule.qualifying ?? true,
    lines: null,
  };
  const status = statusOf(plan, rule, activity, options);
  if (status !== "applied") return { ...nothing, status };

  const soFar = options.earnedSoFar?.rules?.[rule.id];
  const rooms = [...roomsOf("rule", rule.caps, soFar?.points ?? {}), ...room];
  const multipliers = (plan.multipliers?.list ?? [])
    .filter(({ rules }) => rules === undefined || rules.includes(rule.id))
    .filter((multiplier) => isInForce(multiplier, activity.date))
    .map((multiplier) => ({ id: multiplier.id, factor: factorOf(multiplier, options) }));
  const factor = stacked(
    multipliers.map((each) => each.factor),
    plan.multipliers?.stacking,
  );
  if (multipliers.length > 1) happened(`stacking ${plan.multipliers?.stacking ?? "multiply"}`);

  const { parts, lines, isByLine } = partsOf(rule, activity, options);
  const wholes = parts.map(({ num, den }) =>
    round(fraction(num.times(factor), den), 0, `points ${rule.rounding ?? "floor"}`, rule.rounding ?? "floor"),
  );
  const rounded = plainNumber(sumOf(wholes));
  const base = parts.reduce(added, fraction(ZERO));
  const tightest = [...rooms].sort((a, b) => a.left - b.left)[0];
  const isCapped = tightest !== undefined && tightest.left < rounded;
  return {
    ...nothing,
    status: isCapped ? "capped" : "applied",
    base: shown(base),
    multipliers,
    factor: shown(fraction(factor)),
    product: shown(fraction(base.num.times(factor), base.den)),
    rounded,
    cappedBy: isCapped ? { of: tightest.of, span: tightest.span } : null,
    points: isCapped ? tightest.left : rounded,
    lines:
      lines?.map((line, i) => ({
        line: line.place,
        amount: plainNumber(exact(line.amount)),
        factor: shown(fraction(line.factor)),
        points: isByLine ? plainNumber(wholes[i] as Exact) : null,
      })) ?? null,
  };
}

function added(a: Fraction, b: Fraction): Fraction {
  return a.den.equals(b.den)
    ? fraction(a.num.plus(b.num), a.den)
    : fraction(a.num.times(b.den).plus(b.num.times(a.den)), a.den.times(b.den));
}

function shown({ num, den }: Fraction): number {
  return plainNumber(num.div(den).toSignificantDigits(15, Decimal.ROUND_HALF_UP));
}

function isInForce({ from, until }: { from?: string; until?: string }, date: string): boolean {
  if (from === date || until === date) happened("first or last day");
  return (from === undefined || from <= date) && (until === undefined || date <= until);
}

function statusOf(
  plan: PointsPlanDocument,
  rule: EarningRule,
  activity: Activity,
  options: EarnOptions,
): EarningStatus {
  if (rule.activity !== undefined && rule.activity !== activity.kind) return "other-activity";
  if (!isInForce(rule, activity.date)) return "not-in-force";
  const { card, previousCard } = options.standing ?? {};
  switch (rule.kind) {
    case "per-amount":
    case "per-product": {
      if ((activity.amount === undefined || activity.amount === null) && !activity.lines) return "no-amount";
      const amount = sumOf(linesOf(activity).map((line) => exact(line.amount)));
      if (rule.minimumAmount !== undefined && amount.equals(rule.minimumAmount)) happened("exactly the minimum");
      return rule.minimumAmount !== undefined && amount.lessThan(rule.minimumAmount) ? "below-minimum" : "applied";
    }
    case "per-event": {
      const times = options.earnedSoFar?.rules?.[rule.id]?.times ?? {};
      return rule.atMost !== undefined && (times[rule.atMost.per] ?? 0) >= rule.atMost.times
        ? "times-reached"
        : "applied";
    }
    case "per-score":
      return scoreOf(card, rule.on) === null ? "no-score" : "applied";
    case "improvement": {
      const [now, before] = [scoreOf(card, rule.on), scoreOf(previousCard, rule.on)];
      if (now === null || before === null) return "no-score";
      return now.greaterThan(before) ? "applied" : "no-gain";
    }
    case "streak":
      return earnsByStreak(plan, rule, options) ? "applied" : "no-streak";
  }
}

function scoreOf(card: CardScores | null | undefined, on: string): Exact | null {
  if (!card || (card.status ?? "scored") !== "scored") return null;
  const score = on === "total" ? card.total : card.dimensions?.[on]?.score;
  return score === null || score === undefined ? null : exact(score);
}

/** The tier or quadrant of today: what is given, else what the card says. */
function placeOf(options: EarnOptions, key: "tier" | "quadrant"): string | null {
  const { standing } = options;
  const given = standing?.[key];
  return given === undefined ? (standing?.card?.[key]?.name ?? null) : given;
}

function earnsByStreak(plan: PointsPlanDocument, rule: StreakRule, options: EarnOptions): boolean {
  const key = rule.quadrants === undefined ? "tier" : "quadrant";
  const isGood = (name: string | null | undefined): boolean => {
    if (name === null || name === undefined) return false;
    if (rule.quadrants !== undefined) return rule.quadrants.includes(name);
    const tiers = plan.tiers ?? [];
    return tiers.indexOf(name) <= tiers.indexOf(rule.tierAtLeast as string);
  };
  const names = [...(options.standing?.reviews ?? []).map((review) => review[key]), placeOf(options, key)];
  const lastBad = names.map(isGood).lastIndexOf(false);
  const length = names.length - 1 - lastBad;
  if (length === 0) return false;
  switch (rule.repeat ?? "each-streak") {
    case "each-streak":
      return length % rule.reviews === 0;
    case "each-review":
      return length >= rule.reviews;
    case "once":
      return length === rule.reviews;
  }
}

function factorOf(multiplier: Multiplier, options: EarnOptions): number {
  if (multiplier.kind === "campaign") return multiplier.factor;
  const name = placeOf(options, multiplier.kind);
  const isListed = name !== null && Object.keys(multiplier.factors).includes(name);
  happened(`${multiplier.kind} ${isListed ? "listed" : "otherwise"}`);
  return isListed ? (multiplier.factors[name] as number) : (multiplier.otherwise ?? 1);
}

function stacked(factors: number[], stacking: MultiplierStacking = "multiply"): Exact {
  if (factors.length === 0) return ONE;
  const exactly = factors.map((factor) => exact(factor));
  switch (stacking) {
    case "multiply":
      return exactly.reduce((product, factor) => product.times(factor), ONE);
    case "add": {
      const sum = ONE.plus(sumOf(exactly.map((factor) => factor.minus(1))));
      if (sum.isNegative()) happened("factors below nothing");
      return sum.isNegative() ? ZERO : sum;
    }
    case "highest":
      return greatestOf(exactly);
  }
}

interface Parts {
  parts: Fraction[];
  lines: (Line & { factor: Exact })[] | null;
  isByLine: boolean;
}

function partsOf(rule: EarningRule, activity: Activity, options: EarnOptions): Parts {
  const plain = (value: Exact): Parts => ({ parts: [fraction(value)], lines: null, isByLine: false });
  const { card, previousCard } = options.standing ?? {};
  switch (rule.kind) {
    case "per-amount":
      return partsOfAmount(rule, activity);
    case "per-product": {
      const lines = linesOf(activity).filter(({ sku }) => rule.skus.includes(sku ?? ""));
      const pieces = sumOf(lines.map(({ quantity }) => exact(quantity ?? 1)));
      return {
        parts: [fraction(pieces.times(rule.points))],
        lines: lines.map((line) => ({ ...line, factor: ONE })),
        isByLine: false,
      };
    }
    case "per-event":
    case "streak":
      return plain(exact(rule.points));
    case "per-score": {
      const score = scoreOf(card, rule.on) as Exact;
      const held = rule.bands.filter(({ from, above }) => {
        if (score.equals(from ?? above ?? Number.NaN)) happened("score at a bound");
        return from !== undefined ? score.gte(from) : above === undefined || score.gt(above);
      });
      return plain(exact(held[held.length - 1]?.points as number));
    }
    case "improvement":
      return plain((scoreOf(card, rule.on) as Exact).minus(scoreOf(previousCard, rule.on) as Exact).times(rule.rate));
  }
}

function partsOfAmount(rule: PerAmountRule, activity: Activity): Parts {
  const multipliers = rule.lineMultipliers?.list ?? [];
  const lines = linesOf(activity)
    .filter((line) => isChosen(line, rule.lines))
    .map((line) => {
      const fitting = multipliers.filter(({ lines }) => isChosen(line, lines)).map(({ factor }) => factor);
      return { ...line, factor: stacked(fitting, rule.lineMultipliers?.stacking) };
    });
  const amounts = lines.map(({ amount, factor }) => exact(amount).times(factor));
  const isByLine = rule.basis === "line";
  const per = exact(rule.per ?? 1);
  const parts = (isByLine ? amounts : [sumOf(amounts)]).map((amount) => {
    if (rule.units !== "whole") return fraction(amount.times(rule.rate), per);
    return fraction(round(fraction(amount, per), 0, "units", "floor").times(rule.rate));
  });
  return { parts, lines, isByLine };
}

function isChosen(line: Line, choice: LineChoice | undefined): boolean {
  const isIncluded = choice?.include === undefined || choice.include.some((selector) => fits(line, selector));
  return isIncluded && !(choice?.exclude ?? []).some((selector) => fits(line, selector));
}

function fits(line: Line, { skus, categories, labels, isDelivery }: LineSelector): boolean {
  if (skus !== undefined && !skus.includes(line.sku ?? "")) return false;
  if (categories !== undefined && !categories.includes(line.category ?? "")) return false;
  if (isDelivery !== undefined && isDelivery !== (line.isDelivery ?? false)) return false;
  return Object.entries(labels ?? {}).every(([label, text]) => line.labels?.[label] === text);
}
