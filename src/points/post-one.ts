import { GuanxiError } from "../core/guanxi-error.ts";
import type { Ledger, LedgerEntry, Posted } from "../schema/points-ledger.ts";
import type { PointsPlan } from "../schema/points-plan-document.ts";
import { safePost } from "./post.ts";

/** As `post`, of one entry; the path of an issue is a key of it. */
export function postOne(plan: PointsPlan, ledger: Ledger, entry: LedgerEntry): Posted {
  const outcome = safePost(plan, ledger, [entry]);
  if (outcome.ok) return { ledger: outcome.ledger, refused: outcome.refused };
  throw new GuanxiError(
    outcome.issues.map((each) => (each.path[0] === 0 ? { ...each, path: each.path.slice(1) } : each)),
  );
}
