// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders of editors' snippets look like those of JavaScript

/**
 * What an editor offers to write in one go. `$1` and the like are the places to fill in; a number that is to be filled in
 * is a text that begins with `^`.
 */
interface Snippet {
  readonly label: string;
  readonly body: unknown;
}

/** Made as one call that a bundle may leave out with everything in it. */
export const SNIPPETS = /* @__PURE__ */ snippetsByPart();

function snippetsByPart() {
  const indicators = { "${2:name}": indicator("$3", 100, "^$4") };
  return {
    model: [
      {
        label: "a model",
        body: {
          format: 1,
          id: "${1:name}",
          version: "${2:1}",
          fields: { "${3:revenue}": { kind: "number", places: 2, min: 0 } },
          dimensions: {
            value: { weight: 60, indicators: { "${4:revenue}": indicator("${3:revenue}", 100, "^$5") } },
            relationship: { weight: 40, indicators: { "${6:visits}": indicator("$7", 100, "^$8") } },
          },
        },
      },
    ],
    dimension: [{ label: "a dimension", body: { weight: "^${1:50}", indicators } }],
    indicator: [
      { label: "an indicator", body: indicator("$1", "^${2:100}", "^$3") },
      { label: "a group of indicators", body: { weight: "^${1:100}", indicators } },
    ],
    curve: [
      { label: "straight lines", body: line("^$1", "^$2") },
      { label: "steps", body: { kind: "bands", bands: [{ points: 0 }, { from: "^$1", points: "^$2" }] } },
      { label: "points by category", body: { kind: "lookup", points: { $1: "^$2" } } },
      { label: "points of true and false", body: { kind: "flag", points: { true: 100, false: 0 } } },
    ],
    bonus: [
      { label: "a bonus", body: { id: "$1", to: "${2:total}", points: "^${3:5}", when: { input: "$4", eq: "$5" } } },
    ],
    quadrant: [
      {
        label: "a quadrant",
        body: {
          x: "${1:relationship}",
          y: "${2:value}",
          cut: { x: "^${3:60}", y: "^${4:60}" },
          cells: [
            { name: "${5:partner}", x: "high", y: "high" },
            { name: "${6:win-over}", x: "low", y: "high" },
            { name: "${7:maintain}", x: "high", y: "low" },
            { name: "${8:watch}", x: "low", y: "low" },
          ],
        },
      },
    ],
    gate: [{ label: "a gate", body: { id: "$1", when: { input: "$2", gte: "^$3" }, tierAtMost: "$4" } }],
    condition: [
      { label: "a test", body: { input: "$1", eq: "$2" } },
      { label: "all of", body: { all: [{ input: "$1", eq: "$2" }] } },
      { label: "any of", body: { any: [{ input: "$1", eq: "$2" }] } },
    ],
  } satisfies { readonly [part: string]: readonly Snippet[] };
}

function indicator(input: string, weight: unknown, most: string) {
  return { input, weight, curve: line(0, most) };
}

function line(least: unknown, most: string) {
  return {
    kind: "linear",
    knots: [
      [least, 0],
      [most, 100],
    ],
  };
}
