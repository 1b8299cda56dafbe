// The CommonJS modules of dist, in whatever runtime runs this file.
const { smoke } = require("./smoke-digest.cjs");

smoke("require", (file) => require(file));
