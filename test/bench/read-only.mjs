/**
 * Reads a CSV file by a library and does nothing with its rows, in a process of its own: `node read-only.mjs LIBRARY FILE`.
 * Libraries that the package does not use itself are those of `rivals`.
 */
import { createReadStream } from "node:fs";
import { createRequire } from "node:module";

const READERS = {
  papaparse: (Papa, file) =>
    new Promise((resolve, reject) => {
      let rows = 0;
      const step = () => {
        rows += 1;
      };
      Papa.parse(createReadStream(file, "utf8"), { step, complete: () => resolve(rows), error: reject });
    }),
  "csv-parser": (parser, file) => countRows(createReadStream(file).pipe(parser({ headers: false }))),
  "csv-parse": ({ parse }, file) => countRows(createReadStream(file).pipe(parse())),
};

async function countRows(stream) {
  let rows = 0;
  for await (const _ of stream) rows += 1;
  return rows;
}

const [, , library, file] = process.argv;
const requireHere = createRequire(import.meta.url);
const requireRival = createRequire(new URL("rivals/package.json", import.meta.url));
const load = library === "papaparse" ? requireHere : requireRival;
console.log(await READERS[library](load(library), file));
