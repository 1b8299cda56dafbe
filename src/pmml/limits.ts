/** The longest PMML text that is looked at, in characters. A scorecard of a hundred characteristics has some 100,000. */
export const LONGEST_XML: number = 8 * 1024 * 1024;

/** The most tags and attributes, counted by `<` and `=`: they are what reading takes time for. */
export const MOST_MARKS = 400_000;

/** The most attributes of one element, counted by `=` from one `<` to the next: so many names in one take longest to read. */
export const MOST_ATTRIBUTES = 10_000;

/** The most elements inside one another. */
export const MOST_ELEMENT_LEVELS = 64;

/** The most digits an intermediate result of an expression may have, so that no chain of products grows without end. */
export const MOST_RESULT_DIGITS = 1000;
