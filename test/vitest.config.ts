import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/**
 * Projects by kind of test, so that `--project laws` runs one kind:
 * `unit` examples, `laws` properties, `spies` examples that count the calls of a module, `types` what must and must not
 * compile, `package` the built dist.
 */
const root = fileURLToPath(new URL("..", import.meta.url));
const setupFiles = ["test/support/seed.ts"];
const spies = "test/**/*fast-path.test.ts";

// A mutated source is no longer the source the house rules, the types and the package speak of.
const isMutating = "STRYKER_MUTATOR_WORKER" in process.env;
// And what tests the tests, another view of the same core or the whole portfolio would only make each mutant slow.
const notForMutants = isMutating
  ? [
      ...[
        "architecture",
        "batch",
        "bench",
        "cli",
        "docs",
        "examples",
        "explain",
        "pmml",
        "reference",
        "support",
        "types",
      ].map((folder) => `test/${folder}/**`),
      "test/model/hostile.test.ts",
      "test/score/monotone.laws.test.ts",
      "test/score/real-accounts.test.ts",
    ]
  : [];

// The source keeps nothing from call to call that a result could show, so files share one reading of it: to read it anew
// for each took a third of the time. Only a module that is spied on is another one, and mutants come one by one.
const isolate = isMutating;

export default defineConfig({
  root,
  resolve: {
    alias: [
      { find: /^guanxi$/, replacement: `${root}src/index.ts` },
      { find: /^guanxi\/([a-z-]+)$/, replacement: `${root}src/$1/index.ts` },
    ],
  },
  test: {
    root,
    // The process that hands files out has next to nothing to do.
    maxWorkers: "100%",
    // .ci/run counts what the second reporter writes.
    reporters: ["default", ["json", { outputFile: "test/.out/vitest.json" }]],
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      reporter: ["text-summary", "html"],
      reportsDirectory: "coverage",
    },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          setupFiles,
          isolate,
          include: ["test/**/*.test.ts"],
          exclude: ["test/**/*.laws.test.ts", spies, "test/package/**", ...notForMutants],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "laws",
          setupFiles,
          isolate,
          include: ["test/**/*.laws.test.ts"],
          exclude: notForMutants,
          testTimeout: 120_000,
        },
      },
      { extends: true, test: { name: "spies", setupFiles, include: [spies] } },
      ...(isMutating
        ? []
        : [
            {
              extends: true as const,
              test: {
                name: "types",
                include: [],
                typecheck: {
                  enabled: true,
                  only: true,
                  include: ["test/**/*.test-d.ts"],
                  tsconfig: "test/tsconfig.json",
                },
              },
            },
            {
              extends: true as const,
              test: {
                name: "package",
                include: ["test/package/**/*.test.ts"],
                testTimeout: 120_000,
                hookTimeout: 120_000,
              },
            },
          ]),
    ],
  },
});
