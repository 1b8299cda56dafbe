/**
 * What work costs, in units of a loop that is measured in the same run: a bound on it is a statement about the work, and
 * holds on a machine of any speed.
 */

let unit: number | undefined;

/** How many times as long as the unit some work keeps the processor busy; the time of other programs does not count. */
export function costOf(work: () => unknown): number {
  unit ??= unitOfCost();
  return milliseconds(work) / unit;
}

function milliseconds(work: () => unknown): number {
  const begin = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1000;
}

const WORDS = Array.from({ length: 20_000 }, (_, i) => `word${i}`);

/** The unit: 20,000 words to JSON and back, each then looked up once. Measured when it is warm, in the middle of nine. */
function unitOfCost(): number {
  const loop = () => {
    const words = new Map((JSON.parse(JSON.stringify(WORDS)) as string[]).map((word, i) => [word, i]));
    return WORDS.reduce((sum, word) => sum + (words.get(word) as number), 0);
  };
  const times = Array.from({ length: 12 }, () => milliseconds(loop)).slice(3);
  return times.sort((a, b) => a - b)[4] as number;
}
