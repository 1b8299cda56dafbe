import type { Choices, KindWords, Words } from "./descriptions.ts";
import type {
  CapSpan,
  Consumption,
  EarningRule,
  ExpiredOnReversal,
  Expiry,
  LineChoice,
  LineMultiplier,
  LineMultipliers,
  LineSelector,
  Multiplier,
  MultiplierStacking,
  Multipliers,
  NegativeBalance,
  PerAmountRule,
  PerEventRule,
  PointsPlanDocument,
  Qualification,
  QualificationTier,
  StreakRule,
} from "./points-plan-document.ts";

/** What an editor says about each key of a points plan, for `points-plan-json-schema.ts` alone. Every table is complete. */

export const PLAN = {
  $schema: "Where this schema is, so that editors check the plan while it is written.",
  format: "The format of the document. This version of guanxi writes 1.",
  id: "The name of the plan, in camelCase or kebab-case. It stands on every earning.",
  version: "The version of the plan, any text. It stands on every earning.",
  currency: "What amounts are counted in, for people: CNY.",
  tiers: "The tiers an account may have, best first.",
  quadrants: "The quadrants an account may be in.",
  activities: "The kinds of activity there are. Without the list, any text is one.",
  rules: "What earns points, in the order in which they fill the caps: later rules lose first.",
  multipliers: "Factors of the points, by tier, by quadrant, by campaign.",
  caps: "The most points that all rules together give.",
  pending: "How long points wait before they can be spent.",
  expiry: "Until when points can be spent, counted from the day they were earned. Default none.",
  expiryDay: "Whether points can still be spent on the day they expire. Default usable.",
  consumption: "Which points a redemption takes first. Default earliest-expiry.",
  negativeBalance: "What happens when an accrual is reversed whose points were spent already. Default block.",
  expiredOnReversal: "What becomes of points that a reversed redemption gives back after their expiry. Default lost.",
  qualification: "Points that count toward a tier, in a period of their own.",
  pointValue: "What one point is worth in the currency.",
} satisfies Words<PointsPlanDocument>;

export const SELECTOR = {
  skus: "The product is one of these.",
  categories: "The category is one of these.",
  labels: "The line has each of these labels, with this text.",
  isDelivery: "Whether the line is a delivery charge.",
} satisfies Words<LineSelector>;

export const LINES = {
  include: "Only lines that one of these selectors fits. Without it, all lines.",
  exclude: "No line that one of these selectors fits.",
} satisfies Words<LineChoice>;

export const STACKINGS = {
  multiply: "The product of the factors.",
  add: "1 + Σ (factor − 1), never below 0: 2 and 3 make 4.",
  highest: "The greatest of the factors.",
} satisfies Choices<MultiplierStacking>;

const STACKING = "How factors become one. Default multiply.";

export const LINE_MULTIPLIERS = {
  stacking: STACKING,
  list: "Factors of single lines.",
} satisfies Words<LineMultipliers>;

export const LINE_MULTIPLIER = {
  lines: "The lines it multiplies.",
  factor: "The factor of their amount.",
} satisfies Words<LineMultiplier>;

export const MULTIPLIERS_SECTION = { stacking: STACKING, list: "The multipliers." } satisfies Words<Multipliers>;

const FROM = "The first day it is in force, YYYY-MM-DD.";
const UNTIL = "The last day it is in force, YYYY-MM-DD.";

const MULTIPLIER = {
  id: "The name of the multiplier. It stands on every earning it had a part in.",
  from: FROM,
  until: UNTIL,
  rules: "The rules whose points it multiplies. Without it, every rule.",
};
const BY_NAME = { otherwise: "The factor of accounts that are not listed, or have none. Default 1." };

export const MULTIPLIERS = {
  tier: {
    about: "By the tier of the account.",
    keys: { ...MULTIPLIER, factors: "The factor of each tier.", ...BY_NAME },
  },
  quadrant: {
    about: "By the quadrant of the account.",
    keys: { ...MULTIPLIER, factors: "The factor of each quadrant.", ...BY_NAME },
  },
  campaign: { about: "For every account, while it is in force.", keys: { ...MULTIPLIER, factor: "The factor." } },
} satisfies KindWords<Multiplier>;

export const CAPS = {
  event: "The most points for one activity.",
  day: "The most points in a calendar day.",
  month: "The most points in a calendar month.",
  year: "The most points in a calendar year.",
  lifetime: "The most points ever.",
} satisfies { readonly [K in CapSpan]: string };

const RULE = {
  id: "The name of the rule. It stands on every earning.",
  from: FROM,
  until: UNTIL,
  rounding: "How the points become a whole number, once, after every multiplier. Default floor.",
  caps: "The most points that this rule gives.",
  qualifying: "Whether its points count toward qualification. Default true.",
};
const SPENDING = {
  ...RULE,
  activity: "The kind of activity it answers to. Without it, any.",
  minimumAmount: "The least amount of the whole activity.",
};
const REVIEW = { ...RULE, activity: "The kind of activity that is a review of the account." };
const ON = "The dimension of the scorecard that is read, or total.";

export const RULES = {
  "per-amount": {
    about: "Points for money: rate points for every per units of the currency.",
    keys: {
      ...SPENDING,
      rate: "How many points.",
      per: "For how many units of the currency. Default 1.",
      units: "Whether a part of per counts. Default exact.",
      basis: "Whether points are rounded for the whole activity or line by line. Default bill.",
      lines: "The lines that count. Without it, all of them.",
      lineMultipliers: "Factors of single lines.",
    },
  },
  "per-product": {
    about: "Fixed points for every piece of a product.",
    keys: { ...SPENDING, skus: "The products.", points: "The points of one piece." },
  },
  "per-event": {
    about: "Fixed points for an activity.",
    keys: {
      ...RULE,
      activity: "The kind of activity.",
      points: "The points.",
      atMost: "How often it may give points.",
    },
  },
  "per-score": {
    about: "Points by bands of a published score.",
    keys: {
      ...REVIEW,
      on: ON,
      bands: "The bands, rising: the first has neither from nor above, every other has one of them.",
    },
  },
  improvement: {
    about: "Points for what a published score gained since the previous review.",
    keys: { ...REVIEW, on: ON, rate: "The points for each point of score gained." },
  },
  streak: {
    about: "Points for a run of consecutive reviews that were good enough.",
    keys: {
      ...REVIEW,
      reviews: "How many reviews in a row.",
      tierAtLeast: "A review is good enough at this tier or above. Either this or quadrants.",
      quadrants: "A review is good enough in one of these quadrants. Either this or tierAtLeast.",
      points: "The points.",
      repeat: "When a run that goes on earns. Default each-streak.",
    },
  },
} satisfies KindWords<EarningRule>;

export const UNITS = {
  exact: "A part of per counts: 105 at 1 per 10 is 10.5 points before rounding.",
  whole: "Only full ones count: 105 at 1 per 10 is 10 points before any multiplier.",
} satisfies Choices<NonNullable<PerAmountRule["units"]>>;

export const BASES = {
  bill: "The points of all lines together are rounded once.",
  line: "The points of each line are rounded, then added.",
} satisfies Choices<NonNullable<PerAmountRule["basis"]>>;

export const AT_MOST = {
  times: "How many times.",
  per: "In which calendar span.",
} satisfies Words<NonNullable<PerEventRule["atMost"]>>;

export const BAND = {
  from: "The band begins at this score, which is in it.",
  above: "The band begins after this score, which is not in it.",
  points: "The points of the band.",
};

export const REPEATS = {
  "each-streak": "At every reviews-th review of the run.",
  "each-review": "At every review of the run from the reviews-th on.",
  once: "Only at the reviews-th review of the run.",
} satisfies Choices<NonNullable<StreakRule["repeat"]>>;

export const PENDING = { days: "How many days after they were earned points can be spent." } satisfies Words<
  NonNullable<PointsPlanDocument["pending"]>
>;

export const EXPIRIES = {
  none: { about: "Points do not expire.", keys: {} },
  days: { about: "So many days after they were earned.", keys: { days: "How many days." } },
  months: {
    about: "The same day so many months later; a day past the month's end becomes its last day.",
    keys: { months: "How many months." },
  },
  "end-of-month": {
    about: "The last day of the n-th month, the month of earning being the first.",
    keys: { months: "Which month." },
  },
  "end-of-year": {
    about: "The last day of the n-th calendar year, the year of earning being the first.",
    keys: { years: "Which year." },
  },
  rolling: {
    about: "So long after the last qualifying activity, for all points together.",
    keys: {
      days: "How many days. Either this or months.",
      months: "How many months. Either this or days.",
      zeroPointsExtend: "Whether an activity that earned nothing extends too. Default false.",
    },
  },
} satisfies KindWords<Expiry>;

export const EXPIRY_DAYS = {
  usable: "Points can still be spent on the day they expire.",
  expired: "The day before is the last.",
} satisfies Choices<NonNullable<PointsPlanDocument["expiryDay"]>>;

export const CONSUMPTIONS = {
  "earliest-expiry": "The points that expire first.",
  "first-in-first-out": "The points that were earned first.",
} satisfies Choices<Consumption>;

export const NEGATIVE_BALANCES = {
  block: "The reversal is refused.",
  owe: "The account owes the points; later earnings repay first.",
  "take-other-lots": "Other points are taken.",
} satisfies Choices<NegativeBalance>;

export const EXPIRED_ON_REVERSAL = {
  reinstate: "They can be spent again.",
  lost: "They have expired.",
} satisfies Choices<ExpiredOnReversal>;

export const QUALIFICATION = {
  period: "The span in which qualifying points are counted.",
  tiers: "What each tier takes, best first.",
} satisfies Words<Qualification>;

export const PERIODS = {
  "calendar-year": "From 1 January to 31 December.",
  "rolling-12-months": "The twelve months that end with the day asked for.",
  "anniversary-year": "A year from the day the account joined, and from each anniversary of it.",
} satisfies Choices<Qualification["period"]>;

export const QUALIFICATION_TIER = {
  name: "The tier.",
  from: "The least qualifying points.",
} satisfies Words<QualificationTier>;
