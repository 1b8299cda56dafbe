import { Decimal } from "decimal.js";
import type { Look } from "./look.ts";

/** Every number of a model has at most 15 significant digits, and JSON keeps it. */
export function checkNumbers(value: unknown, require: Look["require"]): void {
  if (typeof value === "number") {
    const digits = Number.isFinite(value) ? new Decimal(String(value)).precision() : 99;
    require(digits <= 15 && !Object.is(value, -0), `number ${value}`);
  } else if (typeof value === "object" && value !== null) {
    for (const each of Object.values(value)) checkNumbers(each, require);
  } else {
    require(value !== undefined, "an undefined value");
  }
}
