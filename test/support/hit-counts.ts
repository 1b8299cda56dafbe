// A law over generated models says nothing where the generator never goes. These counts tell where it went.

export type HitCounts = Map<string, number>;

export function emptyHitCounts(): HitCounts {
  return new Map();
}

export function countHit(counts: HitCounts, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
