import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { referenceScore } from "../../reference/card.ts";
import { accountFor } from "./account.ts";
import { modelDocument } from "./model-document.ts";
import { optionsFor } from "./options.ts";

describe("accounts and options for any document", () => {
  it("are drawn apart from each other, and scored or refused, never a crash", () => {
    const drawn = modelDocument().chain((document) =>
      fc.tuple(fc.constant(document), accountFor(document), optionsFor(document)),
    );
    fc.assert(
      fc.property(drawn, ([document, account, options]) => {
        const result = referenceScore(document, account, options);
        if (!result.ok) expect(result.issues).not.toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
