import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Desk, openDesk, rowsOf } from "./run-guanxi.ts";
import { DAY, HEAD, OWN, SHOP } from "./shop-model.ts";

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
  desk.write("model.json", JSON.stringify(SHOP));
});
afterEach(() => desk.clear());

const GOOD = `${HEAD}\na,500,south,2025-12-12,no\nb,1000,north,2026-01-31,yes\n`;
const score = (args: readonly string[], stdin: string | Iterable<string>) =>
  desk.guanxi(["score", "-", "--model", "@model.json", "--as-of", DAY, "--out", "@scores.csv", ...args], stdin);

describe("the scores", () => {
  it("have the stated columns in the stated order, and a row for each row", async () => {
    expect(await score([], GOOD)).toMatchObject({ code: 0, stderr: "" });
    expect(desk.read("scores.csv")).toBe(
      `id,${OWN}\n` +
        "a,scored,50,50,50,1,partner,high,high,B,B,,2027-01-31\n" +
        "b,scored,100,100,100,1,partner,high,high,A,A,,2027-01-31\n",
    );
  });

  it("then keep columns, then tell every indicator, group and bonus", async () => {
    const accounts = "name,ID,netRevenue,region,lastOrder,isPartner\nAda,a,1000,north,2026-01-31,yes\n";
    expect(await score(["--keep", "name,region", "--detail"], accounts)).toMatchObject({ code: 0 });
    const [head, row] = desk.read("scores.csv").split("\n");
    expect(head).toBe(
      `ID,${OWN},name,region,points:value.money,points:value.money.revenue,points:relationship.recency,bonus:partner,bonus:north`,
    );
    expect(row).toBe("a,scored,100,100,100,1,partner,high,high,A,A,,2027-01-31,Ada,north,100,100,100,5,1");
  });

  it("keep all columns but the id, in the order of the file", async () => {
    await score(["--keep", "all"], "id,note,netRevenue,region,lastOrder,isPartner,\nx,n,1,south,,no,\n");
    expect(desk.read("scores.csv").split("\n")[0]).toBe(`id,${OWN},note,netRevenue,region,lastOrder,isPartner`);
  });

  it("are a JSON array or JSON lines with the same keys, numbers as numbers, nothing as null", async () => {
    const accounts = `${HEAD}\na,500,south,2025-12-12,no\n=b,x,south,2025-12-12,no\n`;
    const keys = ["id", ...OWN.split(","), "region"];
    expect(await score(["--format", "json", "--keep", "region"], accounts)).toMatchObject({ code: 3 });
    const array = JSON.parse(desk.read("scores.csv"));
    expect(await score(["--format", "ndjson", "--keep", "region", "--bom"], accounts)).toMatchObject({ code: 3 });
    const lines = desk.read("scores.csv").trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toEqual(array);
    expect(array.map((row: object) => Object.keys(row))).toEqual([keys, keys]);
    expect(array[0]).toMatchObject({ id: "a", value: 50, coverage: 1, tierHeld: null, region: "south" });
    expect(array[1]).toMatchObject({ id: "=b", status: "rejected", value: null, tierEarned: null });
  });

  it("are an empty table of no accounts", async () => {
    for (const [format, text] of [
      ["csv", `id,${OWN}\n`],
      ["json", "[\n]\n"],
      ["ndjson", ""],
    ] as const) {
      expect(await score(["--format", format], `${HEAD}\n`)).toMatchObject({ code: 0 });
      expect(desk.read("scores.csv")).toBe(text);
    }
  });

  it("go to standard output, and the summary to standard error", async () => {
    const args = ["score", "-", "--model", "@model.json", "--as-of", DAY, "--out", "-"];
    const { code, stdout, stderr } = await desk.guanxi(args, GOOD);
    expect(code).toBe(0);
    expect(rowsOf(stdout).map(({ id, tier }) => [id, tier])).toEqual([
      ["a", "B"],
      ["b", "A"],
    ]);
    expect(stderr).toContain("Shop accounts 1.0");
    expect(await desk.guanxi([...args, "--quiet"], GOOD)).toEqual({ code: 0, stdout, stderr: "" });
  });

  it("keep every character on the way to standard output", async () => {
    const args = ["score", "-", "--model", "@model.json", "--as-of", DAY, "--out", "-", "--keep", "name", "--quiet"];
    const { stdout } = await desk.guanxi(args, `${HEAD},name\n客户,500,south,2025-12-12,no,"北京, 😀"\n`);
    expect(stdout.split("\n")[1]).toBe('客户,scored,50,50,50,1,partner,high,high,B,B,,2027-01-31,"北京, 😀"');
  });

  it("begin with a byte order mark where it is asked for", async () => {
    await score(["--bom", "--errors", "@errors.csv"], GOOD);
    expect(desk.read("scores.csv").startsWith("\uFEFFid,status")).toBe(true);
    expect(desk.read("errors.csv")).toBe("\uFEFFrow,id,code,field,message\n");
  });
});

describe("a rejected row", () => {
  const accounts = `${HEAD}\na,500,south,2025-12-12,no\n,1,south,,no\nc,NaN,west,2026-02-30,maybe\na,1,north,,no\nd,,north,,no\n`;

  it("stands in its place, with its issues in the errors", async () => {
    const { code, stdout } = await score(["--errors", "@errors.csv"], accounts);
    expect(code).toBe(3);
    expect(rowsOf(desk.read("scores.csv")).map(({ id, status, total }) => [id, status, total])).toEqual([
      ["a", "scored", "50"],
      ["", "rejected", ""],
      ["c", "rejected", ""],
      ["a", "rejected", ""],
      ["d", "rejected", ""],
    ]);
    expect(desk.read("errors.csv").trimEnd().split("\n")).toEqual([
      "row,id,code,field,message",
      '2,,cli/id-missing,id,"id: expected an id, got nothing"',
      '3,c,record/number,netRevenue,"netRevenue: expected a decimal number, got NaN"',
      '3,c,record/value,region,"region: expected ""north"" or ""south"", got ""west"""',
      expect.stringContaining("3,c,record/date,lastOrder,"),
      expect.stringContaining('3,c,cell/boolean,isPartner,"isPartner: expected'),
      '4,a,cli/id-repeated,id,"id: expected each id once, got the id of row 1 again"',
      expect.stringContaining("5,d,record/missing,netRevenue,"),
    ]);
    expect(stdout).toContain("Rejected rows: 4");
    expect(stdout).toContain("row 4 a: id: expected each id once");
  });

  it("is told on standard error where no file is asked for, quiet or not", async () => {
    for (const quiet of [[], ["--quiet"]]) {
      const { code, stderr } = await score(quiet, accounts);
      expect(code).toBe(3);
      expect(stderr).toContain("guanxi: row 2: id: expected an id, got nothing\n");
      expect(stderr).toContain("(and 3 more)");
    }
  });

  it("is counted and not told beyond the first few", async () => {
    const many = Array.from({ length: 30 }, (_, i) => `r${i},x,south,,no`).join("\n");
    const { stdout, stderr } = await score([], `${HEAD}\n${many}\n`);
    expect(stdout).toContain("Rejected rows: 30");
    expect(stdout).toContain("… and 25 more");
    expect(stderr).toContain("… and 20 more rejected rows");
  });
});

describe("the spelling of cells", () => {
  it("is declared by options, for every kind of field", async () => {
    const args = ["--delimiter", ";", "--thousands", ".", "--decimal", ",", "--percent", "--yes", "ja", "--no", "nein"];
    const accounts =
      "id;netRevenue;region;lastOrder;isPartner\na;1.000,00;NORTH;31.01.2026;JA\nb;50%;south;23.10.2025;Nein\n";
    const { code } = await score([...args, "--date-format", "DD.MM.YYYY"], accounts.replace("NORTH", "north"));
    expect(code).toBe(0);
    expect(desk.read("scores.csv")).toContain("a;scored;100;100;100;1;");
    expect(desk.read("scores.csv")).toContain("b;scored;0.05;0;0.03;1;");
  });

  it("is never guessed", async () => {
    const accounts = `${HEAD}\na,"1,000",north,31/01/2026,ja\n`;
    expect(await score(["--errors", "@errors.csv"], accounts)).toMatchObject({ code: 3 });
    expect(desk.read("errors.csv").match(/^1,a,[a-z/]+,\w+/gm)).toEqual([
      "1,a,record/number,netRevenue",
      "1,a,record/date,lastOrder",
      "1,a,cell/boolean,isPartner",
    ]);
  });
});

describe("the summary", () => {
  it("tells status, quadrant, tier, averages, the best and those at risk, and what was written", async () => {
    const accounts = [
      "a,1000,north,2025-10-23,yes",
      "b,800,south,2025-12-02,no",
      "c,100,south,2026-01-31,no",
      "d,900,south,2025-10-23,no",
      "e,900,south,2026-01-31,no",
      "f,,south,2026-01-31,no",
    ];
    const { stdout } = await score(["--errors", "@errors.csv"], `${HEAD}\n${accounts.join("\n")}\n`);
    expect(stdout.replaceAll(desk.path("/"), "").replace(/ +$/gm, "")).toBe(`
  Shop accounts 1.0 · as of 2026-01-31 · id from column id
  6 accounts: 5 scored, 0 insufficient data, 0 disqualified, 1 rejected

  Quadrant           Relationship
                     below 50             50 or more
  Value  50 or more  win-over  3  60.0 %  partner     1  20.0 %
         below 50    watch     0   0.0 %  maintain    1  20.0 %

  Tier
  A  1  20.0 %  ████████
  B  3  60.0 %  ████████████████████████
  C  1  20.0 %  ████████

  Average score
  Value         74.00
  Relationship  48.00
  Total         61.20

  Best by total
      Value  Relationship  Total
  e   90.00        100.00  95.00
  b   80.00         40.00  60.00
  c   10.00        100.00  55.00
  a  100.00          0.00  51.00
  d   90.00          0.00  45.00

  Most at risk: high value, lowest relationship
      Value  Relationship  Total
  a  100.00          0.00  51.00
  d   90.00          0.00  45.00
  b   80.00         40.00  60.00
  e   90.00        100.00  95.00

  Rejected row: 1
  row 6 f: netRevenue: expected a value, because dimensions.value.indicators.money.indicators.revenue rejects a missing one, got nothing

  Wrote scores to scores.csv
  Wrote errors to errors.csv

`);
  });

  it("is left out by --quiet", async () => {
    expect(await score(["--quiet"], GOOD)).toEqual({ code: 0, stdout: "", stderr: "" });
  });

  it("leaves out the sections that the model does not have", async () => {
    const { quadrant: _quadrant, tier: _tier, cases: _cases, ...bare } = SHOP;
    desk.write("model.json", JSON.stringify(bare));
    const { code, stdout } = await score([], GOOD);
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/Quadrant|Tier|risk/);
    expect(desk.read("scores.csv").split("\n")[0]).toBe(`id,${OWN}`);
  });

  it("shows no control characters of the file", async () => {
    const { stdout } = await score([], `${HEAD}\n\u001b[31mred,1000,north,2026-01-31,no\n`);
    expect(stdout).toContain("�[31mred");
    expect(stdout).not.toContain("\u001b");
  });
});
