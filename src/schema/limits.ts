/** The longest category value, name of a rung or cell, id and version. */
export const LONGEST_NAME = 200;

/** The most rungs of a tier: their codes fit a byte, with one code left for none. */
export const MOST_RUNGS = 250;
