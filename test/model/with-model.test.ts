import { describe, expect, it } from "vitest";
import { parseModel } from "../../src/model/parse-model.ts";
import { withModel } from "../../src/model/with-model.ts";
import { smallModel } from "../core/issues/small-model.ts";

const model = parseModel(smallModel());

describe("a changed model", () => {
  it("has the sections of the patch, and leaves the first model as it was", () => {
    const changed = withModel(model, { version: "2", minimumCoverage: 0.8 });
    expect(changed).toEqual({ ...smallModel(), version: "2", minimumCoverage: 0.8 });
    expect(model).toEqual(smallModel());
  });

  it("is without a section that the patch says is undefined", () => {
    expect(withModel(model, { cases: undefined, quadrant: undefined })).not.toHaveProperty("quadrant");
  });

  it("is what a function makes of the document", () => {
    const changed = withModel(model, (document) => ({ ...document, range: [0, 200] }));
    expect(changed.range).toEqual([0, 200]);
  });

  it("has a fingerprint of its own where scoring changed, and the same where words did", () => {
    expect(withModel(model, { minimumCoverage: 0.8 }).fingerprint).not.toBe(model.fingerprint);
    expect(withModel(model, { version: "2", note: "reworded" }).fingerprint).toBe(model.fingerprint);
  });

  it("is checked as a whole", () => {
    expect(() => withModel(model, { tier: undefined })).toThrow(
      "gates[0].tierAtMost: expected a tier section, because the gate moves a tier, got none",
    );
  });
});
