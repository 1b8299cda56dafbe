import { readDate } from "../../core/plain-date.ts";
import type { Call } from "../command.ts";
import { stop } from "../stop.ts";
import { readTableSettings, refuseSameFile, type TableSettings } from "../table-settings.ts";

/** What `guanxi points` was asked for, read and checked as far as that goes without opening a file. */
export interface PointsSettings extends TableSettings {
  readonly plan: string;
  readonly asOf: string;
  /** The same as a day number. */
  readonly day: number;
  readonly expiringWithin: number | null;
}

export function readPointsSettings(call: Call): PointsSettings {
  const settings = readTableSettings(call);
  const plan = call.value("plan") as string;
  const asOf = settings.asOf as string;
  const { accounts, out, errors } = settings;
  if (errors === "-") stop("usage/value", ["--errors"], "a file", "-");
  refuseSameFile("--out", out === "-" ? undefined : out, { "the entries": accounts, "the plan": plan });
  refuseSameFile("--errors", errors, { "the entries": accounts, "the plan": plan, "the balances": out });
  return {
    ...settings,
    plan,
    asOf,
    day: readDate(asOf) as number,
    expiringWithin: readDays(call.value("expiring-within")),
  };
}

function readDays(text: string | undefined): number | null {
  if (text === undefined) return null;
  return /^[0-9]{1,6}$/.test(text)
    ? Number(text)
    : stop("usage/value", ["--expiring-within"], "a number of days", text);
}
