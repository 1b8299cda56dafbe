import type { SpanCounts } from "../schema/earn-options.ts";
import type { RuleEarning } from "../schema/earning.ts";
import type { CapSpan, PointsCaps } from "../schema/points-plan-document.ts";

/** What a cap leaves, and which cap it is. */
export interface Room {
  readonly cappedBy: NonNullable<RuleEarning["cappedBy"]>;
  readonly left: number;
}

/** In the order in which one of two equally tight caps is named. */
export const SPANS = ["event", "day", "month", "year", "lifetime"] as const satisfies readonly CapSpan[];

/** What each cap leaves before this activity, never below 0. */
export function roomsOf(of: "rule" | "plan", caps: PointsCaps | undefined, soFar: SpanCounts): readonly Room[] {
  if (caps === undefined) return [];
  return SPANS.flatMap((span) => {
    const cap = caps[span];
    if (cap === undefined) return [];
    return [{ cappedBy: { of, span }, left: Math.max(0, cap - (span === "event" ? 0 : (soFar[span] ?? 0))) }];
  });
}

/** The tightest of the rooms that is too small for so many points, if one is. */
export function tightest(rooms: readonly Room[], points: number): Room | null {
  return rooms.reduce<Room | null>((tight, room) => (room.left < (tight?.left ?? points) ? room : tight), null);
}

/** The rooms when so many points have been put into each. */
export function filled(rooms: readonly Room[], points: number): readonly Room[] {
  return points === 0 ? rooms : rooms.map(({ cappedBy, left }) => ({ cappedBy, left: left - points }));
}
