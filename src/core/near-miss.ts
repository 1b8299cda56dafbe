/**
 * The one choice that was very likely meant by a misspelt name: no edit for up to two letters, one for up to five, else
 * two (insertion, deletion, substitution, swap of neighbours; letter case is free), and nearer than every other choice.
 */
export function nearMiss(name: unknown, choices: readonly string[]): string | undefined {
  if (typeof name !== "string" || name.length > LONGEST_NAME) return undefined;
  const limit = name.length <= 2 ? 0 : name.length <= 5 ? 1 : 2;
  let best: string | undefined;
  let least = limit + 1;
  let isTied = false;
  for (const choice of choices) {
    if (Math.abs(choice.length - name.length) > limit) continue;
    const distance = editDistance(name.toLowerCase(), choice.toLowerCase());
    if (distance < least) {
      least = distance;
      best = choice;
      isTied = false;
    } else if (distance === least) isTied = true;
  }
  return isTied ? undefined : best;
}

const LONGEST_NAME = 60;

/** Looks for near misses until it has looked for enough: a document of thousands of wrong names is not a misspelt one. */
export function nearMisses(): typeof nearMiss {
  let left = MOST_LOOKED_FOR;
  return (name, choices) => (choices.length <= MOST_CHOICES && left-- > 0 ? nearMiss(name, choices) : undefined);
}

const MOST_LOOKED_FOR = 100;
const MOST_CHOICES = 2000;

/** Optimal string alignment distance. Cost: the product of the lengths. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(
        (previous[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (previous[j - 1] as number) + (same ? 0 : 1),
      );
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (before[j - 2] as number) + 1);
      }
      row.push(least);
    }
    before = previous;
    previous = row;
  }
  return previous[b.length] as number;
}
