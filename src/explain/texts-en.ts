/**
 * English for explanations. `{name}` stands for a fact; which facts a text may use is seen from this table, and
 * `docs/reference/reasons.md` lists them. A text of another language or house is another table of the same keys.
 */
export const ENGLISH_TEXTS = {
  // Which piece of a curve gave the points
  "band-all": "any {input} gives the same points",
  "band-below": "{input} {value} is below {high}",
  "band-up-to": "{input} {value} is {high} or less",
  "band-from": "{input} {value} is {low} or more",
  "band-above": "{input} {value} is above {low}",
  "band-from-below": "{input} {value} is from {low} to below {high}",
  "band-from-up-to": "{input} {value} is from {low} to {high}",
  "band-above-below": "{input} {value} is above {low} and below {high}",
  "band-above-up-to": "{input} {value} is above {low}, up to {high}",
  span: "{input} {value} lies between {lowInput} ({lowPoints} points) and {highInput} ({highPoints} points)",
  "beyond-low": "{input} {value} is not above {knotInput}, where the line begins",
  "beyond-high": "{input} {value} has reached {knotInput}, where the line ends",
  value: "{input} is {value}",
  otherwise: "{input} is {value}, which is not listed",
  "flag-true": "{input}: yes",
  "flag-false": "{input}: no",
  "missing-reject": "{input} is missing",
  "missing-exclude": "{input} is missing, so it is left out and its weight goes to the others",
  "missing-points": "{input} is missing, which gives a fixed number of points",
  "missing-worst": "{input} is missing, which gives the worst points",
  "missing-best": "{input} is missing, which gives the best points",
  "not-applicable": "does not apply to this account",
  total: "Total",
  // Reasons
  "reason-lost": "{title}: {because}; {points} points and not {baseline}, which costs {effect}",
  "reason-gained": "{title}: {because}; {points} points and not {baseline}, which brings {effect}",
  "reason-group-lost": "{title}: {points} points and not {baseline}, which costs {effect}",
  "reason-group-gained": "{title}: {points} points and not {baseline}, which brings {effect}",
  "reason-deduction": "{title}: a deduction, which costs {effect}",
  "reason-bonus": "{title}: a bonus, which brings {effect}",
  // Gates
  "gate-at-least": "{title}: at least tier {tier}",
  "gate-at-most": "{title}: at most tier {tier}",
  "gate-disqualify": "{title}: disqualified",
  "gate-not-fired": "{title}: not met",
  "gate-unknown": "{title}: not known, because of missing data",
  // Least changes
  "change-raise": "raise {title} by {by} to {to}",
  "change-lower": "lower {title} by {by} to {to}",
  "change-set": "change {title} from {from} to {to}",
  "change-give": "{title} is missing: {to} is enough",
  "stay-raise": "{title} may rise by {slack}; {to} loses the tier",
  "stay-lower": "{title} may fall by {slack}; {to} loses the tier",
  "stay-set": "{title} changed from {from} to {to} loses the tier",
  "stay-give": "{title} is missing: {to} loses the tier",
  unreachable: "not reachable by {title} alone",
  "unreachable-best": "not reachable by {title} alone: {to} comes nearest, with {score}",
  "stay-unreachable": "no change of {title} alone loses the tier",
  undecided: "not decided for {title}: no change of less than {noneWithin} does it",
  "pair-unreachable": "not reachable by any two of the fields",
  "pair-undecided": "not decided for two of the fields: nothing that costs less than {noneBelow} does it",
  together: "{first}, and {second}",
  // What changed
  "change-of-score": "{cause}: {change}",
  "cause-model": "the model changed from {from} to {to}",
  "cause-rule-in": "{title} came into force",
  "cause-rule-out": "{title} is no longer in force",
  "cause-day": "time passed from {from} to {to}",
  "cause-input": "{title} changed from {from} to {to}",
  "cause-missing": "missing",
  "cause-together": "{causes}, which cannot be told apart",
} as const;

/** The name of a text. */
export type TextKey = keyof typeof ENGLISH_TEXTS;

/** All texts of one language or house. */
export type Texts = { readonly [K in TextKey]: string };
