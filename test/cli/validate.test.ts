import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Desk, openDesk } from "./run-guanxi.ts";
import { SHOP } from "./shop-model.ts";

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => desk.clear());

const validate = async (text: string | Uint8Array, args: readonly string[] = []) => {
  desk.write("model.json", text);
  return await desk.guanxi(["validate", "@model.json", ...args]);
};

describe("guanxi validate", () => {
  it("says ok, who the model is and what it holds", async () => {
    const { code, stdout } = await validate(JSON.stringify(SHOP));
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^ok shop 1\.0 sha256:[0-9a-f]{64}\n5 fields, 2 dimensions, 2 indicators, 2 bonuses, 0 gates, 1 case passed\n$/,
    );
    expect((await validate(`\uFEFF${JSON.stringify(SHOP, null, 2)}`)).stdout).toBe(stdout);
  });

  it("tells every issue on a line of its own", async () => {
    const { code, stdout } = await validate(
      JSON.stringify({ ...SHOP, quadrant: { ...SHOP.quadrant, x: "relation" }, range: [9, 1] }),
    );
    expect(code).toBe(1);
    expect(stdout.trimEnd().split("\n").length).toBeGreaterThan(1);
    expect(stdout).toMatch(/^quadrant\.x: expected a dimension or the total .*got "relation"/m);
  });

  it("runs the cases, and tells each cell that differs", async () => {
    const cases = [{ ...SHOP.cases[0], expect: { value: 51, tier: "B" } }];
    const { code, stdout } = await validate(JSON.stringify({ ...SHOP, cases }));
    expect([code, stdout]).toEqual([1, "cases[0].expect.value: expected 51, got 50\n"]);
  });

  it("tells what may be wrong on standard error; with --strict it counts", async () => {
    const { code, stdout, stderr } = await validate(JSON.stringify(SHOP));
    expect([code, stdout.slice(0, 3)]).toEqual([0, "ok "]);
    expect(stderr).toMatch(/^hint: fields\.remark: nothing reads it \(remove it/m);
    expect((await validate(JSON.stringify(SHOP), ["--strict"])).code).toBe(1);
    const { remark: _, ...fields } = SHOP.fields;
    expect(await validate(JSON.stringify({ ...SHOP, fields }), ["--strict"])).toMatchObject({ code: 0, stderr: "" });
  });

  it("tells all of it in Chinese", async () => {
    const { stdout, stderr } = await validate(JSON.stringify(SHOP), ["--language", "zh-CN"]);
    expect(stdout.split("\n")[1]).toBe("字段 5、维度 2、指标 2、加分规则 2、门槛 0、通过的用例 1");
    expect(stderr).toMatch(/^提示：fields\.remark：没有任何内容读取它（删除它，/m);
    const broken = await validate(JSON.stringify({ ...SHOP, range: [9, 1] }), ["--language", "zh-CN"]);
    expect(broken.stdout).toMatch(/^range.*：.*应/m);
  });

  it("says the same as JSON", async () => {
    const { stdout } = await validate(JSON.stringify(SHOP), ["--format", "json"]);
    expect(JSON.parse(stdout)).toEqual({
      ok: true,
      model: {
        id: "shop",
        version: "1.0",
        fingerprint: expect.stringMatching(/^sha256:/),
        counts: { fields: 5, dimensions: 2, indicators: 2, bonuses: 2, gates: 0, casesPassed: 1 },
      },
      issues: [],
      findings: expect.arrayContaining([
        expect.objectContaining({
          code: "lint/unused-field",
          at: "fields.remark",
          message: "fields.remark: nothing reads it",
          cure: expect.stringMatching(/^remove it/),
        }),
      ]),
    });
    const broken = await validate("{", ["--format", "json"]);
    expect(broken.code).toBe(1);
    expect(JSON.parse(broken.stdout)).toMatchObject({
      ok: false,
      model: null,
      issues: [{ code: "cli/json", path: [], at: "" }],
    });
  });

  it.each<[string, string | Uint8Array, RegExp]>([
    ["a comma too many", '{\n  "format": 1,\n}', /a key in double quotes at line 3, column 1, got "}"/],
    ["a comma forgotten", '{\n  "format": 1\n  "id": "x"}', /"," or "}" at line 3, column 3, got "\\?"id/],
    [
      "a key twice",
      '{"fields": {},\n "format": 1, "fields": {}}',
      /each key once, got "fields" again at line 2, column 15/,
    ],
    ["nothing", "", /a value at line 1, column 1, got "?the end of the text/],
    ["bytes that are no text", Uint8Array.of(0x7b, 0xff), /text in utf-8, got "?other bytes/],
    ["more than a model can be", " ".repeat(20_000_001), /at most 20000000 bytes, got 20000001/],
    ["nesting without end", "[".repeat(1_000_000), /a value at line 1, column 1000001/],
    ["nesting that ends", "[".repeat(100_000) + "]".repeat(100_000), /levels of nesting/],
    ["a list", "[]", /expected a JSON object, got an array/],
    ["a dangerous key", '{"__proto__": {"a": 1}}', /__proto__/],
  ])("refuses %s with 1 and the place", async (_, text, message) => {
    const { code, stdout, stderr } = await validate(text);
    expect(stdout).toMatch(message);
    expect([code, stderr]).toEqual([1, ""]);
    expect(stdout).not.toContain("undefined");
  });

  it("of a file that is not there says so", async () => {
    const { code, stdout, stderr } = await desk.guanxi(["validate", "@none.json"]);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/expected to find .*none\.json, got "?no such file or folder/);
  });
});

it("guanxi score refuses a model with all that is wrong with it", async () => {
  desk.write("model.json", JSON.stringify({ ...SHOP, version: 7, id: 8 }));
  const { code, stderr } = await desk.guanxi(["score", "-", "--model", "@model.json", "--out", "@s.csv"], "id\n");
  expect(code).toBe(1);
  expect(stderr.match(/^guanxi: (id|version): expected/gm)).toHaveLength(2);
});
