/** The longest category value, name of a rung or cell, id and version. */
export const LONGEST_NAME = 200;

/** The most rungs of a tier: their codes fit a byte, with one code left for none. */
export const MOST_RUNGS = 250;

/** The most rules of a points plan, and the most entries of any other list in one whose parts are tried one by one. */
export const MOST_PLAN_PARTS = 1000;

/** The most points of one rule, cap or activity: as a number of at most 15 digits. */
export const MOST_POINTS = 999_999_999_999_999;
