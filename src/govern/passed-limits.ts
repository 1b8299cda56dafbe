import { aList, aNumberFrom, type OptionChecks, requireOptions, requireParts } from "../core/check-options.ts";
import type { Issue, Path } from "../core/issue.ts";
import type { HeadCount } from "./migration.ts";
import type { Simulation } from "./simulation.ts";

/** How much a change may move, as shares of 1 (0.3 is 30 %). What is left out has no limit. */
export interface SimulationLimits {
  /** Change of any tier's head count, as a share of it. */
  readonly tierHeads?: number | undefined;
  /** Change of any quadrant's head count, as a share of it. */
  readonly quadrantHeads?: number | undefined;
  /** Accounts whose status, tier or quadrant is another, as a share of all. */
  readonly moved?: number | undefined;
}

/** A limit that a simulation passes. */
export interface PassedLimit {
  readonly limit: keyof SimulationLimits;
  readonly most: number;
  /** The share found; `null` for a class that had nobody before. */
  readonly share: number | null;
  /** The class it is about, or `null` for all accounts. */
  readonly of: HeadCount | null;
}

/**
 * The limits that a simulation passes, none if it keeps them all. A share at its limit keeps it; a class that had nobody
 * before and has somebody now passes any.
 *
 * @throws GuanxiError for what is no simulation, and for a limit that is no number of 0 or more, or has another name
 *
 * @example
 * ```ts
 * const heads = [{ status: "scored", name: "A", before: 10, after: 14 }] as const;
 * const simulation = { accounts: 50, moved: 4, tier: { heads }, quadrant: null } as never;
 * passedLimits(simulation, { tierHeads: 0.3, moved: 0.1 }).map(({ limit, share }) => [limit, share]); // [["tierHeads", 0.4]]
 * ```
 */
export function passedLimits(simulation: Simulation, limits: SimulationLimits): readonly PassedLimit[] {
  requireParts(simulation, ["simulation"], PARTS);
  const { tier, quadrant, moved, accounts } = simulation;
  const { tierHeads, quadrantHeads, moved: mostMoved } = requireOptions(limits, CHECKS);
  const ofAll: PassedLimit[] =
    mostMoved !== undefined && moved > mostMoved * accounts
      ? [{ limit: "moved", most: mostMoved, share: moved / accounts, of: null }]
      : [];
  return [
    ...passedHeads("tierHeads", tier?.heads ?? [], tierHeads),
    ...passedHeads("quadrantHeads", quadrant?.heads ?? [], quadrantHeads),
    ...ofAll,
  ];
}

const PARTS = {
  accounts: /* @__PURE__ */ aNumberFrom(0),
  moved: /* @__PURE__ */ aNumberFrom(0),
  tier: withHeads,
  quadrant: withHeads,
};

/** What a model without tiers or quadrant has of them is null. */
function withHeads(value: unknown, path: Path): readonly Issue[] {
  const { heads } = (value ?? { heads: [] }) as { readonly heads?: unknown };
  return aList(heads, [...path, "heads"]);
}

const CHECKS: OptionChecks<SimulationLimits> = {
  tierHeads: /* @__PURE__ */ aNumberFrom(0),
  quadrantHeads: /* @__PURE__ */ aNumberFrom(0),
  moved: /* @__PURE__ */ aNumberFrom(0),
};

function passedHeads(
  limit: "tierHeads" | "quadrantHeads",
  heads: readonly HeadCount[],
  most: number | undefined,
): readonly PassedLimit[] {
  if (most === undefined) return [];
  return heads
    .filter(({ name, before, after }) => name !== null && Math.abs(after - before) > most * before)
    .map((of) => {
      const share = of.before === 0 ? null : Math.abs(of.after - of.before) / of.before;
      return { limit, most, share, of };
    });
}
