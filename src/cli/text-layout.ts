/** Text in columns, for people at a terminal. */

export function withThousands(count: number | string): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** What comes from a file must not move the cursor or run over the line. */
export function printable(text: string, longest = 40): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "�");
  return plain.length > longest ? `${plain.slice(0, longest - 1)}…` : plain;
}

/** The columns a text takes: two for a character of East Asian width. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 2 : 1;
  return width;
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

export function padStart(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - widthOf(text))) + text;
}

/** A bar of eighths of a block, as long as the share of `most`. */
export function bar(count: number, most: number, width: number): string {
  const eighths = most === 0 ? 0 : Math.round((count / most) * width * 8);
  const rest = eighths % 8;
  const least = count > 0 && eighths === 0 ? "▏" : "";
  return "█".repeat((eighths - rest) / 8) + (rest === 0 ? "" : "▏▎▍▌▋▊▉"[rest - 1]) + least;
}

/** Rows in columns two blanks apart; each column is as wide as its widest cell and stands left or right. */
export function inColumns(rows: readonly (readonly string[])[], sides: readonly ("left" | "right")[]): string[] {
  const widths = sides.map((_, i) => Math.max(0, ...rows.map((row) => widthOf(row[i] ?? ""))));
  return rows.map((row) =>
    row
      .map((cell, i) => (sides[i] === "right" ? padStart(cell, widths[i] ?? 0) : padEnd(cell, widths[i] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
}
