import { comesAfter } from "../../core/rising.ts";
import { ownText } from "../csv/own-text.ts";
import { type IdIndex, idIndex } from "./id-index.ts";

/** Remembers in which row an id stood first. */
export interface FirstRows {
  /** The row in which the id stood before; `null` if it is new, and from now on in this row. */
  readonly meet: (id: string, row: number) => number | null;
}

/** As long as ids rise, none can have come before: tables sorted by id, as most exports are, need a list and no index. */
export function firstRows(): FirstRows {
  let rising: { readonly ids: string[]; readonly rows: number[] } | null = { ids: [], rows: [] };
  let last = "";
  let index: IdIndex<number> = idIndex();
  const meetInIndex = (id: string, row: number) => {
    const first = index.find(id);
    if (first !== undefined) return first;
    index.put(ownText(id), row);
    return null;
  };
  return {
    meet: (id, row) => {
      if (rising === null) return meetInIndex(id, row);
      if (comesAfter(id, last)) {
        last = ownText(id);
        rising.ids.push(last);
        rising.rows.push(row);
        return null;
      }
      index = idIndex();
      for (let i = 0; i < rising.ids.length; i++) index.put(rising.ids[i] as string, rising.rows[i] as number);
      rising = null;
      return meetInIndex(id, row);
    },
  };
}
