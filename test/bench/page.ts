import { readFileSync, writeFileSync } from "node:fs";

/** The page that shows the findings, between two marks. */
export const PAGE: URL = new URL("../../docs/reference/performance.md", import.meta.url);
const [BEGIN, END] = ["<!-- figures: written by `npm run bench -- --write` -->", "<!-- end of figures -->"];

/** The page with other figures; throws where the marks are not. */
export function withFigures(page: string, figures: string): string {
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`expected the marks ${BEGIN} and ${END} in the page`);
  return `${page.slice(0, from + BEGIN.length)}\n\n${figures}\n\n${page.slice(to)}`;
}

export function writeFigures(figures: string): void {
  writeFileSync(PAGE, withFigures(readFileSync(PAGE, "utf8"), figures));
}
