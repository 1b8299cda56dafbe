/**
 * The ledger of points, one object per point: a book-keeper who moves counters from heap to heap. Written from the guide
 * and the fine print, not from the sources; slow, and without a single shortcut.
 */
import { plusMonths } from "./calendar.ts";

export type Heap = "pending" | "usable" | "spent" | "expired" | "reversed" | "adjusted" | "transferred";

export interface Point {
  readonly lot: string;
  readonly source: string | null;
  readonly earned: number;
  /** The place of its lot among all lots. */
  readonly order: number;
  readonly usableFrom: number;
  heap: Heap;
  /** The last day, or the day all points share. */
  last: number | { day: number };
  /** The redemption that spent it, and as which of its points. */
  spentBy: { id: string; as: number } | null;
  /** How often points were reinstated before this one was; 0 if it never was. */
  reinstated: number;
}

export interface ReferencePlan {
  pending?: { days: number };
  expiry?: { kind: string; days?: number; months?: number; years?: number; zeroPointsExtend?: boolean };
  expiryDay?: "usable" | "expired";
  consumption?: "earliest-expiry" | "first-in-first-out";
  negativeBalance?: "block" | "owe" | "take-other-lots";
  expiredOnReversal?: "reinstate" | "lost";
}

export interface ReferenceEntry {
  id: string;
  kind: "accrue" | "redeem" | "reverse-accrual" | "reverse-redemption" | "adjust" | "transfer";
  date: string;
  points?: number;
  of?: string;
  source?: string;
  earned?: string;
  usableFrom?: string;
  lastUsableDay?: string | null;
}

export interface Refused {
  id: string;
  reason: string;
  asked: number;
  available: number;
}

export interface Books {
  points: Point[];
  readonly owed: number;
  /** The first entry that could not be; nothing after it was looked at. */
  failure: Refused | null;
}

const DAY = 86_400_000;
export const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY;
export const dateOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

const isGone = ({ heap }: Point): boolean => heap !== "pending" && heap !== "usable";
export const lastOf = ({ last }: Point): number => (typeof last === "number" ? last : last.day);

/** What is there when all entries up to the end of a day have happened. */
export function keepBooks(plan: ReferencePlan, entries: readonly ReferenceEntry[], asOf: string): Books {
  const keeper = new Keeper(plan);
  for (const entry of inOrder(entries)) {
    if (entry.date > asOf) break;
    keeper.passDays(dayOf(entry.date));
    keeper.failure = keeper.enter(entry);
    if (keeper.failure !== null) return keeper;
  }
  keeper.passDays(dayOf(asOf));
  return keeper;
}

/** By day; credits, then what is undone on the same day with what undoes it, then other debits; by id. */
export function inOrder(entries: readonly ReferenceEntry[]): ReferenceEntry[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const undoes = (entry: ReferenceEntry) =>
    entry.kind === "reverse-redemption" && byId.get(entry.of as string)?.date === entry.date;
  const undone = new Set(entries.filter(undoes).map(({ of }) => of));
  const isCredit = ({ kind, points = 0 }: ReferenceEntry) =>
    kind === "accrue" || kind === "reverse-redemption" || ((kind === "adjust" || kind === "transfer") && points > 0);
  const key = (entry: ReferenceEntry): readonly string[] => {
    if (undoes(entry)) return [entry.date, "1", entry.of as string, "1", entry.id];
    if (undone.has(entry.id)) return [entry.date, "1", entry.id, "0", ""];
    return [entry.date, isCredit(entry) ? "0" : "2", entry.id];
  };
  const compare = (a: readonly string[], b: readonly string[]): number => {
    const at = a.findIndex((text, i) => text !== b[i]);
    return at < 0 ? 0 : (a[at] as string) < (b[at] ?? "") ? -1 : 1;
  };
  return [...entries].sort((a, b) => compare(key(a), key(b)));
}

class Keeper implements Books {
  points: Point[] = [];
  /** The lot for which each owed point is owed, oldest first. */
  debts: string[] = [];
  failure: Refused | null = null;
  private today = Number.NEGATIVE_INFINITY;
  private lots = 0;
  private reinstatements = 0;
  private shared: { day: number } | null = null;
  private readonly reversed = new Map<string, number>();
  private readonly redeemed = new Map<string, number>();
  private readonly entered = new Map<string, ReferenceEntry>();
  private readonly plan: ReferencePlan;

  constructor(plan: ReferencePlan) {
    this.plan = plan;
  }

  passDays(to: number): void {
    for (;;) {
      const ahead = this.points
        .filter((point) => !isGone(point))
        .flatMap((point) => [lastOf(point) + 1, ...(point.heap === "pending" ? [point.usableFrom] : [])])
        .filter((day) => day > this.today && day <= to);
      if (ahead.length === 0) break;
      this.today = Math.min(...ahead);
      for (const point of this.points) if (!isGone(point) && lastOf(point) < this.today) point.heap = "expired";
      const arriving = this.points.filter(({ heap, usableFrom }) => heap === "pending" && usableFrom <= this.today);
      for (const point of arriving.sort((a, b) => a.order - b.order)) this.arrive(point);
    }
    this.today = Math.max(this.today, to);
    if (this.shared !== null && this.shared.day < this.today) this.shared = null;
  }

  enter(entry: ReferenceEntry): Refused | null {
    const failure = this.attempt(entry);
    if (failure === null) this.entered.set(entry.id, entry);
    return failure;
  }

  private attempt(entry: ReferenceEntry): Refused | null {
    const { kind, points = 0 } = entry;
    if (kind === "accrue") return this.bring(entry, this.plan.pending?.days ?? 0);
    if (kind === "redeem") return this.take(entry, points, "spent");
    if (kind === "reverse-accrual") return this.takeBack(entry);
    if (kind === "reverse-redemption") return this.giveBack(entry);
    if (points > 0) return this.bring(entry, 0);
    return points === 0 ? null : this.take(entry, -points, kind === "adjust" ? "adjusted" : "transferred");
  }

  /** A new point can be spent from now on, unless something is owed. */
  private arrive(point: Point): void {
    point.heap = this.debts.shift() === undefined ? "usable" : "reversed";
  }

  get owed(): number {
    return this.debts.length;
  }

  private bring(entry: ReferenceEntry, wait: number): null {
    const { id, date, points = 0, source = null, earned = date } = entry;
    const usableFrom = entry.usableFrom === undefined ? dayOf(date) + wait : dayOf(entry.usableFrom);
    const { expiry } = this.plan;
    const last = points > 0 || expiry?.zeroPointsExtend ? this.lifeFrom(date, earned) : 0;
    const own = entry.lastUsableDay;
    const order = this.lots++;
    for (let i = 0; i < points; i += 1) {
      const point: Point = {
        lot: id,
        source,
        earned: dayOf(earned),
        order,
        usableFrom,
        heap: "pending",
        last: own === undefined ? last : own === null ? Number.POSITIVE_INFINITY : dayOf(own),
        spentBy: null,
        reinstated: 0,
      };
      this.points.push(point);
      if (usableFrom <= this.today) this.arrive(point);
      if (!isGone(point) && lastOf(point) < this.today) point.heap = "expired";
    }
    return null;
  }

  /** The last day of points that come in on a date; they move the shared day on, if the plan has one. */
  private lifeFrom(date: string, earned: string): number | { day: number } {
    if (this.plan.expiry?.kind !== "rolling") return lastDay(this.plan, earned);
    const day = lastDay(this.plan, date);
    this.shared = this.shared ?? { day };
    this.shared.day = Math.max(this.shared.day, day);
    return this.shared;
  }

  private usable(source?: string | null): Point[] {
    const there = this.points.filter(
      (point) => point.heap === "usable" && (source === undefined || point.source === source),
    );
    const isByAge = this.plan.consumption === "first-in-first-out";
    return there.sort(
      (a, b) =>
        (isByAge || lastOf(a) === lastOf(b) ? 0 : lastOf(a) - lastOf(b)) || a.earned - b.earned || a.order - b.order,
    );
  }

  private take(entry: ReferenceEntry, asked: number, heap: Heap): Refused | null {
    const there = this.usable(entry.source);
    const available = Math.max(0, Math.min(there.length, this.usable().length - this.owed));
    if (asked > available) return { id: entry.id, reason: "not-enough", asked, available };
    there.slice(0, asked).forEach((point, as) => {
      point.heap = heap;
      point.spentBy = { id: entry.id, as };
    });
    this.redeemed.set(entry.id, asked);
    return null;
  }

  /** How many points a reversal is about, or why it cannot be. */
  private reversible(entry: ReferenceEntry, points: number | undefined): number | Refused {
    const { id, of = "" } = entry;
    if (points === undefined) return { id, reason: "target-refused", asked: entry.points ?? 1, available: 0 };
    const left = points - (this.reversed.get(of) ?? 0);
    const asked = entry.points ?? Math.max(1, left);
    return asked > left ? { id, reason: "already-reversed", asked, available: left } : asked;
  }

  private takeBack(entry: ReferenceEntry): Refused | null {
    const { id, of = "" } = entry;
    const asked = this.reversible(entry, this.entered.get(of)?.points);
    if (typeof asked !== "number") return asked;
    const own = this.points.filter(({ lot }) => lot === of);
    const living = own.filter((point) => !isGone(point)).sort((a, b) => b.reinstated - a.reinstated);
    const there = [...living, ...own.filter(({ heap }) => heap === "expired")];
    const others = this.usable(this.entered.get(of)?.source ?? null).filter(({ lot }) => lot !== of);
    const lacking = Math.max(0, asked - there.length);
    const { negativeBalance = "block" } = this.plan;
    if (lacking > 0 && negativeBalance === "block") return { id, reason: "spent", asked, available: there.length };
    if (negativeBalance === "take-other-lots") {
      if (lacking > others.length) {
        return { id, reason: "not-enough", asked, available: there.length + others.length };
      }
      for (const point of others.slice(0, lacking)) point.heap = "reversed";
    } else this.debts.push(...new Array<string>(lacking).fill(of));
    for (const point of there.slice(0, asked)) point.heap = "reversed";
    this.reversed.set(of, (this.reversed.get(of) ?? 0) + asked);
    return null;
  }

  private giveBack(entry: ReferenceEntry): Refused | null {
    const { of = "" } = entry;
    const asked = this.reversible(entry, this.redeemed.get(of));
    if (typeof asked !== "number") return asked;
    const spent = this.points
      .filter(({ heap, spentBy }) => heap === "spent" && spentBy?.id === of)
      .sort((a, b) => (b.spentBy?.as ?? 0) - (a.spentBy?.as ?? 0));
    this.reinstatements += 1;
    for (const point of spent.slice(0, asked)) {
      const isLate = lastOf(point) < this.today;
      const debt = this.debts.indexOf(point.lot);
      point.heap = debt < 0 ? "usable" : "reversed";
      if (debt >= 0) this.debts.splice(debt, 1);
      if (debt >= 0 || !isLate) continue;
      if (this.plan.expiredOnReversal === "reinstate") {
        point.last = this.lifeFrom(entry.date, entry.date);
        point.reinstated = this.reinstatements;
      } else point.heap = "expired";
    }
    this.reversed.set(of, (this.reversed.get(of) ?? 0) + asked);
    return null;
  }
}

/** The last day on which points earned on a date can be spent. */
function lastDay(plan: ReferencePlan, date: string): number {
  const { kind = "none", days = 0, months = 0, years = 0 } = plan.expiry ?? {};
  const firstOfMonth = `${date.slice(0, 7)}-01`;
  const ends: { readonly [kind: string]: () => number } = {
    none: () => Number.POSITIVE_INFINITY,
    days: () => dayOf(date) + days,
    months: () => dayOf(plusMonths(date, months) as string),
    "end-of-month": () => dayOf(plusMonths(firstOfMonth, months) as string) - 1,
    "end-of-year": () => dayOf(`${Number(date.slice(0, 4)) + years - 1}-12-31`),
    rolling: () => (days > 0 ? dayOf(date) + days : dayOf(plusMonths(date, months) as string)),
  };
  return (ends[kind] as () => number)() - (plan.expiryDay === "expired" ? 1 : 0);
}
