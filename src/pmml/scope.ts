import { unreachable } from "../core/unreachable.ts";
import type { Result } from "./held.ts";

/** The values of one record: its fields, then the derived fields, each computed once and only when asked for. */
export interface Row {
  readonly values: Result[];
  /** Whether a place has its value; a place asked for before is being computed. */
  readonly isReady: boolean[];
}

export type Compute = (row: Row) => Result;

/** How a name is read from a row. */
export type Scope = (name: string) => Compute;

/** A scope of names, each at its place; names after `inputs` are computed by `derive`, which gives its place's function. */
export function scopeOf(names: readonly string[], inputs: number, derive: (place: number) => Compute): Scope {
  const places = new Map(names.map((name, place) => [name, place]));
  return (name) => {
    const place = places.get(name) ?? unreachable(`no field ${name}`);
    if (place < inputs) return (row) => row.values[place];
    return (row) => {
      if (row.isReady[place] !== true) {
        row.values[place] = derive(place)(row);
        row.isReady[place] = true;
      }
      return row.values[place];
    };
  };
}
