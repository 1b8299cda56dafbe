import type { Call } from "../command.ts";
import { stop } from "../stop.ts";
import { readTableSettings, refuseSameFile, type TableSettings } from "../table-settings.ts";

/** What `guanxi score` was asked for, read and checked as far as that goes without opening a file. */
export interface ScoreSettings extends TableSettings {
  readonly model: string;
  readonly previous: string | undefined;
  readonly id: string | undefined;
  readonly keep: readonly string[];
  readonly hasDetail: boolean;
}

export function readScoreSettings(call: Call): ScoreSettings {
  const settings: ScoreSettings = {
    ...readTableSettings(call),
    model: call.value("model") as string,
    previous: call.value("previous"),
    id: call.value("id"),
    keep: call.values("keep"),
    hasDetail: call.has("detail"),
  };
  checkFiles(settings);
  return settings;
}

/** What is written must not be what is read, nor one file the other; only the previous scores may be replaced by the new. */
function checkFiles({ accounts, model, out, errors, previous }: ScoreSettings): void {
  refuseSameFile("--out", out === "-" ? undefined : out, { "the accounts": accounts, "the model": model });
  refuseSameFile("--errors", errors, {
    "the accounts": accounts,
    "the model": model,
    "the scores": out,
    "the previous scores": previous,
  });
  if (errors === "-") stop("usage/value", ["--errors"], "a file", "-");
  refuseSameFile("--previous", previous, { "the accounts": accounts });
}
