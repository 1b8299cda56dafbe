import { comesAfter } from "../core/rising.ts";
import type { Posting } from "./posting.ts";

/** Postings by id. */
export interface Roll {
  readonly find: (id: string) => Posting | undefined;
  /** Adds one whose id is not there yet. */
  readonly add: (posting: Posting) => void;
  /** Another one that begins with all of these. */
  readonly copy: () => Roll;
}

/**
 * An empty roll. As long as ids rise, as they do in most tables, a new one is larger than all others, and no map is made
 * before somebody looks for one that is not.
 */
export function emptyRoll(): Roll {
  return rollOf(null);
}

function rollOf(known: Map<string, Posting> | null): Roll {
  const rising: Posting[] = [];
  let map = known;
  let largest = "";
  const byId = (): Map<string, Posting> => {
    map ??= new Map(rising.map((posting) => [posting.entry.id, posting]));
    return map;
  };
  return {
    find: (id) => (map === null && comesAfter(id, largest) ? undefined : byId().get(id)),
    add: (posting) => {
      const { id } = posting.entry;
      if (map === null && comesAfter(id, largest)) {
        rising.push(posting);
        largest = id;
      } else byId().set(id, posting);
    },
    copy: () => rollOf(largest === "" && map === null ? null : new Map(byId())),
  };
}
