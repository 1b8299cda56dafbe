/**
 * What a compiled model computes on: the published fields, then the measures, then the scores, each at a fixed place.
 * Dates are day numbers here; `null` is missing.
 */
export type Slot = number | string | boolean | null;
export type Slots = Slot[];
