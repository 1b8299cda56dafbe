import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Desk, openDesk, rowsOf } from "./run-guanxi.ts";

const PLAN = {
  format: 1,
  id: "points",
  version: "3",
  title: { en: "Service points" },
  rules: [],
  tiers: ["gold", "silver"],
  expiry: { kind: "end-of-month", months: 12 },
  pending: { days: 5 },
  negativeBalance: "owe",
  qualification: { period: "calendar-year", tiers: [{ name: "silver", from: 100 }] },
};
const HEAD = "account,id,kind,date,points,of";
const OWN =
  "account,entries,leftOut,balance,pending,owed,earned,adjusted,transferred,spent,expired,reversed,nextExpiry,nextExpiryPoints";

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
  desk.write("plan.json", JSON.stringify(PLAN));
});
afterEach(() => desk.clear());

const points = (args: readonly string[], stdin: string | Iterable<string>) =>
  desk.guanxi(
    ["points", "-", "--plan", "@plan.json", "--as-of", "2026-06-30", "--out", "@balances.csv", ...args],
    stdin,
  );

const TWO = `${HEAD}
acme,a1,accrue,2026-01-10,150,
acme,a2,redeem,2026-02-01,40,
acme,a3,reverse-redemption,2026-02-02,,a2
acme,a4,accrue,2026-06-28,30,
acme,a5,accrue,2026-07-01,1000,
nova,n1,accrue,2025-03-10,20,
nova,n2,adjust,2026-03-10,-3,
nova,n3,transfer,2026-03-11,7,
`;

describe("the balances", () => {
  it("have a row for each account, in the stated columns", async () => {
    expect(await points([], TWO)).toMatchObject({ code: 3 });
    expect(desk.read("balances.csv")).toBe(
      `${OWN},qualifyingPoints,qualifiedTier\n` +
        "acme,5,0,150,30,0,180,0,0,0,0,0,2026-12-31,150,180,silver\n" +
        "nova,2,1,7,0,0,20,0,7,0,20,0,2027-02-28,7,0,\n",
    );
  });

  it("tell what expires within so many days, where that is asked for", async () => {
    await points(["--expiring-within", "184"], TWO);
    const [acme] = rowsOf(desk.read("balances.csv"));
    expect([acme?.nextExpiry, acme?.expiringPoints]).toEqual(["2026-12-31", "150"]);
    await points(["--expiring-within", "183"], TWO);
    expect(rowsOf(desk.read("balances.csv")).map((row) => [row.nextExpiry, row.expiringPoints])).toEqual([
      ["2026-12-31", "0"],
      ["2027-02-28", "0"],
    ]);
  });

  it("tell what expires until the end of the calendar, where more days are asked for than it has", async () => {
    const last = ["points", "-", "--plan", "@plan.json", "--as-of", "9999-01-01", "--out", "@balances.csv"];
    for (const [days, expected] of [
      ["332", "0"],
      ["333", "5"],
      ["364", "5"],
      ["365", "5"],
      ["9000", "5"],
    ] as const) {
      await desk.guanxi([...last, "--expiring-within", days], `${HEAD}\na,1,accrue,9998-12-10,5,\n`);
      const [row] = rowsOf(desk.read("balances.csv"));
      expect([days, row?.nextExpiry, row?.expiringPoints]).toEqual([days, "9999-11-30", expected]);
    }
  });

  it("are those of the day, whatever later entries ask for, be they taken in or refused", async () => {
    const rows = ["a,1,accrue,2025-12-10,10,", "a,2,redeem,2027-05-01,99,", "b,1,accrue,2025-12-10,10,"];
    await points([], `${HEAD}\n${[...rows, "b,2,accrue,2027-05-01,99,"].join("\n")}\n`);
    // Ten points of December 2025 live until the end of November 2026.
    expect(rowsOf(desk.read("balances.csv")).map(({ balance, expired }) => [balance, expired])).toEqual([
      ["10", "0"],
      ["10", "0"],
    ]);
  });

  it("have no tier where the plan has none", async () => {
    desk.write("plan.json", JSON.stringify({ ...PLAN, qualification: undefined }));
    await points([], TWO);
    expect(desk.read("balances.csv").split("\n")[0]).toBe(`${OWN},qualifyingPoints`);
  });

  it("are JSON where that is asked for, and begin with a mark where that is", async () => {
    await points(["--format", "json"], TWO);
    expect(JSON.parse(desk.read("balances.csv"))[1]).toMatchObject({
      account: "nova",
      balance: 7,
      qualifiedTier: null,
    });
    await points(["--bom"], TWO);
    expect(desk.read("balances.csv").startsWith("\uFEFFaccount,")).toBe(true);
  });

  it("of no entries are an empty table", async () => {
    expect(await points([], `${HEAD}\n`)).toMatchObject({ code: 0 });
    expect(desk.read("balances.csv")).toBe(`${OWN},qualifyingPoints,qualifiedTier\n`);
  });

  it("do not depend on the order of an account's rows, nor on where the file is cut", async () => {
    await points([], TWO);
    const straight = desk.read("balances.csv");
    const [head = "", ...rows] = TWO.trimEnd().split("\n");
    const turned = [...rows.slice(0, 5).reverse(), ...rows.slice(5).reverse()];
    await points([], `${[head, ...turned].join("\n")}\n`);
    expect(desk.read("balances.csv")).toBe(straight);
    await points([], TWO.split(/(?<=[a-z0-9,])/));
    expect(desk.read("balances.csv")).toBe(straight);
  });
});

describe("a file whose accounts stand apart", () => {
  const [head = "", ...rows] = TWO.trimEnd().split("\n");
  const mixed = `${[head, ...[0, 5, 1, 6, 2, 7, 3, 4].map((i) => rows[i])].join("\n")}\n`;

  it("is read again and answers the same", async () => {
    await points([], TWO);
    const together = desk.read("balances.csv");
    desk.write("entries.csv", mixed);
    const args = ["points", "@entries.csv", "--plan", "@plan.json", "--as-of", "2026-06-30", "--out", "@apart.csv"];
    const { code, stdout } = await desk.guanxi(args);
    expect(code).toBe(3);
    expect(stdout).toContain("2 accounts in 8 rows");
    expect(desk.read("apart.csv")).toBe(together);
    expect(desk.files()).toEqual(["apart.csv", "balances.csv", "entries.csv", "plan.json"]);
  });

  it("is refused from standard input, and nothing is written", async () => {
    expect(await points([], mixed)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("expected the rows of each account together"),
    });
    expect(desk.files()).toEqual(["plan.json"]);
  });
});

describe("a row that cannot be taken in", () => {
  const rows = [
    "acme,a1,accrue,2026-02-30,150,",
    "acme,a2,accrue,2026-01-10,-5,",
    "acme,a3,accrue,2026-01-10,12.5,",
    "acme,a4,accrue,2026-01-10,10,",
    "acme,a5,redeem,2026-01-20,11,",
    "acme,a6,reverse-redemption,2026-01-21,,a5",
    "acme,a7,reverse-accrual,2026-01-21,,a1",
    "acme,a4,accrue,2026-01-10,10,",
    "acme,a4,accrue,2026-01-10,11,",
    "acme,,accrue,2026-01-10,11,",
    ",a9,accrue,2026-01-10,11,",
    "acme,a9,accrue",
    "acme,a9,spend,2026-01-10,11,",
    "acme,a9,accrue,2026-01-10,1000000000000000,",
    "acme,a9,accrue,2026-01-10,99999999999999999999,",
    "acme,a9,accrue,2026-01-10,1.00000000000000001,",
    "nova,n1,accrue,2026-01-10,1,",
  ];

  it("never stops the rest, and is told in the errors by row", async () => {
    const { code } = await points(["--errors", "@errors.csv", "--quiet"], `${HEAD}\n${rows.join("\n")}\n`);
    expect(code).toBe(3);
    expect(
      rowsOf(desk.read("balances.csv")).map(({ account, entries, leftOut, balance }) => [
        account,
        entries,
        leftOut,
        balance,
      ]),
    ).toEqual([
      ["acme", "1", "12", "10"],
      ["nova", "1", "0", "1"],
    ]);
    const errors = rowsOf(desk.read("errors.csv"));
    expect(errors.map(({ row, id, code, field }) => `${row} ${id} ${code} ${field}`)).toEqual([
      "11  cli/id-missing account",
      "12  cli/cells ",
      "1 acme document/date date",
      "2 acme ledger/points points",
      "3 acme ledger/points points",
      "5 acme refused/not-enough points",
      "6 acme refused/target-refused points",
      "7 acme ledger/unknown-entry of",
      "9 acme ledger/id-taken id",
      "10 acme document/missing-key id",
      "13 acme document/choice kind",
      "14 acme ledger/points points",
      "15 acme record/digits points",
      "16 acme record/digits points",
    ]);
    expect(desk.read("errors.csv")).toContain('"asks for 11 points, 10 are there"');
  });

  it("is told on standard error where nobody asked for a file of them", async () => {
    const { stderr } = await points(["--quiet"], `${HEAD}\n${rows.slice(3, 5).join("\n")}\n`);
    expect(stderr).toBe("guanxi: row 2 acme: asks for 11 points, 10 are there\n");
    const many = Array.from({ length: 12 }, (_, i) => `acme,r${i},redeem,2026-01-20,1,`);
    const told = (await points(["--quiet"], `${HEAD}\n${many.join("\n")}\n`)).stderr.trimEnd().split("\n");
    expect(told).toHaveLength(11);
    expect(told[10]).toBe("guanxi: … and 2 more rows left out; --errors FILE writes them all");
  });

  it("has a sentence for every reason", async () => {
    desk.write("plan.json", JSON.stringify({ ...PLAN, negativeBalance: "block" }));
    const reasons = [
      "a,1,accrue,2026-01-01,10,",
      "a,2,redeem,2026-01-06,4,",
      "a,3,reverse-accrual,2026-01-07,7,1",
      "a,4,reverse-redemption,2026-01-08,3,2",
      "a,5,reverse-redemption,2026-01-09,3,2",
    ];
    await points(["--errors", "@errors.csv"], `${HEAD}\n${reasons.join("\n")}\n`);
    expect(desk.read("errors.csv").trimEnd().split("\n").slice(1)).toEqual([
      '3,a,refused/spent,points,"takes back 7 points, of which 6 are not spent"',
      '5,a,refused/already-reversed,points,"reverses 3 points, of which 1 are left"',
    ]);
  });
});

describe("an account of more entries than a ledger holds", () => {
  it("is left out as a whole, with one error, and is not held in memory; the others go on", async () => {
    const rows = Array.from({ length: 1_000_002 }, (_, i) => `acme,${i},accrue,2026-01-10,1,`);
    const file = [HEAD, ...rows, "nova,n1,accrue,2026-01-10,1,", ""].join("\n");
    expect(await points(["--errors", "@errors.csv"], file)).toMatchObject({
      code: 3,
      stdout: expect.stringMatching(/Rows left out: 1,000,002\n.*got 1000002\n.*and 1,000,001 more/),
    });
    expect(desk.read("balances.csv").split("\n").slice(1)).toEqual([
      "acme,0,1000002,0,0,0,0,0,0,0,0,0,,,0,",
      "nova,1,0,1,0,0,1,0,0,0,0,0,2026-12-31,1,1,",
      "",
    ]);
    expect(desk.read("errors.csv").slice(0, 500)).toBe(
      'row,id,code,field,message\n1,acme,ledger/size,,"expected at most 1000000 entries in one ledger, got 1000002"\n',
    );
  }, 60_000);
});

describe("the columns", () => {
  it("are found by their letters, or named by hand; others are not read", async () => {
    const text = "Customer;ID;Kind;booked_on;Points;last-usable day;note\nacme;1;accrue;10.01.2026;1.000;never;x\n";
    const { code } = await points(
      [
        "--map",
        "account=Customer",
        "--map",
        "date=booked_on",
        "--delimiter",
        ";",
        "--date-format",
        "DD.MM.YYYY",
      ].concat(["--thousands", ".", "--decimal", ","]),
      text,
    );
    expect(code).toBe(0);
    expect(desk.read("balances.csv").split("\n")[1]).toBe("acme;1;0;1000;0;0;1000;0;0;0;0;0;;;1000;silver");
  });

  it("that every entry needs must be there", async () => {
    expect(await points([], "account,id,kind,date\n")).toMatchObject({
      code: 1,
      stderr:
        'guanxi: expected a column for each field that is read, got none for "points" among "account", "id", "kind" and "date"\n',
    });
    expect((await points(["--map", "acount=a"], TWO)).stderr).toContain('got "acount", did you mean "account"');
  });

  it("of lots are taken as they are: source, first and last day, day of earning, qualifying points", async () => {
    const text = `${HEAD},source,usableFrom,lastUsableDay,earned,qualifyingPoints
acme,1,accrue,2026-01-10,10,,shop,2026-01-10,2026-07-15,,3
acme,2,transfer,2026-01-11,5,,bank,,,2025-08-01,
acme,3,transfer,2026-01-12,-1,,bank,,,,
`;
    await points([], text);
    const [row] = rowsOf(desk.read("balances.csv"));
    expect(row).toMatchObject({
      balance: "14",
      transferred: "4",
      nextExpiry: "2026-07-15",
      nextExpiryPoints: "10",
      qualifyingPoints: "3",
    });
  });
});

describe("the summary", () => {
  it("says how many accounts there are, what their points are and what was left out", async () => {
    const { stdout, stderr } = await points([], TWO);
    expect(stderr).toContain("row 7 nova: asks for 3 points, 0 are there");
    expect(stdout).toContain("Service points 3 · as of 2026-06-30");
    expect(stdout).toContain("2 accounts in 8 rows");
    expect(stdout).toMatch(/Balance +157\n/);
    expect(stdout).toMatch(/Earned +200\n/);
    expect(stdout).toContain("Rows left out: 1\n  row 7 nova");
    expect(stdout).toContain(`Wrote balances to ${desk.path("balances.csv")}`);
    expect((await points(["--quiet"], TWO)).stdout).toBe("");
  });

  it("goes to standard error where the balances go to standard output", async () => {
    const args = ["points", "-", "--plan", "@plan.json", "--as-of", "2026-06-30", "--out", "-", "--errors", "@e.csv"];
    const { stdout, stderr } = await desk.guanxi(args, TWO);
    expect(stdout.split("\n")[0]).toBe(`${OWN},qualifyingPoints,qualifiedTier`);
    expect(stderr).toContain(`Wrote errors to ${desk.path("e.csv")}`);
  });

  it("adds up more than doubles hold", async () => {
    const rows = Array.from({ length: 20 }, (_, i) => `c${i},1,adjust,2026-01-01,999999999999999,`);
    const { stdout } = await points([], `${HEAD}\n${rows.join("\n")}\n`);
    expect(stdout).toMatch(/Balance +19,999,999,999,999,980\n/);
  });

  it("names all the errors' place where there are many", async () => {
    const rows = Array.from({ length: 8 }, (_, i) => `a,${i},redeem,2026-01-01,1,`);
    expect((await points([], `${HEAD}\n${rows.join("\n")}\n`)).stdout).toContain(
      "… and 3 more (--errors FILE writes them all)",
    );
    const { stdout } = await points(["--errors", "@errors.csv"], `${HEAD}\n${rows.join("\n")}\n`);
    expect(stdout).toContain(`… and 3 more (all in ${desk.path("errors.csv")})`);
  });
});

describe("called wrongly", () => {
  it.each([
    [["--as-of", "30.6.2026"], '--as-of: expected a day written YYYY-MM-DD, got "30.6.2026"'],
    [["--expiring-within", "soon"], '--expiring-within: expected a number of days, got "soon"'],
    [["--errors", "-"], '--errors: expected a file, got "-"'],
    [["--plam", "x"], 'expected an option of this command, got "--plam", did you mean "--plan"'],
  ])("%j ends with 2", async (args, sentence) => {
    const all = ["points", "-", "--plan", "@plan.json", "--out", "@balances.csv"];
    const day = args[0] === "--as-of" ? [] : ["--as-of", "2026-06-30"];
    const { code, stderr } = await desk.guanxi([...all, ...day, ...args], TWO);
    expect(code).toBe(2);
    expect(stderr).toContain(`guanxi: ${sentence}\n`);
  });

  it("never writes over what it reads", async () => {
    const call = (...args: string[]) => desk.guanxi(["points", "@e.csv", "--as-of", "2026-06-30", ...args]);
    desk.write("e.csv", TWO);
    for (const [args, name] of [
      [["--plan", "@plan.json", "--out", "@e.csv"], "the entries"],
      [["--plan", "@plan.json", "--out", "@plan.json"], "the plan"],
      [["--plan", "@plan.json", "--out", "@b.csv", "--errors", "@b.csv"], "the balances"],
    ] as const) {
      expect(await call(...args)).toMatchObject({
        code: 2,
        stderr: expect.stringContaining(`another file than ${name}`),
      });
    }
    expect(desk.read("e.csv")).toBe(TWO);
  });

  it("with a bad plan or none ends with 1", async () => {
    desk.write("plan.json", '{ "format": 1 ');
    expect(await points([], TWO)).toMatchObject({ code: 1 });
    desk.write("plan.json", JSON.stringify({ ...PLAN, expiry: { kind: "weeks" } }));
    expect((await points([], TWO)).stderr).toContain("expiry.kind: expected ");
    expect(desk.files()).toEqual(["plan.json"]);
  });

  it("or for help says how", async () => {
    const { code, stdout } = await desk.guanxi(["points", "--help"]);
    expect(code).toBe(0);
    expect(stdout).toContain(
      "Usage: guanxi points ENTRIES.csv --plan PLAN.json --as-of DATE --out BALANCES.csv [options]",
    );
  });
});
