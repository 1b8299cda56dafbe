import type { Language } from "../../core/language.ts";
import type { HeldBy, Scorecard } from "../../schema/scorecard.ts";

const ENGLISH = {
  asOf: "as of",
  tier: "tier",
  earned: "earned",
  held: "held by",
  quadrant: "quadrant",
  start: "start",
  clamp: "range",
  rounding: "rounding",
  cap: "cap",
  superseded: "another of its group counts",
  reasons: "Reasons",
  gates: "Gates",
  goalUp: "To reach",
  goalStay: "To stay in",
  reached: "already reached",
  nothingAbove: "no tier above",
  noTier: "no tier to stay in",
  colon: ": ",
  comma: ", ",
  noneAlone: "No change alone does it",
  noneAloneLoses: "No change alone loses it",
  together: "Cheapest of two",
  cost: (cost: number) => ` (cost ${cost})`,
};

/** The words between the lines of an explanation. */
export type Labels = typeof ENGLISH & {
  readonly statuses: { readonly [S in Scorecard["status"]]: string };
  readonly holds: { readonly [H in HeldBy]: string };
};

export const LABELS: { readonly [L in Language]: Labels } = {
  en: {
    ...ENGLISH,
    statuses: { scored: "scored", "insufficient-data": "insufficient data", disqualified: "disqualified" },
    holds: { validity: "validity", margin: "margin", step: "one review's longest fall" },
  },
  "zh-CN": {
    asOf: "评级日期",
    tier: "等级",
    earned: "所得等级",
    held: "保级原因",
    quadrant: "象限",
    start: "起始值",
    clamp: "范围限制",
    rounding: "舍入",
    cap: "封顶",
    superseded: "同组另一规则生效",
    reasons: "原因",
    gates: "门槛规则",
    goalUp: "达到目标",
    goalStay: "保持等级",
    reached: "已达到",
    nothingAbove: "已是最高等级",
    noTier: "目前没有等级",
    colon: "：",
    comma: "、",
    noneAlone: "以下各项单独变化均不起作用",
    noneAloneLoses: "以下各项单独变化均不会失去等级",
    together: "两项合用代价最小",
    cost: (cost) => `（代价 ${cost}）`,
    statuses: { scored: "已评级", "insufficient-data": "数据不足", disqualified: "取消资格" },
    holds: { validity: "有效期内", margin: "缓冲区内", step: "单次降级上限" },
  },
};
