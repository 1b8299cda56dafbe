/**
 * 02 · A model kept as JSON: parse it, or read everything that is wrong with it at once.
 *
 *   npx tsx examples/02-model-from-json.ts
 */
import { describeIssue, parseModel, safeParseModel, withModel } from "guanxi";
import document from "./models/group-customer.json" with { type: "json" };

const model = parseModel(document);

console.log(model.id, model.version); // group-customer 2026.1
console.log(Object.keys(model.fields).length, Object.keys(model.dimensions)); // 31 [ 'value', 'relationship' ]
console.log(/^sha256:[0-9a-f]{64}$/.test(model.fingerprint)); // true

// The fingerprint is of what decides a score: a title does not change it, a stricter minimum does.
const retitled = withModel(model, { title: "Key accounts" });
const stricter = withModel(model, { minimumCoverage: 0.8 });
console.log(retitled.fingerprint === model.fingerprint, stricter.fingerprint === model.fingerprint); // true false

// Four slips in one document. parseModel would throw a GuanxiError that holds them all; its safe twin answers them.
const slips = JSON.stringify(document)
  .replace('"weight":60', '"weight":55')
  .replace('"group":"industry"', '"group":"industri"')
  .replace('"knots":[[40,0],[70,50]', '"knots":[[40,0],[30,50]')
  .replace('"tierAtMost":"B2"', '"tierAtMost":"B3"');

const outcome = safeParseModel(JSON.parse(slips));
if (!outcome.ok) for (const issue of outcome.issues) console.log(describeIssue(issue));
// dimensions: expected weights to sum to 1 or 100, got 95
// dimensions.relationship.indicators.perception.indicators.satisfaction.curve.knots[1][0]: expected a value above the one before, 40, got 30
// bonuses[0].group: expected a bonus group ("industry" or "key-customer"), got "industri", did you mean "industry"
// gates[1].tierAtMost: expected a rung ("A1", "A2", "B1", "B2" or "C"), got "B3"
