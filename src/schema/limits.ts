/** The longest category value, name of a rung or cell, id and version. */
export const LONGEST_NAME = 200;
