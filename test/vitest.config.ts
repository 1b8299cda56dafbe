import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/**
 * Projects by kind of test, so that `--project laws` runs one kind:
 * `unit` examples, `laws` properties, `types` what must and must not compile, `package` the built dist.
 */
const root = fileURLToPath(new URL("..", import.meta.url));
const setupFiles = ["test/support/seed.ts"];

// A mutated source is no longer the source the house rules, the types and the package speak of.
const isMutating = "STRYKER_MUTATOR_WORKER" in process.env;

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
          include: ["test/**/*.test.ts"],
          exclude: [
            "test/**/*.laws.test.ts",
            "test/package/**",
            ...(isMutating ? ["test/architecture/**", "test/cli/**"] : []),
          ],
        },
      },
      {
        extends: true,
        test: {
          name: "laws",
          setupFiles,
          include: ["test/**/*.laws.test.ts"],
          testTimeout: 60_000,
        },
      },
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
