/** A whole number of the environment; `undefined` where there is none. */
export function wholeVariable(name: string): number | undefined {
  const text = process.env[name];
  if (text === undefined || text === "") return undefined;
  const value = Number(text);
  if (!Number.isInteger(value)) throw new Error(`${name}: expected a whole number, got ${text}`);
  return value;
}
