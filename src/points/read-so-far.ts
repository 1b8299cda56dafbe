import { isMissing } from "../core/is-missing.ts";
import type { Issue, Path } from "../core/issue.ts";
import type { EarnedSoFar, SpanCounts } from "../schema/earn-options.ts";
import { type Reading, readCount, readKeyed, readObject } from "./read-object.ts";

/** What was earned before, by rule where the plan has one. */
export interface ReadSoFar {
  readonly points: SpanCounts;
  readonly ofRule: (rule: string) => { readonly points: SpanCounts; readonly times: SpanCounts };
}

const NOTHING = { points: {}, times: {} };
export const NOTHING_YET: ReadSoFar = { points: {}, ofRule: () => NOTHING };

const KEYS = ["points", "rules"] as const satisfies readonly (keyof EarnedSoFar)[];
const RULE_KEYS = ["points", "times"] as const;
const COUNTED = ["day", "month", "year", "lifetime"] as const satisfies readonly (keyof SpanCounts)[];

/** Reads what was earned so far. Rules that the plan does not have (any more) are not looked at. */
export function readSoFar(rules: readonly { readonly id: string }[], value: unknown, issues: Issue[]): ReadSoFar {
  const reading: Reading = { issues };
  const path: Path = ["earnedSoFar"];
  const soFar = readObject(reading, value, path, KEYS);
  if (soFar === null) return NOTHING_YET;
  const keyed = isMissing(soFar.rules) ? {} : (readKeyed(reading, soFar.rules, [...path, "rules"]) ?? {});
  const counts = new Map(
    rules.flatMap(({ id }) => {
      if (isMissing(keyed[id])) return [];
      const at = [...path, "rules", id];
      const { points, times } = readObject(reading, keyed[id], at, RULE_KEYS) ?? NOTHING;
      return [
        [
          id,
          {
            points: readCounts(reading, points, [...at, "points"]),
            times: readCounts(reading, times, [...at, "times"]),
          },
        ],
      ] as const;
    }),
  );
  return {
    points: readCounts(reading, soFar.points, [...path, "points"]),
    ofRule: (rule) => counts.get(rule) ?? NOTHING,
  };
}

function readCounts(reading: Reading, value: unknown, path: Path): SpanCounts {
  const counts = isMissing(value) ? null : readObject(reading, value, path, COUNTED);
  if (counts === null) return {};
  const [day = 0, month = 0, year = 0, lifetime = 0] = COUNTED.map((span) =>
    readCount(reading, counts[span], [...path, span], 0, 0),
  );
  return { day, month, year, lifetime };
}
