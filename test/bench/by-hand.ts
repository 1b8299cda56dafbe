import type { Answers } from "./answers.ts";
import type { BenchColumns } from "./portfolio.ts";

/** The columns that a loop by hand fills. */
export interface ByHand extends Answers {
  readonly value: Float64Array;
  readonly relationship: Float64Array;
  readonly total: Float64Array;
  readonly quadrant: Uint8Array;
  readonly tier: Uint8Array;
}

export function emptyAnswers(rows: number): ByHand {
  return {
    value: new Float64Array(rows),
    relationship: new Float64Array(rows),
    total: new Float64Array(rows),
    quadrant: new Uint8Array(rows),
    tier: new Uint8Array(rows),
  };
}

const INDUSTRY = [100, 90, 40, 60];
const CONTACT = [30, 60, 100];

/**
 * The bench model as one would write it by hand in float arithmetic: one fused loop, no exactness, no rounding, no look
 * at missing or wrong values. It fills scores and class codes; `scoreColumns` answers status and coverage besides.
 */
export function scoreByHand(columns: BenchColumns, rows: number, out: ByHand): ByHand {
  const { revenue, margin, volume, tenure, visits, satisfaction, tickets, response } = columns.numbers;
  const { industry, contact, isSponsor, hasContract } = columns;
  for (let i = 0; i < rows; i++) {
    const r = revenue[i] as number;
    const p1 =
      r <= 0 ? 0 : r < 300 ? r * 0.2 : r < 700 ? 60 + (r - 300) * 0.0625 : r < 1000 ? 85 + (r - 700) * 0.05 : 100;
    const m = margin[i] as number;
    const p2 = m <= 0 ? 0 : m < 400 ? m * 0.175 : m < 1000 ? 70 + (m - 400) * 0.05 : 100;
    const v = volume[i] as number;
    const p3 = v >= 800 ? 100 : v >= 600 ? 70 : v >= 400 ? 50 : v >= 250 ? 30 : v >= 100 ? 10 : 50;
    const t = tenure[i] as number;
    const p4 = t >= 900 ? 100 : t >= 500 ? 70 : t >= 300 ? 40 : t >= 150 ? 20 : 50;
    const code = industry[i] as number;
    const p5 = INDUSTRY[code] as number;
    const sponsor = isSponsor[i] as number;
    let value = (p1 * 30 + p2 * 20 + p3 * 20 + p4 * 10 + p5 * 10 + (sponsor ? 100 : 0) * 10) / 100;
    value = Math.min(100, value + (code < 2 ? 5 : sponsor ? 3 : 0));
    const w = visits[i] as number;
    const q1 =
      w <= 0
        ? 0
        : w < 128
          ? w * 0.390625
          : w < 512
            ? 50 + (w - 128) * (40 / 384)
            : w < 768
              ? 90 + (w - 512) * (5 / 256)
              : w < 1000
                ? 95 + (w - 768) * (5 / 232)
                : 100;
    const s = satisfaction[i] as number;
    const q2 = s <= 0 ? 0 : s < 512 ? s * 0.125 : s < 1000 ? 64 + (s - 512) * (36 / 488) : 100;
    const k = tickets[i] as number;
    const q3 = k >= 900 ? 0 : k >= 700 ? 20 : k >= 500 ? 40 : k >= 300 ? 60 : k >= 100 ? 80 : 50;
    const e = response[i] as number;
    const q4 = e >= 780 ? 0 : e >= 560 ? 30 : e >= 340 ? 60 : e >= 120 ? 90 : 50;
    const relationship =
      (q1 * 25 +
        q2 * 25 +
        q3 * 15 +
        q4 * 15 +
        (CONTACT[contact[i] as number] as number) * 10 +
        (hasContract[i] ? 100 : 20) * 10) /
      100;
    const total = (value * 60 + relationship * 40) / 100;
    out.value[i] = value;
    out.relationship[i] = relationship;
    out.total[i] = total;
    out.quadrant[i] = (relationship >= 50 ? 1 : 0) + (value >= 50 ? 2 : 0);
    out.tier[i] = total >= 85 ? 0 : total >= 75 ? 1 : total >= 60 ? 2 : total >= 45 ? 3 : 4;
  }
  return out;
}
