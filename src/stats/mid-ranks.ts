/**
 * The rank of every value among all, 1 for the least; values that are the same share the mean of their ranks.
 * Cost: one sort.
 *
 * @example
 * ```ts
 * [...midRanks([30, 10, 30])]; // [2.5, 1, 2.5]
 * ```
 */
export function midRanks(values: ArrayLike<number>): Float64Array {
  const order = Uint32Array.from({ length: values.length }, (_, i) => i);
  order.sort((a, b) => (values[a] as number) - (values[b] as number));
  const ranks = new Float64Array(values.length);
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && values[order[end] as number] === values[order[start] as number]) end++;
    for (let i = start; i < end; i++) ranks[order[i] as number] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
}
