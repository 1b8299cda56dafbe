import { compileAmount } from "../bonus/compile-bonuses.ts";
import { fromScaled, toScaled } from "../core/scaled.ts";
import type { BonusRule, Caps } from "../schema/model-document.ts";
import type { BonusCard } from "../schema/scorecard.ts";
import type { BonusPart } from "./explanation.ts";
import type { Frame } from "./frame.ts";
import { titleOf } from "./title-of.ts";

/**
 * The rules that go to one target, each with what it asked for and what caps took from it.
 *
 * @param base of the target, as on the card
 * @param caps of the target
 */
export function explainBonuses(
  target: string,
  base: number | null,
  caps: Caps | undefined,
  frame: Frame,
): readonly BonusPart[] {
  const { model, card, scorePlaces } = frame;
  const capsLeft = { bonus: roomsOf(caps?.bonusCap, frame), deduction: roomsOf(caps?.deductionCap, frame) };
  return (model.bonuses ?? []).flatMap((rule, i) => {
    if (rule.to !== target) return [];
    const part = card.bonuses[i] as BonusCard;
    const asked = base === null || !HAS_FIRED[part.status] ? null : amountOf(rule, base, scorePlaces);
    const rooms = (asked ?? 0) < 0 ? capsLeft.deduction : capsLeft.bonus;
    const { group, target: own } =
      asked === null || part.status === "superseded" ? NOTHING : takeRoom(Math.abs(asked), rule.group, rooms);
    return [
      {
        id: rule.id,
        path: `bonus:${rule.id}`,
        code: rule.reason ?? `bonus:${rule.id}`,
        title: titleOf(rule, frame.words.language, rule.id),
        status: part.status,
        asked: asked === null ? null : fromScaled(asked, scorePlaces),
        points: part.points,
        lostToGroupCap: fromScaled(group, scorePlaces),
        lostToCap: fromScaled(own, scorePlaces),
      },
    ];
  });
}

const HAS_FIRED = {
  applied: true,
  capped: true,
  superseded: true,
  "not-in-force": false,
  "condition-false": false,
  "condition-unknown": false,
  "no-score": false,
} satisfies { readonly [K in BonusCard["status"]]: boolean };

function amountOf(rule: BonusRule, base: number, scorePlaces: number): number {
  return compileAmount(rule, scorePlaces)(toScaled(base, scorePlaces));
}

/** What is left of the caps of one target and one sign; caps are filled in listed order. */
interface Rooms {
  readonly groups: Map<string, number>;
  target: number;
}

function roomsOf(cap: number | undefined, { model, scorePlaces }: Frame): Rooms {
  const scaled = (size: number | undefined) =>
    size === undefined ? Number.POSITIVE_INFINITY : toScaled(size, scorePlaces);
  const groups = Object.entries(model.bonusGroups ?? {});
  return { groups: new Map(groups.map(([id, group]) => [id, scaled(group.cap)])), target: scaled(cap) };
}

const NOTHING = { group: 0, target: 0 };

/** Fills the group's cap, then the target's, and answers what each took away. */
function takeRoom(size: number, group: string | undefined, rooms: Rooms): typeof NOTHING {
  const inGroup = group === undefined ? Number.POSITIVE_INFINITY : (rooms.groups.get(group) as number);
  const afterGroup = Math.min(size, inGroup);
  if (group !== undefined) rooms.groups.set(group, inGroup - afterGroup);
  const after = Math.min(afterGroup, rooms.target);
  rooms.target -= after;
  return { group: size - afterGroup, target: afterGroup - after };
}
