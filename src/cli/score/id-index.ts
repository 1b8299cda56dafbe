/** A map by id that may grow past the 16,777,216 entries one JavaScript map can hold. */
export interface IdIndex<Value> {
  readonly find: (id: string) => Value | undefined;
  readonly put: (id: string, value: Value) => void;
}

const MOST_IN_ONE = 8_000_000;

export function idIndex<Value>(mostInOne = MOST_IN_ONE): IdIndex<Value> {
  const maps = [new Map<string, Value>()];
  const roomiest = (): Map<string, Value> => {
    const last = maps[maps.length - 1] as Map<string, Value>;
    if (last.size < mostInOne) return last;
    maps.push(new Map());
    return roomiest();
  };
  return {
    find: (id) => {
      for (const map of maps) {
        const value = map.get(id);
        if (value !== undefined) return value;
      }
      return undefined;
    },
    put: (id, value) => {
      const [only] = maps as [Map<string, Value>];
      // A single map with room takes an id whether it knows it or not.
      const hasRoom = maps.length === 1 && only.size < mostInOne;
      const map = hasRoom ? only : (maps.find((each) => each.has(id)) ?? roomiest());
      map.set(id, value);
    },
  };
}
