import type { Language } from "../core/language.ts";

/** What of a change is told: `{…}` is filled in. */
interface ChangeTexts {
  /** Between a path and what is told of it, between names, between pieces of a curve. */
  readonly colon: string;
  readonly comma: string;
  readonly semicolon: string;
  readonly changed: string;
  readonly added: string;
  readonly removed: string;
  readonly order: string;
  readonly rewritten: string;
  readonly span: string;
  readonly value: string;
  readonly otherwise: string;
  readonly none: string;
  readonly everywhere: string;
  readonly below: string;
  readonly upTo: string;
  readonly from: string;
  readonly above: string;
  readonly at: string;
  readonly joint: string;
  readonly yes: string;
  readonly no: string;
}

export const CHANGE_TEXTS = {
  en: {
    colon: ": ",
    comma: ", ",
    semicolon: "; ",
    changed: "{from} → {to}",
    added: "added: {to}",
    removed: "removed: {from}",
    order: "order: {to}",
    rewritten: "written otherwise, the same points everywhere",
    span: "{where}: points {from} → {to}",
    value: "{value}: points {from} → {to}",
    otherwise: "any other value: points {from} → {to}",
    none: "none",
    everywhere: "everywhere",
    below: "below {high}",
    upTo: "up to {high}",
    from: "from {low}",
    above: "above {low}",
    at: "at {low}",
    joint: " ",
    yes: "true",
    no: "false",
  },
  "zh-CN": {
    colon: "：",
    comma: "、",
    semicolon: "；",
    changed: "{from} → {to}",
    added: "新增：{to}",
    removed: "删除：{from}",
    order: "顺序：{to}",
    rewritten: "写法不同，各处得分相同",
    span: "{where}：得分 {from} → {to}",
    value: "{value}：得分 {from} → {to}",
    otherwise: "其他取值：得分 {from} → {to}",
    none: "无",
    everywhere: "所有取值",
    below: "小于 {high}",
    upTo: "不大于 {high}",
    from: "不小于 {low}",
    above: "大于 {low}",
    at: "等于 {low}",
    joint: " 且",
    yes: "是",
    no: "否",
  },
} satisfies { readonly [L in Language]: ChangeTexts };
