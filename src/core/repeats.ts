/** The places of a list at which a text stands that stood in it before. */
export function repeats(list: readonly string[]): readonly number[] {
  const seen = new Set<string>();
  return list.flatMap((text, i) => {
    const isRepeat = seen.has(text);
    seen.add(text);
    return isRepeat ? [i] : [];
  });
}
