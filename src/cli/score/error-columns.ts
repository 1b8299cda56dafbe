/** The columns of an errors file: a line for each issue of a rejected row. */
export const ERROR_COLUMNS = ["row", "id", "code", "field", "message"] as const;
