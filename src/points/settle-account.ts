import type { Issue } from "../core/issue.ts";
import type { Refusal } from "../schema/points-ledger.ts";
import type { PointsPlan } from "../schema/points-plan-document.ts";
import { termsOf } from "./account.ts";
import { advance } from "./advance.ts";
import { EMPTY_BOOK } from "./book.ts";
import { evaluate } from "./evaluate.ts";
import { type Holdings, holdingsOf } from "./holdings.ts";
import { endIntake, openIntake, type Reading, takeIn } from "./intake.ts";
import type { Posting } from "./posting.ts";
import { type QualificationStatement, qualificationOf } from "./qualification.ts";
import { refuseNew } from "./refuse-new.ts";

/** What all entries of one account come to, without a ledger that is kept. Places are those of the entries as given. */
export interface Settlement {
  readonly holdings: Holdings;
  readonly qualification: Omit<QualificationStatement, "asOf">;
  /** How many entries were taken in; one that was given twice counts once. */
  readonly taken: number;
  readonly refused: readonly { readonly place: number; readonly refusal: Refusal }[];
  /** Entries that cannot stand beside the others, and why; the paths begin inside the entry. */
  readonly faulty: readonly { readonly place: number; readonly issues: readonly Issue[] }[];
}

/**
 * Settles accounts one after another: as `post` of all entries to an empty ledger and the statement of a day, but that an
 * entry which cannot stand beside the others is left out, with what reverses it, and the rest goes on.
 *
 * A posting belongs to the settlement it was given to.
 */
export function accountSettler(
  plan: PointsPlan,
  day: number,
  withinDays: number | null,
): (postings: readonly Posting[]) => Settlement {
  const terms = termsOf(plan);
  return (told) => {
    const { reading, faulty } = takeWhatCanBe(told);
    const { postings, refusals, run: whole } = refuseNew(terms, reading);
    // Entries of later days, refused ones too, have let the days go by.
    const run = whole.account.day > day ? evaluate(terms, postings, { asOf: day }) : whole;
    advance(run.account, day);
    return {
      holdings: holdingsOf(run, day, withinDays),
      qualification: qualificationOf(plan, postings, run, day, undefined),
      taken: postings.length,
      refused: refusals.size === 0 ? [] : withPlaces(refusals, told),
      faulty,
    };
  };
}

/** What is wrong with entries, by their places. */
type Faults = ReadonlyMap<number, readonly Issue[]>;
const NO_FAULTS: Faults = /* @__PURE__ */ new Map<number, readonly Issue[]>();

/** Takes entries in until all that are left can be taken in together. */
function takeWhatCanBe(told: readonly Posting[]): Pick<Settlement, "faulty"> & { readonly reading: Reading } {
  for (let faults = NO_FAULTS; ; ) {
    const issues: Issue[] = [];
    const reading = takeAllBut(faults, told, issues);
    if (reading !== null) return { reading, faulty: listOf(faults) };
    faults = withFaults(faults, told, issues);
  }
}

function takeAllBut(faults: Faults, told: readonly Posting[], issues: Issue[]): Reading | null {
  const intake = openIntake(EMPTY_BOOK, [], issues, REPEATS);
  for (let place = 0; place < told.length; place++) {
    if (faults.size === 0 || !faults.has(place)) takeIn(intake, told[place] as Posting, place);
  }
  return endIntake(intake);
}

const REPEATS = true;

function listOf(faults: Faults): Settlement["faulty"] {
  return faults.size === 0 ? [] : Array.from(faults, ([place, issues]) => ({ place, issues }));
}

function withFaults(before: Faults, told: readonly Posting[], issues: readonly Issue[]): Faults {
  const faults = new Map(before);
  for (const each of issues) {
    const [at, ...path] = each.path;
    // What is wrong with all of them together is wrong with every one.
    const where = typeof at === "number" ? [at] : [...told.keys()].filter((place) => !faults.has(place));
    for (const place of where) faults.set(place, [...(faults.get(place) ?? []), { ...each, path }]);
  }
  return faults;
}

function withPlaces(refusals: ReadonlyMap<Posting, Refusal>, told: readonly Posting[]): Settlement["refused"] {
  const places = new Map(told.map((posting, place) => [posting, place]));
  return [...refusals].map(([posting, refusal]) => ({ place: places.get(posting) as number, refusal }));
}
