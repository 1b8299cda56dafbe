import { sha256 } from "@noble/hashes/sha2";
import { GuanxiError } from "../core/guanxi-error.ts";
import { factOf, issue } from "../core/issue.ts";
import { isKeyed } from "../core/unknown-keys.ts";
import type { ModelDocument } from "../schema/model-document.ts";
import { canonicalJson } from "./canonical-json.ts";
import { scoringContent } from "./scoring-content.ts";

/**
 * `sha256:` and 64 hexadecimal digits over the canonical JSON (RFC 8785) of the scoring content: two models with the same
 * fingerprint give the same cards, whatever their words and the order of their keys.
 */
export function fingerprint(model: ModelDocument): string {
  if (!isKeyed(model)) throw new GuanxiError([issue("document/kind", [], null, factOf(model))]);
  const digest = sha256(utf8(canonicalJson(scoringContent(model))));
  return `sha256:${Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/** UTF-8 bytes without TextEncoder, which spreadsheet runtimes lack. */
function utf8(text: string): Uint8Array {
  const encoded = encodeURIComponent(text);
  const bytes: number[] = [];
  for (let i = 0; i < encoded.length; i++) {
    if (encoded[i] === "%") {
      bytes.push(Number.parseInt(encoded.slice(i + 1, i + 3), 16));
      i += 2;
    } else bytes.push(encoded.charCodeAt(i));
  }
  return Uint8Array.from(bytes);
}
