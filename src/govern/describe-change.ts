import { aList, requireParts } from "../core/check-options.ts";
import { fillText } from "../core/fill-text.ts";
import type { Language } from "../core/language.ts";
import { formatPath } from "../core/wording.ts";
import type { Change } from "./change.ts";
import { CHANGE_TEXTS } from "./change-texts.ts";
import type { PointsChange, SpanChange } from "./curve-difference.ts";

/** How a change is put into words. */
export interface DescribeChangeOptions {
  /** Default `en`. */
  readonly language?: Language | undefined;
}

/**
 * A change in one line: its place, what stood there and what stands there now; of a curve, where and by how much its
 * points change.
 *
 * @throws GuanxiError for what is no change
 *
 * @example
 * ```ts
 * describeChange({ kind: "weight", path: ["dimensions", "value", "weight"], from: 60, to: 50 });
 * // "dimensions.value.weight: 60 → 50"
 * ```
 */
export function describeChange(change: Change, options?: DescribeChangeOptions): string {
  requireParts(change, ["change"], { path: aList, ...(change?.kind === "order" ? { to: aList } : {}) });
  // Anything else, such as the place in a list that `map` hands over, is told in English.
  const texts = CHANGE_TEXTS[options?.language ?? "en"] ?? CHANGE_TEXTS.en;
  return `${formatPath(change.path)}${texts.colon}${tellChange(change, texts)}`;
}

type Texts = (typeof CHANGE_TEXTS)[Language];

function tellChange({ kind, from, to, points }: Change, texts: Texts): string {
  if (kind === "order") return fillText(texts.order, { to: (to as readonly string[]).join(texts.comma) });
  if (from === undefined) return fillText(texts.added, { to: tellValue(to) });
  if (to === undefined) return fillText(texts.removed, { from: tellValue(from) });
  if (points === undefined) return fillText(texts.changed, { from: tellValue(from), to: tellValue(to) });
  return points.length === 0 ? texts.rewritten : points.map((each) => tellPoints(each, texts)).join(texts.semicolon);
}

function tellPoints(change: PointsChange, texts: Texts): string {
  if (change.kind === "span") {
    const { from, to } = change;
    return fillText(texts.span, { where: tellWhere(change, texts), from: tellEnds(from), to: tellEnds(to) });
  }
  const ends = { from: `${change.from ?? texts.none}`, to: `${change.to ?? texts.none}` };
  if (change.kind === "otherwise") return fillText(texts.otherwise, ends);
  const { value } = change;
  return fillText(texts.value, {
    ...ends,
    value: typeof value === "string" ? tellValue(value) : value ? texts.yes : texts.no,
  });
}

function tellWhere({ low, includesLow, high, includesHigh }: SpanChange, texts: Texts): string {
  if (low !== null && low === high) return fillText(texts.at, { low: `${low}` });
  const parts: string[] = [];
  if (low !== null) parts.push(fillText(includesLow ? texts.from : texts.above, { low: `${low}` }));
  if (high !== null) parts.push(fillText(includesHigh ? texts.upTo : texts.below, { high: `${high}` }));
  return parts.length === 0 ? texts.everywhere : parts.join(texts.joint);
}

/** Level points once; sloped ones from the low end to the high. */
function tellEnds([low, high]: readonly [number, number]): string {
  return low === high ? `${low}` : `${low}…${high}`;
}

/** More of a value than this is cut: the data hold it whole. */
const LONGEST_VALUE = 160;

function tellValue(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE - 1).replace(/[\uD800-\uDBFF]$/, "")}…` : text;
}
