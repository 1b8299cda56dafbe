/** The days of eleven years. */
const MOST_KEPT = 4096;

/**
 * A function of day numbers whose answers are kept, each until another day takes its place: the same days come again and
 * again.
 */
export function keptByDay<T>(answerOf: (day: number) => T): (day: number) => T {
  const days: number[] = [];
  const answers: T[] = [];
  return (day) => {
    const place = day & (MOST_KEPT - 1);
    if (days[place] !== day) {
      if (days.length === 0) days.length = answers.length = MOST_KEPT;
      answers[place] = answerOf(day);
      days[place] = day;
    }
    return answers[place] as T;
  };
}
