import { provocations as batch } from "./batch.provocations.ts";
import { provocations as cell } from "./cell.provocations.ts";
import { provocations as cli } from "./cli.provocations.ts";
import { provocations as curves } from "./curves.provocations.ts";
import { provocations as document } from "./document.provocations.ts";
import { provocations as earn } from "./earn.provocations.ts";
import { provocations as explain } from "./explain.provocations.ts";
import { provocations as govern } from "./govern.provocations.ts";
import { provocations as ledger } from "./ledger.provocations.ts";
import { provocations as model } from "./model.provocations.ts";
import { provocations as options } from "./options.provocations.ts";
import { provocations as plan } from "./plan.provocations.ts";
import { provocations as pmml } from "./pmml.provocations.ts";
import type { Provocation, ToldProvocation } from "./provocation.ts";
import { provocations as record } from "./record.provocations.ts";
import { provocations as usage } from "./usage.provocations.ts";

/** Mistakes made with a function of the library. */
export const PROVOCATIONS: readonly Provocation[] = [
  document,
  model,
  plan,
  earn,
  ledger,
  record,
  options,
  cell,
  curves,
  batch,
  pmml,
  explain,
  govern,
].flat();

/** Mistakes made at the command line. */
export const TOLD_PROVOCATIONS: readonly ToldProvocation[] = [usage, cli].flat();
