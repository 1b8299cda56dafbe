/** Kleene's three values, ordered so that `all` is the least, `any` the greatest and `not` the mirror image. */
export type Truth = typeof FALSE | typeof UNKNOWN | typeof TRUE;
export const FALSE = 0;
export const UNKNOWN = 1;
export const TRUE = 2;
