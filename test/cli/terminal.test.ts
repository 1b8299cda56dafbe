/** What people see at a terminal: progress while it goes, colour, columns that line up. */
import { afterEach, describe, expect, it, vi } from "vitest";
import { startProgress } from "../../src/cli/score/progress.ts";
import { bar, inColumns, printable, widthOf, withThousands } from "../../src/cli/text-layout.ts";

describe("text for a terminal", () => {
  it.each([
    [0, "0"],
    [999, "999"],
    [1000, "1,000"],
    [1234567, "1,234,567"],
  ])("%i is written %s", (count, text) => expect(withThousands(count)).toBe(text));

  it("counts two columns for a character of East Asian width", () => {
    expect(["abc", "客户", "ｆ", "é", "한"].map(widthOf)).toEqual([3, 4, 2, 1, 2]);
    expect(
      inColumns(
        [
          ["客户", "1"],
          ["abc", "23"],
        ],
        ["left", "right"],
      ),
    ).toEqual(["客户   1", "abc   23"]);
  });

  it("never moves the cursor, turns the writing round or runs over the line", () => {
    expect(printable("a\u001b[2J\n\u202eb\u0007")).toBe("a�[2J��b�");
    expect(printable("x".repeat(100))).toBe(`${"x".repeat(39)}…`);
  });

  it("draws a bar in eighths, and shows even the smallest count", () => {
    expect([bar(8, 8, 3), bar(4, 8, 3), bar(1, 1000, 3), bar(0, 8, 3), bar(0, 0, 3)]).toEqual([
      "███",
      "█▌",
      "▏",
      "",
      "",
    ]);
  });
});

describe("progress", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  const show = async (isTerminal: boolean, isWanted: boolean) => {
    vi.useFakeTimers();
    let told = "";
    const write = async (text: string) => {
      told += text;
    };
    const sink = { write, isTerminal, hasColour: false };
    const io = { stdin: [] as never, stdout: sink, stderr: sink, cleanups: new Set<() => void>(), isDebugging: false };
    const progress = startProgress(io, isWanted);
    for (const milliseconds of [100, 200, 50, 300]) {
      vi.advanceTimersByTime(milliseconds);
      await progress.show(milliseconds * 10);
    }
    await progress.clear();
    return told;
  };

  it("is one line that is written over, four times a second at most, and gone at the end", async () => {
    expect(await show(true, true)).toBe(
      "\r\u001b[K2,000 rows, 6,667 a second\r\u001b[K3,000 rows, 4,615 a second\r\u001b[K",
    );
  });

  it("is nothing where nobody looks, or wants to", async () => {
    expect(await show(false, true)).toBe("");
    expect(await show(true, false)).toBe("");
  });
});
