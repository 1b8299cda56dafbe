import type { AnswerRow } from "../answers.ts";
import type { BenchAccount } from "../portfolio.ts";
import type { RivalName } from "./installed.ts";

/** A rival that takes records, one at a time. */
export interface RecordRival {
  readonly name: RivalName;
  /** How many records one run scores: few where a record takes long. */
  readonly rows: number;
  /** Opens it with the bench model; `null` if it is not installed. */
  readonly open: () => Promise<((account: BenchAccount) => AnswerRow | Promise<AnswerRow>) | null>;
}
