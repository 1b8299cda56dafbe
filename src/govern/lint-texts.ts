import type { Language } from "../core/language.ts";
import type { Idleness, LintCode, Severity } from "./lint-finding.ts";

/** The words of findings in one language; `{…}` is a fact, `{because}` the text of one. */
export interface LintTexts {
  readonly severities: { readonly [S in Severity]: string };
  readonly sentences: { readonly [C in LintCode]: string };
  /** What to do about it. */
  readonly cures: { readonly [C in LintCode]: string };
  readonly because: { readonly [I in Idleness]: string };
  /** Between a path and its sentence, and between the parts of a list. */
  readonly colon: string;
  readonly comma: string;
}

const ENGLISH: LintTexts = {
  severities: { warning: "warning", hint: "hint" },
  sentences: {
    "lint/unused-field": "nothing reads it",
    "lint/unused-measure": "nothing reads it",
    "lint/dominating": "decides {percent} % of the total by itself",
    "lint/duplicate-input": "reads {input}, as {other} does: it counts twice",
    "lint/correlated-inputs":
      "{input} and {otherInput}, which {other} reads, put {accounts} accounts in the same order (rank correlation {correlation})",
    "lint/dead-band": "no value of {input} gets here, because its {end} is {bound}",
    "lint/same-band": "gives the same {points} points as the band before",
    "lint/dead-otherwise": "no value gets here, because every value of {input} is listed",
    "lint/not-monotone": "points rise and fall: {points}",
    "lint/idle-bonus": "can never add points, because {because}",
    "lint/capped-bonus": "gives {points} points, of which the cap lets {cap} count at most",
    "lint/overlapping-dates": "is in force together with {other} from {from} to {until}, on the same condition",
    "lint/idle-gate": "can never fire, because {because}",
    "lint/unreachable-tier": "no input reaches it: {score} lies between {least} and {greatest} always",
    "lint/unreachable-cell":
      "no input reaches it: {score} lies between {least} and {greatest} always, and the cut is {cut}",
  },
  cures: {
    "lint/unused-field": "remove it, or read it by an indicator, a measure or a condition",
    "lint/unused-measure": "remove it, or read it by an indicator or a condition",
    "lint/dominating": "lower its weight, or say in a note why one figure decides",
    "lint/duplicate-input": "leave one of the two, or say in a note why it counts twice",
    "lint/correlated-inputs": "leave one of the two, or share one weight between them in a group",
    "lint/dead-band": "remove the band, or correct the min or max of the field, or of those that the measure reads",
    "lint/same-band": "remove one of the two",
    "lint/dead-otherwise": "remove otherwise, so that a new value of the field is noticed",
    "lint/not-monotone": 'correct the points, or declare that it is meant by x: {"monotone": false} on the indicator',
    "lint/idle-bonus": "remove the rule, or raise what stands in its way",
    "lint/capped-bonus": "lower the points, or raise the cap",
    "lint/overlapping-dates": "end one on the day before the other begins",
    "lint/idle-gate": "remove the gate, or correct its condition",
    "lint/unreachable-tier": "move the bounds of the rungs, or remove the rung",
    "lint/unreachable-cell": "move the cut",
  },
  because: {
    factor: "its factor is 1",
    condition: "no account meets its condition",
    ended: "it ends before the model is in force ({day})",
    "not-begun": "it begins after the model is in force ({day})",
    first: "{other} stands before it in its group and fires whenever it does",
    stronger: "{other} of its group then always gives as much or more",
    "group-full": "rules before it then always fill the cap of its group",
    "target-full": "rules before it then always fill the cap of its target",
  },
  colon: ": ",
  comma: ", ",
};

const CHINESE: LintTexts = {
  severities: { warning: "警告", hint: "提示" },
  sentences: {
    "lint/unused-field": "没有任何内容读取它",
    "lint/unused-measure": "没有任何内容读取它",
    "lint/dominating": "仅此一项就决定总分的 {percent} %",
    "lint/duplicate-input": "与 {other} 同样读取 {input}：重复计分",
    "lint/correlated-inputs":
      "{input} 与 {other} 所读取的 {otherInput} 对 {accounts} 个账户的排序相同（秩相关系数 {correlation}）",
    "lint/dead-band": "{input} 的任何取值都不会落入此区间，因为其 {end} 为 {bound}",
    "lint/same-band": "与前一区间同样得 {points} 分",
    "lint/dead-otherwise": "任何取值都不会用到它，因为 {input} 的取值均已列出",
    "lint/not-monotone": "得分有升有降：{points}",
    "lint/idle-bonus": "永远不会加减分，因为{because}",
    "lint/capped-bonus": "给 {points} 分，而上限至多计 {cap} 分",
    "lint/overlapping-dates": "与条件相同的 {other} 在 {from} 至 {until} 同时生效",
    "lint/idle-gate": "永远不会触发，因为{because}",
    "lint/unreachable-tier": "任何输入都达不到：{score} 始终介于 {least} 与 {greatest} 之间",
    "lint/unreachable-cell": "任何输入都达不到：{score} 始终介于 {least} 与 {greatest} 之间，而分界为 {cut}",
  },
  cures: {
    "lint/unused-field": "删除它，或由指标、度量或条件读取它",
    "lint/unused-measure": "删除它，或由指标或条件读取它",
    "lint/dominating": "降低其权重，或在 note 中说明为何由一项决定",
    "lint/duplicate-input": "两者只留其一，或在 note 中说明为何计两次",
    "lint/correlated-inputs": "两者只留其一，或归入一组共用一个权重",
    "lint/dead-band": "删除该区间，或更正该字段（或度量所读取字段）的 min 或 max",
    "lint/same-band": "两者删去其一",
    "lint/dead-otherwise": "删除 otherwise，以便发现该字段的新取值",
    "lint/not-monotone": '更正得分；若本意如此，在指标上写 x: {"monotone": false}',
    "lint/idle-bonus": "删除该规则，或放宽限制它的条件",
    "lint/capped-bonus": "降低分数，或提高上限",
    "lint/overlapping-dates": "让其中一条在另一条开始的前一天结束",
    "lint/idle-gate": "删除该门槛，或更正其条件",
    "lint/unreachable-tier": "调整各级的界限，或删除该级",
    "lint/unreachable-cell": "调整分界",
  },
  because: {
    factor: "其系数为 1",
    condition: "没有账户能满足其条件",
    ended: "它在模型生效（{day}）之前已结束",
    "not-begun": "它在模型失效（{day}）之后才开始",
    first: "同组的 {other} 排在它之前，且凡它触发时必触发",
    stronger: "此时同组的 {other} 始终给出同样或更多的分数",
    "group-full": "此时在它之前的规则始终占满该组上限",
    "target-full": "此时在它之前的规则始终占满其对象的上限",
  },
  colon: "：",
  comma: "、",
};

export const LINT_TEXTS = { en: ENGLISH, "zh-CN": CHINESE } satisfies { readonly [L in Language]: LintTexts };
