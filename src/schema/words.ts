import * as z from "zod/mini";
import { readDate } from "../core/plain-date.ts";
import { digitsOf, MOST_DIGITS } from "../core/scaled.ts";
import { LONGEST_NAME } from "./limits.ts";

/**
 * The words that every shape is made of. Shapes are functions, called once by `check-shape.ts`: a bundle that never
 * parses a model holds none of them.
 */

/** An ASCII name in camelCase or kebab-case. */
export const ID = /^[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*$/;

/** An object that refuses keys it does not know; its message lists the keys it knows. */
export function closed<S extends z.core.$ZodShape>(shape: S): z.ZodMiniObject<S, z.core.$strict> {
  return z.strictObject(shape, { error: () => Object.keys(shape).join(" ") });
}

/** A name in ASCII; issues call it an id. */
export const id = () =>
  z.string().check(
    z.regex(ID),
    z.maxLength(LONGEST_NAME),
    z.refine((value) => !(value in Object.prototype), { params: { code: "document/key" } }),
  );
export const name = () => z.string().check(z.minLength(1), z.maxLength(LONGEST_NAME));
export const text = () => z.union([z.string(), z.record(z.string(), z.string())]);
export const keyed = <T extends z.core.$ZodType>(value: T) => z.record(id(), value);

/** A number that a double holds as written: at most 15 significant digits. */
export const number = () =>
  z.number().check(z.refine((value) => digitsOf(value) <= MOST_DIGITS, { params: { code: "document/digits" } }));
/** Two of a kind; its message tells its length from that of other lists. */
export const pair = <T extends z.core.$ZodType>(item: () => T) => z.tuple([item(), item()], { error: () => PAIR });
export const PAIR = "pair";
export const atLeastZero = () => number().check(z.minimum(0));
export const places = () => z.int().check(z.minimum(0), z.maximum(MOST_DIGITS));
export const count = (least: number) => z.int().check(z.minimum(least), z.maximum(100_000));

export const date = () =>
  z.string().check(z.refine((value) => readDate(value) !== null, { params: { code: "document/date" } }));

/** Words about a thing, and what every named thing may carry. */
export const titled = () => ({ title: z.optional(text()), note: z.optional(z.string()) });
export const named = () => ({
  ...titled(),
  x: z.optional(z.record(z.string(), z.unknown())),
});

/** How an exact result becomes a published one. */
export const rounding = () => z.enum(["half-away", "floor", "ceiling"]);

/** An interface as a schema sees it: what may be absent may be undefined. */
export type Loose<T> = T extends readonly (infer E)[]
  ? readonly Loose<E>[]
  : T extends object
    ? { readonly [K in keyof T]: Loose<T[K]> | undefined }
    : T;
