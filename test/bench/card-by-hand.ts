import type { Scorecard } from "guanxi";
import { QUADRANTS, quadrantOf, SIDES_CUT, TIER_CUTS, TIERS, tierOf } from "./answers.ts";
import type { BenchAccount, Contact, Industry } from "./portfolio.ts";

const INDUSTRY: { readonly [name in Industry]: number } = { finance: 100, government: 90, retail: 40, education: 60 };
const CONTACT: { readonly [name in Contact]: number } = { staff: 30, manager: 60, executive: 100 };

/**
 * The scorecard of the bench model as one would write it by hand in float arithmetic: every key that `score` gives, no
 * exactness, no rounding, no look at missing or wrong values.
 */
export function cardByHand(account: BenchAccount, fingerprint: string): Scorecard {
  const revenue = revenuePoints(account.revenue);
  const margin = marginPoints(account.margin);
  const volume = volumePoints(account.volume);
  const tenure = tenurePoints(account.tenure);
  const industry = INDUSTRY[account.industry];
  const sponsor = account.isSponsor ? 100 : 0;
  const visits = visitsPoints(account.visits);
  const satisfaction = satisfactionPoints(account.satisfaction);
  const tickets = ticketsPoints(account.tickets);
  const response = responsePoints(account.response);
  const contact = CONTACT[account.contact];
  const contract = account.hasContract ? 100 : 20;

  const value = {
    revenue: indicator(account.revenue, revenue, 0.3),
    margin: indicator(account.margin, margin, 0.2),
    volume: indicator(account.volume, volume, 0.2),
    tenure: indicator(account.tenure, tenure, 0.1),
    industry: indicator(account.industry, industry, 0.1),
    isSponsor: indicator(account.isSponsor, sponsor, 0.1),
  };
  const relationship = {
    visits: indicator(account.visits, visits, 0.25),
    satisfaction: indicator(account.satisfaction, satisfaction, 0.25),
    tickets: indicator(account.tickets, tickets, 0.15),
    response: indicator(account.response, response, 0.15),
    contact: indicator(account.contact, contact, 0.1),
    hasContract: indicator(account.hasContract, contract, 0.1),
  };
  const valueBase = (revenue * 30 + margin * 20 + volume * 20 + tenure * 10 + industry * 10 + sponsor * 10) / 100;
  const relationshipScore =
    (visits * 25 + satisfaction * 25 + tickets * 15 + response * 15 + contact * 10 + contract * 10) / 100;
  const isFinance = account.industry === "finance" || account.industry === "government";
  const valueScore = Math.min(100, valueBase + (isFinance ? 5 : account.isSponsor ? 3 : 0));
  const total = (valueScore * 60 + relationshipScore * 40) / 100;
  const rung = tierOf(total);
  const tier = TIERS[rung] as string;
  return {
    format: 1,
    model: { id: "bench", version: "1", fingerprint },
    asOf: null,
    status: "scored",
    previous: null,
    inputs: {
      revenue: account.revenue,
      margin: account.margin,
      volume: account.volume,
      tenure: account.tenure,
      visits: account.visits,
      tickets: account.tickets,
      satisfaction: account.satisfaction,
      response: account.response,
      industry: account.industry,
      contact: account.contact,
      isSponsor: account.isSponsor,
      hasContract: account.hasContract,
    },
    measures: {},
    dimensions: {
      value: {
        score: valueScore,
        base: valueBase,
        coverage: 1,
        rounding:
          valueBase -
          (value.revenue.contribution +
            value.margin.contribution +
            value.volume.contribution +
            value.tenure.contribution +
            value.industry.contribution +
            value.isSponsor.contribution),
        indicators: value,
      },
      relationship: {
        score: relationshipScore,
        base: relationshipScore,
        coverage: 1,
        rounding:
          relationshipScore -
          (relationship.visits.contribution +
            relationship.satisfaction.contribution +
            relationship.tickets.contribution +
            relationship.response.contribution +
            relationship.contact.contribution +
            relationship.hasContract.contribution),
        indicators: relationship,
      },
    },
    base: total,
    total,
    coverage: 1,
    bonuses: [
      {
        id: "finance",
        to: "value",
        status: isFinance ? "applied" : "condition-false",
        points: isFinance ? 5 : 0,
      },
      {
        id: "sponsor",
        to: "value",
        status: account.isSponsor ? (isFinance ? "superseded" : "applied") : "condition-false",
        points: account.isSponsor && !isFinance ? 3 : 0,
      },
    ],
    gates: [],
    quadrant: {
      name: QUADRANTS[quadrantOf(valueScore, relationshipScore)] as string,
      sides: {
        x: relationshipScore >= SIDES_CUT ? "high" : "low",
        y: valueScore >= SIDES_CUT ? "high" : "low",
      },
      held: { x: false, y: false },
      distance: { x: relationshipScore - SIDES_CUT, y: valueScore - SIDES_CUT },
    },
    tier: {
      name: tier,
      earned: tier,
      validUntil: null,
      held: null,
      override: null,
      up: rung === 0 ? null : { name: TIERS[rung - 1] as string, needs: (TIER_CUTS[rung - 1] as number) - total },
      down:
        rung === TIER_CUTS.length
          ? null
          : { name: TIERS[rung + 1] as string, slack: total - (TIER_CUTS[rung] as number) },
    },
  };
}

function indicator(input: number | string | boolean, points: number, share: number) {
  return { input, points, state: "answered" as const, share, contribution: points * share };
}

function revenuePoints(x: number): number {
  return x <= 0 ? 0 : x < 300 ? x * 0.2 : x < 700 ? 60 + (x - 300) * 0.0625 : x < 1000 ? 85 + (x - 700) * 0.05 : 100;
}

function marginPoints(x: number): number {
  return x <= 0 ? 0 : x < 400 ? x * 0.175 : x < 1000 ? 70 + (x - 400) * 0.05 : 100;
}

function volumePoints(x: number): number {
  return x >= 800 ? 100 : x >= 600 ? 70 : x >= 400 ? 50 : x >= 250 ? 30 : x >= 100 ? 10 : 50;
}

function tenurePoints(x: number): number {
  return x >= 900 ? 100 : x >= 500 ? 70 : x >= 300 ? 40 : x >= 150 ? 20 : 50;
}

function visitsPoints(x: number): number {
  if (x <= 0) return 0;
  if (x < 128) return x * 0.390625;
  if (x < 512) return 50 + (x - 128) * (40 / 384);
  if (x < 768) return 90 + (x - 512) * (5 / 256);
  return x < 1000 ? 95 + (x - 768) * (5 / 232) : 100;
}

function satisfactionPoints(x: number): number {
  return x <= 0 ? 0 : x < 512 ? x * 0.125 : x < 1000 ? 64 + (x - 512) * (36 / 488) : 100;
}

function ticketsPoints(x: number): number {
  return x >= 900 ? 0 : x >= 700 ? 20 : x >= 500 ? 40 : x >= 300 ? 60 : x >= 100 ? 80 : 50;
}

function responsePoints(x: number): number {
  return x >= 780 ? 0 : x >= 560 ? 30 : x >= 340 ? 60 : x >= 120 ? 90 : 50;
}
