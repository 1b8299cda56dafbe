/** A map by id that may grow past the 16,777,216 entries one JavaScript map can hold. */
export interface IdIndex<Value> {
  readonly find: (id: string) => Value | undefined;
  readonly add: (id: string, value: Value) => void;
}

const MOST_IN_ONE = 8_000_000;

export function idIndex<Value>(): IdIndex<Value> {
  let last = new Map<string, Value>();
  const maps = [last];
  return {
    find: (id) => {
      for (const map of maps) {
        const value = map.get(id);
        if (value !== undefined) return value;
      }
      return undefined;
    },
    add: (id, value) => {
      if (last.size >= MOST_IN_ONE) {
        last = new Map();
        maps.push(last);
      }
      last.set(id, value);
    },
  };
}
