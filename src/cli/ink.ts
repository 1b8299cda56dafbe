type Paint = (text: string) => string;
/** How a text is set apart on a terminal, or not at all elsewhere. */
export type Style = { readonly [K in "bold" | "dim" | "good" | "warn"]: Paint };

const plain: Paint = (text) => text;
const ink =
  (begin: number, end: number): Paint =>
  (text) =>
    `\u001b[${begin}m${text}\u001b[${end}m`;
export const PLAIN: Style = { bold: plain, dim: plain, good: plain, warn: plain };
export const COLOURED: Style = { bold: ink(1, 22), dim: ink(2, 22), good: ink(36, 39), warn: ink(33, 39) };
