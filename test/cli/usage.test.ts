import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Desk, openDesk, runGuanxi } from "./run-guanxi.ts";
import { DAY, HEAD, SHOP } from "./shop-model.ts";

describe("help", () => {
  it("lists the commands", async () => {
    for (const asked of ["--help", "-h", "help"]) {
      const { code, stdout } = await runGuanxi([asked]);
      expect(code).toBe(0);
      expect(stdout).toMatch(
        /guanxi score ACCOUNTS\.csv .*\n.*guanxi explain ACCOUNTS\.csv .*\n.*guanxi validate MODEL\.json .*\n.*guanxi simulate FROM\.json .*\n.*\n.*guanxi types MODEL\.json/,
      );
    }
  });

  it("of a command lists its options and shows examples, whatever else is given", async () => {
    const { code, stdout } = await runGuanxi(["score", "--nonsense", "--help"]);
    expect(code).toBe(0);
    for (const option of ["model", "out", "as-of", "id", "map", "previous", "errors", "keep", "detail", "format"]) {
      expect(stdout).toContain(`--${option}`);
    }
    expect(stdout).toMatch(/50 bytes and the id/);
    expect(stdout).toMatch(/Examples:\n {2}guanxi score accounts\.csv --model/);
    const [options = ""] = stdout.split("Examples:");
    expect(Math.max(...options.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
    expect((await runGuanxi(["help", "types"])).stdout).toMatch(/^guanxi types:/);
  });

  it("is what a call without a command gets, and it failed", async () => {
    const { code, stdout, stderr } = await runGuanxi([]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^guanxi: scores/);
  });

  it("tells the version of the package", async () => {
    expect(await runGuanxi(["--version"])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });
});

describe("a wrong call ends with 2, writes nothing and points at the help", () => {
  let desk: Desk;
  beforeEach(() => {
    desk = openDesk();
    desk.write("model.json", JSON.stringify(SHOP));
    desk.write("accounts.csv", `${HEAD}\na,500,south,2025-12-12,no\n`);
    desk.write("old.csv", "");
  });
  afterEach(() => desk.clear());

  const score = ["score", "@accounts.csv", "--model", "@model.json", "--as-of", DAY, "--out", "@scores.csv"];
  it.each([
    ["an unknown command", ["scroe"], /got "scroe", did you mean "score"/],
    ["an unknown option", [...score, "--erors", "@e.csv"], /got "--erors", did you mean "--errors"/],
    ["a prototype's name as command", ["constructor"], /got "constructor"/],
    ["a prototype's name as option", [...score, "--constructor"], /got "--constructor"/],
    ["no argument", ["score", "--model", "@model.json", "--out", "@s.csv"], /expected ACCOUNTS\.csv, got nothing/],
    ["two arguments", [...score, "more.csv"], /expected no further argument, got "more\.csv"/],
    ["no model", ["score", "@accounts.csv", "--out", "@s.csv"], /--model: expected the option with its MODEL\.json/],
    ["no out", ["score", "@accounts.csv", "--model", "@model.json"], /--out: expected the option/],
    [
      "a value forgotten",
      [...score, "--errors", "--detail"],
      /--errors: expected ERRORS\.csv after it, got "--detail"/,
    ],
    ["a value forgotten at the end", [...score, "--errors"], /--errors: expected ERRORS\.csv after it, got nothing/],
    ["a value for a flag", [...score, "--detail=yes"], /--detail: expected the option alone, got the value "yes"/],
    ["an option twice", [...score, "--out", "@other.csv"], /--out: expected the option once/],
    ["an unknown format", [...score, "--format", "jsn"], /--format: .*got "jsn", did you mean "json"/],
    ["an unknown encoding", [...score, "--encoding", "latin1"], /--encoding: expected "utf-8" or "gb18030"/],
    ["a day that is none", [...score.slice(0, 5), "2026-02-30", ...score.slice(6)], /--as-of: .*got "2026-02-30"/],
    ["no day where one is needed", [...score.slice(0, 4), ...score.slice(6)], /--as-of: .*because of measures\.age/],
    ["a mapping without a column", [...score, "--map", "netRevenue"], /--map: expected field=column/],
    ["a mapping of an unknown field", [...score, "--map", "netRevenu=x"], /--map: .*did you mean "netRevenue"/],
    ["a delimiter of two", [...score, "--delimiter", "||"], /--delimiter: expected one character, or tab/],
    ["a delimiter that cells hold", [...score, "--delimiter", "0"], /--delimiter/],
    ["an unusable date format", [...score, "--date-format", "DD/MM/YY"], /--date-format: expected YYYY, MM and DD/],
    ["one mark for two", [...score, "--thousands", "."], /--thousands: expected another mark/],
    ["one word for both", [...score, "--yes", "x", "--no", "X"], /--no: expected a word that is not true, got "X"/],
    [
      "scores over the accounts",
      [...score.slice(0, 7), "@accounts.csv"],
      /--out: expected another file than the accounts/,
    ],
    ["scores over the model", [...score.slice(0, 7), "@./model.json"], /--out: expected another file than the model/],
    [
      "errors over the scores",
      [...score, "--errors", "@scores.csv"],
      /--errors: expected another file than the scores/,
    ],
    ["errors to standard output", [...score, "--errors", "-"], /--errors: expected a file/],
    [
      "two inputs from one stream",
      ["score", "-", ...score.slice(2), "--previous", "-"],
      /--previous: expected another/,
    ],
    ["types over the model", ["types", "@model.json", "--out", "@model.json"], /--out: expected another file/],
    ["a name that is none", ["types", "@model.json", "--name", "my model"], /--name: expected a name as TypeScript/],
  ])("%s", async (_, args, message) => {
    const { code, stdout, stderr } = await desk.guanxi(args);
    expect(stderr).toMatch(message);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/guanxi: see guanxi --help\n$/);
    expect(desk.files()).toEqual(["accounts.csv", "model.json", "old.csv"]);
  });

  it("tells everything at once", async () => {
    const { stderr } = await desk.guanxi(["score", "a.csv", "--fromat", "csv", "--format", "xml"]);
    expect(stderr.match(/(?<=guanxi: )(?:.*"--fromat"|--\w+)/g)).toEqual([
      expect.stringContaining("--fromat"),
      "--format",
      "--model",
      "--out",
    ]);
  });
});
