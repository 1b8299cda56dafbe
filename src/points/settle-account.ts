import type { Issue } from "../core/issue.ts";
import type { Refusal } from "../schema/points-ledger.ts";
import type { PointsPlan } from "../schema/points-plan-document.ts";
import { termsOf } from "./account.ts";
import { advance } from "./advance.ts";
import { emptyBook, type Reading, readInto } from "./book.ts";
import { evaluate } from "./evaluate.ts";
import { type Holdings, holdingsOf } from "./holdings.ts";
import { type QualificationStatement, qualificationOf } from "./qualification.ts";
import { refuseNew } from "./refuse-new.ts";

/** What all entries of one account come to, without a ledger that is kept. Places are those of the entries as given. */
export interface Settlement {
  readonly holdings: Holdings;
  readonly qualification: Omit<QualificationStatement, "asOf">;
  /** How many entries were taken in; one that was given twice counts once. */
  readonly taken: number;
  readonly refused: readonly { readonly place: number; readonly refusal: Refusal }[];
  /** Entries that cannot be read, and why; the paths begin inside the entry. */
  readonly faulty: readonly { readonly place: number; readonly issues: readonly Issue[] }[];
}

/**
 * Settles accounts one after another: as `post` of all entries to an empty ledger and the statement of a day, but that an
 * entry which cannot be read is left out, with what reverses it, and the rest goes on.
 */
export function accountSettler(
  plan: PointsPlan,
  day: number,
  withinDays: number | null,
): (entries: readonly unknown[]) => Settlement {
  const terms = termsOf(plan);
  return (entries) => {
    const { reading, faulty } = readWhatCanBe(entries);
    const { postings, refusals, run: whole } = refuseNew(terms, reading);
    // Entries of later days, refused ones too, have let the days go by.
    const run = whole.account.day > day ? evaluate(terms, postings, { asOf: day }) : whole;
    advance(run.account, day);
    return {
      holdings: holdingsOf(run, day, withinDays),
      qualification: qualificationOf(plan, postings, run, day, undefined),
      taken: postings.length,
      refused: refusals.size === 0 ? [] : withPlaces([...refusals.values()], entries),
      faulty,
    };
  };
}

/** Reads entries until all that are left can be read together. */
function readWhatCanBe(entries: readonly unknown[]): Pick<Settlement, "faulty"> & { readonly reading: Reading } {
  const faults = new Map<number, Issue[]>();
  for (;;) {
    const rest = faults.size === 0 ? entries : entries.filter((_, place) => !faults.has(place));
    const issues: Issue[] = [];
    const reading = readInto(emptyBook(), rest, [], issues, REPEATS);
    if (reading !== null) return { reading, faulty: [...faults].map(([place, issues]) => ({ place, issues })) };
    const places = [...entries.keys()].filter((place) => !faults.has(place));
    for (const each of issues) {
      const [at, ...path] = each.path;
      // What is wrong with all of them together is wrong with every one.
      const where = typeof at === "number" ? [places[at] as number] : places;
      for (const place of where) faults.set(place, [...(faults.get(place) ?? []), { ...each, path }]);
    }
  }
}

const REPEATS = true;

function withPlaces(refusals: readonly Refusal[], entries: readonly unknown[]): Settlement["refused"] {
  const places = new Map(entries.map((entry, place) => [(entry as { readonly id: string }).id, place]));
  return refusals.map((refusal) => ({ place: places.get(refusal.id) as number, refusal }));
}
