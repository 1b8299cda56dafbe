// The ES modules of dist, in whatever runtime runs this file.
import { smoke } from "./smoke-digest.cjs";

await smoke("import", (file) => import(file));
