// One line that must be the same on every runtime: a SHA-256 of the names at every door and of every scorecard of
// the golden vectors, as records and as columns, `test/golden/*.json`, each `{ model, cards: [{ account, asOf, previous }] }` or a list of those.
const { createHash } = require("node:crypto");
const { existsSync, readdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");

const root = join(__dirname, "..");
const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));

exports.smoke = async (condition, load) => {
  const lines = [];
  const doors = {};
  for (const [door, target] of Object.entries(readJson(join(root, "package.json")).exports)) {
    if (typeof target === "string") continue;
    doors[door] = await load(join(root, target[condition].default));
    const names = Object.keys(doors[door]).filter((name) => name !== "default");
    lines.push(`${door}: ${names.sort().join(" ")}`);
  }

  const { parseModel, safeScore } = doors["."];
  let cards = 0;
  for (const { model: document, cards: vectors } of goldenVectors()) {
    const model = parseModel(document);
    for (const { account, asOf, previous, override } of vectors) {
      lines.push(JSON.stringify(safeScore(model, account, { asOf, previous, override })));
      cards += 1;
    }
    lines.push(...scoredColumns(doors["./batch"].scoreColumns, model, vectors));
  }
  if (hasGolden() && cards === 0) throw new Error("test/golden holds no cards");
  console.log(`${createHash("sha256").update(lines.join("\n")).digest("hex")} ${cards} cards`);
};

/** The same accounts as columns, a call for each day: what has no rating before it. */
function scoredColumns(scoreColumns, model, vectors) {
  const fresh = vectors.filter(({ previous, override }) => !previous && !override);
  return [...new Set(fresh.map(({ asOf }) => asOf))].map((asOf) => {
    const accounts = fresh.filter((vector) => vector.asOf === asOf).map(({ account }) => account);
    const columns = Object.keys(model.fields).map((id) => [id, accounts.map((account) => account[id] ?? null)]);
    const { total, tier, quadrant, issues, handedBack } = scoreColumns(model, Object.fromEntries(columns), { asOf });
    const classes = [tier, quadrant].map((column) => [...(column?.codes ?? [])]);
    // A runtime without the kernels would hand every row back.
    return JSON.stringify([[...total].map(String), classes, issues, handedBack]);
  });
}

function hasGolden() {
  return existsSync(join(root, "test/golden"));
}

function goldenVectors() {
  if (!hasGolden()) return [];
  return readdirSync(join(root, "test/golden"))
    .filter((name) => name.endsWith(".json"))
    .sort()
    .flatMap((name) => readJson(join(root, "test/golden", name)))
    .filter(({ model, cards }) => model && Array.isArray(cards));
}
