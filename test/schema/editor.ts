/** VS Code's own JSON engine at work on a document: what a person sees while writing one. */
import languageService, { type CompletionItem, type Diagnostic } from "vscode-json-languageservice";
import { modelJsonSchema } from "../../src/schema/json-schema.ts";
import { pointsPlanJsonSchema } from "../../src/schema/points-plan-json-schema.ts";

const { getLanguageService, TextDocument } = languageService;

/** What a person sees in one document; `|` is where the cursor is. */
export interface Editor {
  /** The keys or values that are offered at the cursor, with the words beside them. */
  readonly offered: (marked: string) => Promise<Readonly<Record<string, string>>>;
  /** The text of each snippet that is offered at the cursor, with its placeholders filled by what they propose. */
  readonly snippets: (marked: string) => Promise<Readonly<Record<string, string>>>;
  /** What is marked, by the text under the mark. */
  readonly marked: (text: string) => Promise<{ at: string; message: string }[]>;
  /** What is shown at the cursor. */
  readonly shown: (marked: string) => Promise<string>;
}

export const { offered, snippets, marked, shown }: Editor = editor(modelJsonSchema);
export const planEditor: Editor = editor(pointsPlanJsonSchema);

/** An editor whose documents follow a schema. */
export function editor(schema: () => object): Editor {
  /** Whatever a document calls its schema by is answered with ours: there is no network here. */
  const service = getLanguageService({
    schemaRequestService: () => Promise.resolve(JSON.stringify(schema())),
    clientCapabilities: { textDocument: { completion: { completionItem: {} } } },
  });
  service.configure({
    validate: true,
    schemas: [{ uri: "test://schema.json", fileMatch: ["*.json"], schema: schema() as never }],
  });
  const open = (text: string) => {
    const document = TextDocument.create("test://document.json", "json", 1, text);
    return { document, parsed: service.parseJSONDocument(document) };
  };
  const complete = async (markedText: string): Promise<readonly CompletionItem[]> => {
    const { text, offset } = split(markedText);
    const { document, parsed } = open(text);
    return (await service.doComplete(document, document.positionAt(offset), parsed))?.items ?? [];
  };
  return {
    offered: async (markedText) => {
      const items = (await complete(markedText)).filter(({ kind }) => kind !== SNIPPET);
      return Object.fromEntries(
        items.map(({ label, documentation }) => [
          label.replace(/^"|"$/g, ""),
          typeof documentation === "string" ? documentation : (documentation?.value ?? ""),
        ]),
      );
    },
    snippets: async (markedText) => {
      const items = (await complete(markedText)).filter(({ kind }) => kind === SNIPPET);
      return Object.fromEntries(items.map(({ label, textEdit }) => [label, filled(textEdit?.newText ?? "")]));
    },
    marked: async (text) => {
      const { document, parsed } = open(text);
      const found: Diagnostic[] = await service.doValidation(document, parsed, { schemaValidation: "error" });
      return found.map(({ range, message }) => ({
        at: text.slice(document.offsetAt(range.start), document.offsetAt(range.end)),
        message: String(message),
      }));
    },
    shown: async (markedText) => {
      const { text, offset } = split(markedText);
      const { document, parsed } = open(text);
      const hover = await service.doHover(document, document.positionAt(offset), parsed);
      return JSON.stringify(hover?.contents ?? "");
    },
  };
}

/** The text with `|` where the cursor is. */
function split(text: string): { readonly text: string; readonly offset: number } {
  const offset = text.indexOf("|");
  return { text: text.slice(0, offset) + text.slice(offset + 1), offset };
}

/** Snippets come as the kind that VS Code shows for objects. */
const SNIPPET = 9;

function filled(snippet: string): string {
  return snippet
    .replace(/\$\{\d+:([^}]*)\}/g, "$1")
    .replace(/"\$\d+"/g, '"name"')
    .replace(/\$\d+/g, "1");
}
