import fc from "fast-check";
import type { ModelDocument, Override, Previous, ScoreOptions, Side } from "../../reference/document.ts";
import { anchorDays, anchorIndex, dayChoice, dayOf, plusDays } from "./calendar-days.ts";
import { often, picked, sometimes, TOWARDS_FIRST, withoutUndefined } from "./choice.ts";

/** The day: an anchor or next to one, sometimes on a rule's own first or last day, rarely at the calendar's end. */
export function asOfFor(document: ModelDocument): fc.Arbitrary<string> {
  const ruleDays = (document.bonuses ?? []).flatMap(({ from, until }) => [
    ...(from ? [from, plusDays(from, -1)] : []),
    ...(until ? [until, plusDays(until, 1)] : []),
  ]);
  const anchor = anchorIndex().map((index) => picked(anchorDays(), index));
  return fc.oneof(
    { weight: 12, arbitrary: anchor },
    { weight: 3, arbitrary: dayChoice().map(dayOf) },
    { weight: 4, arbitrary: ruleDays.length === 0 ? anchor : fc.constantFrom(...ruleDays) },
    { weight: 1, arbitrary: fc.constantFrom("9999-11-30", "0001-01-31", "2000-02-29") },
  );
}

export function optionsFor(document: ModelDocument): fc.Arbitrary<ScoreOptions> {
  return asOfFor(document).chain((asOf) => optionsOn(document, asOf));
}

/** Options of one run: every row has the same day. */
export function optionsOn(document: ModelDocument, asOf: string): fc.Arbitrary<ScoreOptions> {
  return fc
    .record({
      previous: fc.oneof(
        TOWARDS_FIRST,
        { weight: 2, arbitrary: fc.constant(undefined) },
        { weight: 6, arbitrary: previousFor(document, asOf) },
        { weight: 1, arbitrary: fc.constantFrom<(Previous | null)[]>(null, {}) },
      ),
      override: document.tier ? sometimes(overrideFor(document, asOf), { oneIn: 4 }) : NONE,
      spoiled: sometimes(spoiledOptions(document), { oneIn: 30 }),
    })
    .map(({ previous, override, spoiled }) =>
      withoutUndefined({ asOf, previous, override, ...spoiled }),
    ) as fc.Arbitrary<ScoreOptions>;
}

const NONE = fc.constant(undefined);

function previousFor(document: ModelDocument, asOf: string): fc.Arbitrary<Previous> {
  const rungs = document.tier?.rungs ?? [];
  const names = rungs.flatMap((rung) => [rung.name, ...(rung.formerly ?? [])]);
  // The best tiers more often: only a fall can be held.
  names.push(...names.slice(0, 2), ...names.slice(0, 2));
  const side = fc.constantFrom<(Side | null | undefined)[]>("high", "low", "high", "low", null, undefined);
  const sides = fc.record({ x: side, y: side }).map(withoutUndefined);
  return fc
    .record({
      // A tier of a model that has none is ignored.
      tier: often(names.length === 0 ? fc.constant("elsewhere") : fc.constantFrom(...names, null)),
      validUntil: often(dayNear(asOf)),
      sides: often(fc.oneof({ weight: 5, arbitrary: sides }, { weight: 1, arbitrary: fc.constant(null) })),
    })
    .map(withoutUndefined) as fc.Arbitrary<Previous>;
}

function dayNear(asOf: string): fc.Arbitrary<string | null> {
  if (asOf < "0003" || asOf > "9996") return fc.constantFrom(asOf, null);
  return fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(asOf, plusDays(asOf, 1), plusDays(asOf, -1)) },
    {
      weight: 2,
      arbitrary: fc.integer({ min: -400, max: 400 }).map((days) => plusDays(asOf, days)),
    },
    { weight: 1, arbitrary: fc.constant(null) },
  );
}

function overrideFor(document: ModelDocument, asOf: string): fc.Arbitrary<Override> {
  const names = (document.tier?.rungs ?? []).map((rung) => rung.name);
  return fc
    .record({
      tier: fc.constantFrom(...names),
      reason: fc.constantFrom("board decision", "合同"),
      until: often(dayNear(asOf)),
    })
    .map(withoutUndefined) as fc.Arbitrary<Override>;
}

/** Options that are an issue, where the model has the section they speak of. */
function spoiledOptions(document: ModelDocument): fc.Arbitrary<object> {
  const everywhere: object[] = [{ asOf: undefined }, { asOf: "2026-02-29" }, { asOf: "today" }];
  const ofTiers: object[] = [
    { previous: { tier: "nowhere" } },
    { previous: { validUntil: "2026-06-31" } },
    { override: { tier: "nowhere", reason: "board decision" } },
    { override: { tier: document.tier?.rungs[0]?.name, reason: "" } },
  ];
  const ofSides: object[] = [{ previous: { sides: { x: "middle" } } }];
  return fc.constantFrom(...everywhere, ...(document.tier ? ofTiers : []), ...(document.quadrant ? ofSides : []));
}
