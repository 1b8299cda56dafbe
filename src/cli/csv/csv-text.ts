/**
 * Texts as cells of a CSV file (RFC 4180): in quotes where they hold the delimiter, a quote, a line end, a byte order mark or a
 * blank at either end.
 */
export function compileCsvText(delimiter: string): (text: string) => string {
  const isSpecial = new Uint8Array(65_536);
  for (const mark of [delimiter, '"', "\r", "\n", "\uFEFF"]) isSpecial[mark.charCodeAt(0)] = 1;
  const mustQuote = (text: string) => {
    if (text.charCodeAt(0) === BLANK || text.charCodeAt(text.length - 1) === BLANK) return true;
    for (let i = 0; i < text.length; i++) if (isSpecial[text.charCodeAt(i)] === 1) return true;
    return false;
  };
  return (text) => (mustQuote(text) ? `"${text.replace(/"/g, '""')}"` : text);
}

const BLANK = 32;
