// `npm start`: the example portfolio through the real command line. Six of its rows are wrong on purpose, so the
// command's exit code 3, "some rows rejected, the rest written", is what should happen here.
import { spawnSync } from "node:child_process";

const { status } = spawnSync(
  process.execPath,
  [
    ...["dist/cli/guanxi.js", "score", "examples/data/accounts.csv"],
    ...["--model", "examples/models/group-customer.json", "--as-of", "2026-06-30"],
    ...["--out", "examples/out/scores.csv", "--errors", "examples/out/errors.csv", "--keep", "name"],
  ],
  { stdio: "inherit" },
);
process.exitCode = status === 3 ? 0 : (status ?? 1);
