/** VS Code's own JSON engine at work on a model: what a person sees while writing one. */
import languageService, { type CompletionItem, type Diagnostic } from "vscode-json-languageservice";
import { modelJsonSchema } from "../../src/schema/json-schema.ts";

const { getLanguageService, TextDocument } = languageService;

const SCHEMA_URI = "test://model.schema.json";
const service = getLanguageService({ clientCapabilities: { textDocument: { completion: { completionItem: {} } } } });
service.configure({
  validate: true,
  schemas: [{ uri: SCHEMA_URI, fileMatch: ["*.json"], schema: modelJsonSchema() as never }],
});

function open(text: string) {
  const document = TextDocument.create("test://model.json", "json", 1, text);
  return { document, parsed: service.parseJSONDocument(document) };
}

/** The text with `|` where the cursor is. */
function split(text: string): { readonly text: string; readonly offset: number } {
  const offset = text.indexOf("|");
  return { text: text.slice(0, offset) + text.slice(offset + 1), offset };
}

/** What is offered at the cursor, snippets left out: they come beside keys and values, not instead of them. */
export async function offered(marked: string): Promise<string[]> {
  const { text, offset } = split(marked);
  const { document, parsed } = open(text);
  const list = await service.doComplete(document, document.positionAt(offset), parsed);
  const items: CompletionItem[] = list?.items ?? [];
  return items.filter(({ kind }) => kind !== SNIPPET).map(({ label }) => label.replace(/^"|"$/g, ""));
}

const SNIPPET = 15;

/** The words beside what is offered. */
export async function offeredWords(marked: string): Promise<Record<string, string>> {
  const { text, offset } = split(marked);
  const { document, parsed } = open(text);
  const list = await service.doComplete(document, document.positionAt(offset), parsed);
  return Object.fromEntries(
    (list?.items ?? []).map(({ label, documentation }) => [
      label.replace(/^"|"$/g, ""),
      typeof documentation === "string" ? documentation : (documentation?.value ?? ""),
    ]),
  );
}

/** What is marked, by the text under the mark. */
export async function marked(text: string): Promise<{ at: string; message: string }[]> {
  const { document, parsed } = open(text);
  const found: Diagnostic[] = await service.doValidation(document, parsed, { schemaValidation: "error" });
  return found.map(({ range, message }) => ({
    at: text.slice(document.offsetAt(range.start), document.offsetAt(range.end)),
    message,
  }));
}

/** What is shown at the cursor. */
export async function shown(markedText: string): Promise<string> {
  const { text, offset } = split(markedText);
  const { document, parsed } = open(text);
  const hover = await service.doHover(document, document.positionAt(offset), parsed);
  return JSON.stringify(hover?.contents ?? "");
}
