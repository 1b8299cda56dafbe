import { expect, it } from "vitest";
import { idIndex } from "../../src/cli/score/id-index.ts";

it("an index of ids finds, keeps and replaces values beyond what one map may hold", () => {
  const index = idIndex<number>(3);
  for (let i = 0; i < 10; i++) index.put(`id${i}`, i);
  index.put("id1", 100);
  index.put("__proto__", 7);
  expect(Array.from({ length: 10 }, (_, i) => index.find(`id${i}`))).toEqual([0, 100, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect([index.find("__proto__"), index.find("constructor"), index.find("id10")]).toEqual([7, undefined, undefined]);
});
