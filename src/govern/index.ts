export { fingerprint } from "../fingerprint/fingerprint.ts";
export type { InForceOutcome } from "./model-in-force.ts";
export { checkSuccession, modelInForce, safeModelInForce } from "./model-in-force.ts";
