import fc from "fast-check";
import type { Bonus, BonusGroup, ModelDocument, Stacking } from "../../reference/document.ts";
import { type DayChoice, dayChoice, dayOf } from "./calendar-days.ts";
import { often, picked, type Spot, sometimes, spot, unitsAt, withoutUndefined } from "./choice.ts";
import { buildCondition, type ConditionChoice, conditionChoice, type Subjects } from "./conditions.ts";
import { numberOfUnits } from "./decimal-units.ts";
import { BONUS_GROUP_NAMES, BONUS_NAMES, nameAt } from "./names.ts";
import type { Scale } from "./scale.ts";

interface RuleChoice {
  to: number;
  isDeduction: boolean;
  size: Spot;
  factor: number | undefined;
  group: number;
  when: ConditionChoice | undefined;
  from: DayChoice | undefined;
  until: DayChoice | undefined;
}
export interface BonusChoices {
  rules: RuleChoice[];
  groups: { stacking: Stacking | undefined; cap: Spot | undefined }[];
}

export function bonusChoices(): fc.Arbitrary<BonusChoices> {
  const rule = fc.record({
    // Often the same target: stacking and caps need company.
    to: fc.oneof(fc.constant(0), fc.nat({ max: 11 })),
    isDeduction: fc.integer({ min: 0, max: 2 }).map((each) => each === 2),
    size: spot(),
    factor: sometimes(fc.constantFrom(1.1, 0.7, 0, 1, 2, 0.95, 1.005), { oneIn: 4 }),
    group: fc.nat({ max: 3 }),
    when: often(conditionChoice()),
    from: sometimes(dayChoice(), { oneIn: 5 }),
    until: sometimes(dayChoice(), { oneIn: 5 }),
  });
  const group = fc.record({
    stacking: fc.constantFrom<(Stacking | undefined)[]>(undefined, "sum", "max", "first"),
    cap: sometimes(spot(), { oneIn: 2 }),
  });
  return fc.record({
    rules: fc.array(rule, { minLength: 1, maxLength: 6 }),
    groups: fc.oneof(
      { weight: 1, arbitrary: fc.constant<BonusChoices["groups"]>([]) },
      { weight: 3, arbitrary: fc.array(group, { minLength: 1, maxLength: 2 }) },
    ),
  });
}

export function buildBonuses(
  choices: BonusChoices,
  dimensions: readonly string[],
  subjects: Subjects,
): Pick<ModelDocument, "bonuses" | "bonusGroups"> {
  const targets = [...dimensions, "total"];
  const bonuses = choices.rules.map((rule, index) =>
    buildRule(rule, nameAt(BONUS_NAMES, index), targets, choices.groups.length, subjects),
  );
  if (bonuses.length === 0) return {};
  const used = new Set(bonuses.map((bonus) => bonus.group));
  const groups: Record<string, BonusGroup> = {};
  choices.groups.forEach((group, index) => {
    const id = nameAt(BONUS_GROUP_NAMES, index);
    if (!used.has(id)) return;
    const cap = group.cap === undefined ? undefined : awardSize(group.cap, subjects.scale);
    groups[id] = withoutUndefined({ stacking: group.stacking, cap }) as BonusGroup;
  });
  return Object.keys(groups).length === 0 ? { bonuses } : { bonuses, bonusGroups: groups };
}

function buildRule(
  choice: RuleChoice,
  id: string,
  targets: readonly string[],
  groupCount: number,
  subjects: Subjects,
): Bonus {
  const size = awardSize(choice.size, subjects.scale);
  const points = choice.factor === undefined ? (choice.isDeduction ? -size : size) : undefined;
  const isGrouped = groupCount > 0 && choice.group < 3;
  const [from, until] = inOrder(choice.from && dayOf(choice.from), choice.until && dayOf(choice.until));
  return withoutUndefined({
    id,
    to: picked(targets, choice.to),
    points,
    factor: choice.factor,
    group: isGrouped ? nameAt(BONUS_GROUP_NAMES, choice.group % groupCount) : undefined,
    when: choice.when && buildCondition(choice.when, subjects),
    from,
    until,
  }) as Bonus;
}

/** A positive number of at most `places.score` decimals, up to a fifth of the range. */
export function awardSize(at: Spot, scale: Scale): number {
  const unit = 10 ** scale.score;
  const most = Math.max(1, Math.floor(((scale.high - scale.low) * unit) / 5));
  return numberOfUnits(unitsAt(at, 1, most), scale.score);
}

function inOrder(from: string | undefined, until: string | undefined): [string | undefined, string | undefined] {
  return from !== undefined && until !== undefined && from > until ? [until, from] : [from, until];
}
