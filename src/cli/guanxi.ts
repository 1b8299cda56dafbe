#!/usr/bin/env node
import type { Io, TextSink } from "./io.ts";
import { run } from "./run.ts";

/** The command line in its process. Everything else is given the world as an argument. */
const io: Io = {
  stdin: process.stdin,
  stdout: sinkOf(process.stdout),
  stderr: sinkOf(process.stderr),
  cleanups: new Set(),
  isDebugging: process.env.GUANXI_DEBUG === "1",
};

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => {
    for (const clean of [...io.cleanups].reverse()) clean();
    // The handler is gone by now, so the process ends by the signal itself, as its parent expects.
    process.kill(process.pid, signal);
  });
}

process.exitCode = await run(process.argv.slice(2), io);

function sinkOf(stream: NodeJS.WriteStream): TextSink {
  // A reader who goes away is answered where it was written to; the event alone must not end the process.
  stream.on("error", () => {});
  return {
    write: (text) =>
      new Promise((resolve, reject) => {
        stream.write(text, (error) => (error ? reject(error) : resolve()));
      }),
    isTerminal: stream.isTTY === true,
    hasColour: stream.isTTY === true && !process.env.NO_COLOR,
  };
}
