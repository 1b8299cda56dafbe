import type { ByHand } from "./by-hand.ts";
import type { BenchColumns } from "./portfolio.ts";

const INDUSTRY = [1000, 900, 400, 600];
const CONTACT = [300, 600, 1000];
const INDUSTRY_BONUS = [5, 5, 0, 0];

/**
 * The loop by hand as somebody would write it who has read what V8 makes of it: no branch on the data, weights folded
 * into the points, bands as sums of comparisons, lines as sums of clamped stretches. Still floats, still unrounded. It
 * shows what the machine can do; few would write a model of their own this way.
 */
export function scoreBranchFree(columns: BenchColumns, rows: number, out: ByHand): ByHand {
  const { revenue, margin, volume, tenure, visits, satisfaction, tickets, response } = columns.numbers;
  const { industry, contact, isSponsor, hasContract } = columns;
  for (let i = 0; i < rows; i++) {
    const r = revenue[i] as number;
    const m = margin[i] as number;
    const v = volume[i] as number;
    const t = tenure[i] as number;
    const code = industry[i] as number;
    const sponsor = isSponsor[i] as number;
    const valueBase =
      stretch(r, 0, 300) * 6 +
      stretch(r, 300, 700) * 1.875 +
      stretch(r, 700, 1000) * 1.5 +
      stretch(m, 0, 400) * 3.5 +
      stretch(m, 400, 1000) +
      1000 +
      +(v >= 100) * -800 +
      (+(v >= 250) + +(v >= 400) + +(v >= 600)) * 400 +
      +(v >= 800) * 600 +
      500 +
      +(t >= 150) * -300 +
      +(t >= 300) * 200 +
      (+(t >= 500) + +(t >= 900)) * 300 +
      (INDUSTRY[code] as number) +
      sponsor * 1000;
    const value = Math.min(100, valueBase / 100 + Math.max(INDUSTRY_BONUS[code] as number, sponsor * 3));
    const w = visits[i] as number;
    const s = satisfaction[i] as number;
    const k = tickets[i] as number;
    const e = response[i] as number;
    const relationship =
      (stretch(w, 0, 128) * 9.765625 +
        stretch(w, 128, 512) * (1000 / 384) +
        stretch(w, 512, 768) * (125 / 256) +
        stretch(w, 768, 1000) * (125 / 232) +
        stretch(s, 0, 512) * 3.125 +
        stretch(s, 512, 1000) * (900 / 488) +
        750 +
        +(k >= 100) * 450 -
        (+(k >= 300) + +(k >= 500) + +(k >= 700) + +(k >= 900)) * 300 +
        750 +
        +(e >= 120) * 600 -
        (+(e >= 340) + +(e >= 560) + +(e >= 780)) * 450 +
        (CONTACT[contact[i] as number] as number) +
        200 +
        (hasContract[i] as number) * 800) /
      100;
    const total = (value * 60 + relationship * 40) / 100;
    out.value[i] = value;
    out.relationship[i] = relationship;
    out.total[i] = total;
    out.quadrant[i] = +(relationship >= 50) + +(value >= 50) * 2;
    out.tier[i] = 4 - (+(total >= 85) + +(total >= 75) + +(total >= 60) + +(total >= 45));
  }
  return out;
}

/** How far `x` has come between two knots. */
function stretch(x: number, from: number, to: number): number {
  return Math.min(Math.max(x, from), to) - from;
}
