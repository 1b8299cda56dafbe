/**
 * A copy of a text that keeps nothing else alive. A cell is a window on the piece of file it was cut from; whoever keeps
 * cells for long keeps copies, or the whole file stays in memory. Texts under 13 characters are copies already.
 */
export function ownText(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, "utf8").toString("utf8");
}
