import { QUADRANTS, quadrantOf, TIERS, tierOf } from "../answers.ts";
import { type BenchAccount, type BenchIndicator, benchIndicators } from "../portfolio.ts";
import { load } from "./installed.ts";
import { piecesOf } from "./pieces.ts";
import type { RecordRival } from "./record-rival.ts";

interface JsonRules {
  readonly Engine: new (
    rules: readonly Rule[],
  ) => {
    readonly run: (facts: object) => Promise<{ readonly events: readonly Event[] }>;
  };
}

interface Rule {
  readonly conditions: { readonly all: readonly Condition[] };
  readonly event: Event;
}

interface Condition {
  readonly fact: string;
  readonly operator: "equal" | "in" | "lessThan" | "greaterThanInclusive";
  readonly value: unknown;
}

interface Event {
  readonly type: "value" | "relationship" | "bonus";
  readonly params: Gain;
}

/** weight × (base + slope × (input − start)); rules have no arithmetic, so what they find is added up beside them. */
interface Gain {
  readonly input: string;
  readonly weight: number;
  readonly base: number;
  readonly slope: number;
  readonly start: number;
}

/** A rule for each band, stretch of a line, category and flag; their events are added up in float. */
export const JSON_RULES: RecordRival = {
  name: "json-rules-engine",
  rows: 500,
  open: async () => {
    const jsonRules = await load<JsonRules>("json-rules-engine");
    if (jsonRules === null) return null;
    const engine = new jsonRules.Engine([...benchIndicators().flatMap(rulesOf), ...BONUS_RULES]);
    return async (account) => {
      const { events } = await engine.run(account);
      let [valueSum, relationshipSum, bonus] = [0, 0, 0];
      for (const { type, params } of events) {
        const gain = gainOf(account, params);
        if (type === "value") valueSum += gain;
        else if (type === "relationship") relationshipSum += gain;
        else bonus = Math.max(bonus, gain);
      }
      const value = Math.min(100, valueSum / 100 + bonus);
      const relationship = relationshipSum / 100;
      const total = (value * 60 + relationship * 40) / 100;
      const [quadrant, tier] = [QUADRANTS[quadrantOf(value, relationship)], TIERS[tierOf(total)]];
      return { value, relationship, total, quadrant: quadrant as string, tier: tier as string };
    };
  },
};

const BONUS_RULES: readonly Rule[] = [
  bonusRule({ fact: "industry", operator: "in", value: ["finance", "government"] }, 5),
  bonusRule({ fact: "isSponsor", operator: "equal", value: true }, 3),
];

function bonusRule(condition: Condition, points: number): Rule {
  const params = { input: condition.fact, weight: 1, base: points, slope: 0, start: 0 };
  return { conditions: { all: [condition] }, event: { type: "bonus", params } };
}

function gainOf(account: BenchAccount, { input, weight, base, slope, start }: Gain): number {
  return weight * (slope === 0 ? base : base + slope * ((account[input as keyof BenchAccount] as number) - start));
}

function rulesOf({ id, dimension, weight, curve }: BenchIndicator): readonly Rule[] {
  const rule = (all: readonly Condition[], { base, slope, start }: Pick<Gain, "base" | "slope" | "start">): Rule => ({
    conditions: { all },
    event: { type: dimension, params: { input: id, weight, base, slope, start } },
  });
  const equal = (value: unknown, points: number) =>
    rule([{ fact: id, operator: "equal", value }], { base: points, slope: 0, start: 0 });
  switch (curve.kind) {
    case "flag":
      return [equal(true, curve.points.true), equal(false, curve.points.false)];
    case "lookup":
      return Object.entries(curve.points).map(([name, points]) => equal(name, points));
    default: {
      const pieces = piecesOf(curve);
      return pieces.map((piece, i) => {
        const from = pieces[i - 1]?.until ?? null;
        const conditions: Condition[] = [];
        if (from !== null) conditions.push({ fact: id, operator: "greaterThanInclusive", value: from });
        if (piece.until !== null) conditions.push({ fact: id, operator: "lessThan", value: piece.until });
        return rule(conditions, piece);
      });
    }
  }
}
