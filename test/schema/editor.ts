/** VS Code's own JSON engine at work on a model: what a person sees while writing one. */
import languageService, { type CompletionItem, type Diagnostic } from "vscode-json-languageservice";
import { modelJsonSchema } from "../../src/schema/json-schema.ts";

const { getLanguageService, TextDocument } = languageService;

const SCHEMA_URI = "test://model.schema.json";
/** Whatever a model calls its schema by is answered with ours: there is no network here. */
const service = getLanguageService({
  schemaRequestService: () => Promise.resolve(JSON.stringify(modelJsonSchema())),
  clientCapabilities: { textDocument: { completion: { completionItem: {} } } },
});
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

async function complete(marked: string): Promise<readonly CompletionItem[]> {
  const { text, offset } = split(marked);
  const { document, parsed } = open(text);
  return (await service.doComplete(document, document.positionAt(offset), parsed))?.items ?? [];
}

/** The keys or values that are offered at the cursor, with the words beside them. */
export async function offered(marked: string): Promise<Readonly<Record<string, string>>> {
  const items = (await complete(marked)).filter(({ kind }) => kind !== SNIPPET);
  return Object.fromEntries(
    items.map(({ label, documentation }) => [
      label.replace(/^"|"$/g, ""),
      typeof documentation === "string" ? documentation : (documentation?.value ?? ""),
    ]),
  );
}

/** The text of each snippet that is offered at the cursor, with its placeholders filled by what they propose. */
export async function snippets(marked: string): Promise<Readonly<Record<string, string>>> {
  const items = (await complete(marked)).filter(({ kind }) => kind === SNIPPET);
  return Object.fromEntries(items.map(({ label, textEdit }) => [label, filled(textEdit?.newText ?? "")]));
}

/** Snippets come as the kind that VS Code shows for objects. */
const SNIPPET = 9;

function filled(snippet: string): string {
  return snippet
    .replace(/\$\{\d+:([^}]*)\}/g, "$1")
    .replace(/"\$\d+"/g, '"name"')
    .replace(/\$\d+/g, "1");
}

/** What is marked, by the text under the mark. */
export async function marked(text: string): Promise<{ at: string; message: string }[]> {
  const { document, parsed } = open(text);
  const found: Diagnostic[] = await service.doValidation(document, parsed, { schemaValidation: "error" });
  return found.map(({ range, message }) => ({
    at: text.slice(document.offsetAt(range.start), document.offsetAt(range.end)),
    message: String(message),
  }));
}

/** What is shown at the cursor. */
export async function shown(markedText: string): Promise<string> {
  const { text, offset } = split(markedText);
  const { document, parsed } = open(text);
  const hover = await service.doHover(document, document.positionAt(offset), parsed);
  return JSON.stringify(hover?.contents ?? "");
}
