import { type Facts, fillText } from "../core/fill-text.ts";
import type { Baseline } from "./baseline.ts";
import { type BaselineOf, baselineOf } from "./baseline.ts";
import { contributionOf, difference } from "./exact-decimals.ts";
import type { DimensionPart, Reason, TotalPart } from "./explanation.ts";
import type { Frame } from "./frame.ts";
import { bySize } from "./rank-parts.ts";
import type { TextKey } from "./texts-en.ts";
import { tellValue } from "./told-value.ts";
import type { WalkedPart } from "./walk-parts.ts";

/** Texts of reasons by code, in place of those shipped. */
export type ReasonTexts = { readonly [code: string]: string };

/**
 * The parts of a score that differ from the baseline, greatest effect first: against the best what was lost, against the
 * worst what was gained, else both. A rule is compared with not having fired.
 */
export function findReasons(
  scored: TotalPart | DimensionPart,
  walked: readonly WalkedPart[],
  baseline: Baseline,
  texts: ReasonTexts,
  frame: Frame,
): readonly Reason[] {
  const points = baselineOf(baseline, scored, frame);
  const isTold = (effect: number) =>
    baseline === "best" ? effect < 0 : baseline === "worst" ? effect > 0 : effect !== 0;
  const reasons = walked.flatMap((each) => {
    const reason = reasonOf(each, points, texts, frame);
    return reason !== null && isTold(reason.effect) ? [reason] : [];
  });
  return bySize(reasons, "effect");
}

function reasonOf(walked: WalkedPart, baselineOf: BaselineOf, texts: ReasonTexts, frame: Frame): Reason | null {
  const { finest, scorePlaces, words } = frame;
  if (walked.kind === "start" || walked.kind === "clamp") return null;
  const { kind, part, share } = walked;
  const points = kind === "bonus" ? walked.points : (part.points as number);
  const baseline = kind === "bonus" ? 0 : baselineOf(walked.part);
  if (baseline === null) return null;
  const effect = contributionOf(difference(points, baseline, finest), share, finest, scorePlaces);
  const facts: Facts = {
    code: part.code,
    title: part.title,
    points,
    baseline,
    effect: Math.abs(effect),
    ...(walked.kind === "indicator"
      ? { because: walked.part.because, input: walked.part.input.title, value: tellValue(walked.part.input) }
      : {}),
  };
  const own = hasOwn.call(texts, part.code) ? texts[part.code] : undefined;
  const text = own === undefined ? words.say(KEYS[kind][effect < 0 ? "lost" : "gained"], facts) : fillText(own, facts);
  return { kind, code: part.code, path: part.path, title: part.title, points, baseline, effect, text };
}

const KEYS = {
  indicator: { lost: "reason-lost", gained: "reason-gained" },
  group: { lost: "reason-group-lost", gained: "reason-group-gained" },
  bonus: { lost: "reason-deduction", gained: "reason-bonus" },
} satisfies { readonly [K in Reason["kind"]]: { readonly lost: TextKey; readonly gained: TextKey } };

const hasOwn = Object.prototype.hasOwnProperty;
