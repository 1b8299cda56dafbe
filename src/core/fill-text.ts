/** What a text tells: its placeholders by name. */
export type Facts = { readonly [name: string]: number | string };

/** A text with its facts in place of `{name}`; a placeholder without a fact stays, so that it is seen. */
export function fillText(text: string, facts: Facts): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    hasOwn.call(facts, name) ? String(facts[name]) : placeholder,
  );
}

const hasOwn = Object.prototype.hasOwnProperty;
