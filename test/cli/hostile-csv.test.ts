/** Tables as the world sends them. Nothing hangs, nothing crashes, nothing is guessed, and every row has its row. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Desk, type Input, openDesk, rowsOf } from "./run-guanxi.ts";
import { DAY, HEAD, OWN, SHOP } from "./shop-model.ts";

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
  desk.write("model.json", JSON.stringify(SHOP));
});
afterEach(() => desk.clear());

const score = async (stdin: Input, args: readonly string[] = []) => {
  const options = ["--model", "@model.json", "--as-of", DAY, "--out", "@scores.csv", "--errors", "@errors.csv"];
  return await desk.guanxi(["score", "-", ...options, ...args], stdin);
};
const A = "a,500,south,2025-12-12,no";
const A_SCORED = "a,scored,50,50,50,1,partner,high,high,B,B,,2027-01-31";
const codes = () => rowsOf(desk.read("errors.csv")).map(({ row, code }) => `${row} ${code}`);

describe("read as it was meant:", () => {
  it.each<[string, Input]>([
    ["a byte order mark", `\uFEFF${HEAD}\n${A}\n`],
    [
      "a byte order mark that comes in pieces",
      [[0xef], [0xbb], [0xbf], ...[...`${HEAD}\n${A}\n`].map((c) => [c.charCodeAt(0)])].map((b) => Uint8Array.from(b)),
    ],
    ["CRLF", `${HEAD}\r\n${A}\r\n`],
    ["CRLF in the first line only", `${HEAD}\r\n${A}\n`],
    ["CRLF in the last line only", `${HEAD}\n${A}\r\n`],
    ["lone CR", `${HEAD}\r${A}\r`],
    ["no line end at the end", `${HEAD}\n${A}`],
    ["blank lines", `\n\n${HEAD}\n\n  \n${A}\n\n\r\n`],
    ["blanks around cells", `${HEAD}\n a , 500 ,\tsouth\u3000, 2025-12-12 , no \n`],
    ["everything in quotes", `${HEAD}\n${A}\n`.replace(/[^,\n]+/g, '"$&"')],
    ["one byte at a time", [...`${HEAD}\r\n"a",500,south,"2025-12-12",no\r\n`]],
  ])("%s", async (_, stdin) => {
    expect(await score(stdin)).toMatchObject({ code: 0 });
    expect(desk.read("scores.csv")).toBe(`id,${OWN}\n${A_SCORED}\n`);
  });

  it("line ends, delimiters and doubled quotes inside quotes", async () => {
    const name = 'line one\nline "two", and\r\nthree';
    const quoted = `"${name.replaceAll('"', '""')}"`;
    expect(await score(`"na\nme",${HEAD}\n${quoted},${A}\n`, ["--id", "id", "--keep", "na\nme"])).toMatchObject({
      code: 0,
    });
    expect(desk.read("scores.csv")).toBe(`id,${OWN},"na\nme"\n${A_SCORED},${quoted}\n`);
  });

  it("quotes in the middle of a cell without quotes", async () => {
    await score(`${HEAD},note\n${A},5" pipe\n`, ["--keep", "note"]);
    expect(desk.read("scores.csv")).toContain(',"5"" pipe"\n');
  });

  it("gb18030, where it is declared, over the ends of pieces", async () => {
    // 客户 region=south 北京
    const head = Buffer.from(`${HEAD},`);
    const text = Buffer.concat([
      head,
      Buffer.from([0xbf, 0xcd, 0xbb, 0xa7]),
      Buffer.from(`\n${A},`),
      Buffer.from([0xb1, 0xb1, 0xbe, 0xa9, 0x0a]),
    ]);
    const bytes = [...text].map((byte) => Uint8Array.of(byte));
    expect(await score(bytes, ["--encoding", "gb18030", "--keep", "客户"])).toMatchObject({ code: 0 });
    expect(desk.read("scores.csv")).toBe(`id,${OWN},客户\n${A_SCORED},北京\n`);
  });
});

describe("one row rejected, the rest scored:", () => {
  it.each([
    ["too few cells", "a,500", "1 cli/cells"],
    ["too many cells", `${A},x`, "1 cli/cells"],
    ["an id twice", `b,1,south,,no\nb,1,south,,no`, "2 cli/id-repeated"],
    ["no id", `" ",500,south,,no`, "1 cli/id-missing"],
    ["a single quote inside a quoted cell", `x,"5"00",south,,no`, "1 cli/quotes"],
    ["NaN", "x,NaN,south,,no", "1 record/number"],
    ["Infinity", "x,-Infinity,south,,no", "1 record/number"],
    ["an absurd exponent", "x,1e999999999,south,,no", "1 record/exponent"],
    ["hexadecimal", "x,0x10,south,,no", "1 record/number"],
    ["full-width digits", "x,５００,south,,no", "1 record/number"],
    ["an unlisted category", "x,1,__proto__,,no", "1 record/value"],
  ])("%s", async (_, line, expected) => {
    expect(await score(`${HEAD}\n${line}\nlast,500,south,2025-12-12,no\n`)).toMatchObject({ code: 3 });
    expect(codes()).toEqual([expected]);
    const rows = rowsOf(desk.read("scores.csv"));
    expect(rows).toHaveLength(line.split("\n").length + 1);
    expect(rows.at(-1)).toMatchObject({ id: "last", status: "scored", total: "50" });
  });

  it("a number of ten million digits", async () => {
    const digits = "1".repeat(10_000_000);
    expect(await score([`${HEAD}\nx,`, digits, `,south,,no\n${A}\n`])).toMatchObject({ code: 3 });
    expect(codes()).toEqual(["1 record/digits"]);
    expect(desk.read("scores.csv")).toContain(A_SCORED);
    expect(desk.read("errors.csv").length).toBeLessThan(1000);
  });

  it("a column called __proto__ is a column like others", async () => {
    const args = ["--keep", "__proto__", "--format", "json"];
    expect(await score(`${HEAD},__proto__,constructor\n${A},polluted,1\n`, args)).toMatchObject({ code: 0 });
    expect(desk.read("scores.csv")).toContain('"__proto__":"polluted"');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(Object.prototype).not.toHaveProperty("polluted");
  });

  it("an id called __proto__ or constructor is an id like others", async () => {
    const line = (id: string) => `${id},500,south,2025-12-12,no\n`;
    expect(await score(`${HEAD}\n${line("__proto__")}${line("constructor")}`)).toMatchObject({ code: 0 });
  });
});

describe("the whole file refused with 1, and nothing written:", () => {
  it.each<[string, Input, RegExp]>([
    ["nothing in it", "", /expected a first line that names the columns, got an empty file/],
    ["only blank lines", "\n\n \n", /expected a first line/],
    ["a quote that never closes", `${HEAD}\n${A}\nb,"500,south,,no\n${A}\n`, /one that opens in row 2/],
    [
      "a stray quote that takes the next row with it",
      `${HEAD}\nx,"5"0,south,,no\ny,"1",south,,no\n`,
      /over the end of row 1/,
    ],
    ["text after a closing quote", `${HEAD}\nx,"5"00,south,,no\n${A}\n`, /one that opens in row 1/],
    ["a stray quote in the first line", `"i"d,${HEAD.slice(3)}\n${A}\n`, /row 0/],
    [
      "bytes that are not UTF-8",
      [`${HEAD}\n`, Uint8Array.of(0xb1, 0xb1), `,500,south,,no\n`],
      /expected text in utf-8/,
    ],
    ["half a character at the end", [`${HEAD}\n${A}\n`, Uint8Array.of(0xe5, 0x8c)], /expected text in utf-8/],
    ["UTF-16", Buffer.from(`\uFEFF${HEAD}\n${A}\n`, "utf16le"), /expected text in utf-8, got other bytes after row 0/],
  ])("%s", async (_, stdin, message) => {
    const { code, stdout, stderr } = await score(stdin);
    expect(stderr).toMatch(message);
    expect([code, stdout]).toEqual([1, ""]);
    expect(desk.files()).toEqual(["model.json"]);
  });

  it("bytes that are not gb18030", async () => {
    const { code, stderr } = await score([`${HEAD}\n`, Uint8Array.of(0xff, 0xff)], ["--encoding", "gb18030"]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/expected text in gb18030/);
  });

  it("a row without end, long before it fills the memory", async () => {
    const piece = "x".repeat(1_000_000);
    function* endless() {
      yield `${HEAD}\n"`;
      for (let i = 0; i < 1000; i++) yield piece;
    }
    const { code, stderr } = await score(endless());
    expect(code).toBe(1);
    expect(stderr).toMatch(/expected rows of at most 67108864 characters .*after row 0/);
  });
});

describe("what a spreadsheet would run as a formula", () => {
  const wild = ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "=", "-"];
  const tame = ["-5", "-1.5e3", "'", "a=b", "5-3"];

  it("is written with an apostrophe, a number is not", async () => {
    const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const lines = [...wild, ...tame].map((text, i) => `r${i},500,south,2025-12-12,no,${cell(text)}`);
    expect(await score(`${HEAD},=note\n${lines.join("\n")}\n`, ["--keep", "=note"])).toMatchObject({ code: 0 });
    const written = desk.read("scores.csv");
    expect(written.split("\n")[0]).toBe(`id,${OWN},'=note`);
    for (const text of wild)
      expect(written).toMatch(new RegExp(`,"?'${text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}"?\n`));
    for (const text of tame) expect(written).toContain(`,${text}\n`);
  });

  it("is read back without it, as id, as category and as kept cell", async () => {
    const line = "'=x,500,'south,2025-12-12,no,'=y\n";
    await score(`${HEAD},note\n${line}`.replace("'south", "south"), ["--keep", "note", "--format", "ndjson"]);
    expect(JSON.parse(desk.read("scores.csv"))).toMatchObject({ id: "=x", note: "=y" });
    expect(await score(`${HEAD}\n=x,500,south,,no\n'=x,500,south,,no\n`)).toMatchObject({ code: 3 });
    expect(codes()).toEqual(["2 cli/id-repeated"]);
  });

  it("is not a number in the declared spelling", async () => {
    const args = ["--thousands", ",", "--percent", "--keep", "note"];
    await score(`${HEAD},note\n${A},"-1,000.5"\nb,1,south,,no,-12%\n`, args);
    expect(desk.read("scores.csv")).toContain(',"-1,000.5"\n');
    expect(desk.read("scores.csv")).toContain(",-12%\n");
  });
});
