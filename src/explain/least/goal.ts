/** What a change is to bring about. */
export type Goal =
  /** A better tier than now; any tier, where there is none now. */
  | { readonly kind: "tier-up" }
  /** The tier of now: what is looked for is the least change that loses it. */
  | { readonly kind: "stay" }
  /** A tier, or a better one. */
  | { readonly kind: "tier"; readonly name: string }
  | { readonly kind: "quadrant"; readonly name: string }
  /** A score of at least so much. `of` is a dimension or `"total"`, the default. */
  | { readonly kind: "score"; readonly of?: string | undefined; readonly atLeast: number };
export type GoalKind = Goal["kind"];
