/** The paths of keys that have neither a description nor a fixed value. */
export function keysWithoutWords(schema: unknown, path = "", isProperties = false): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => {
    const own = isProperties && !("description" in value || "const" in value) ? [`${path}/${key}`] : [];
    const isSchemas = !isProperties && key === "properties" && !/\/if$/.test(path);
    return [...own, ...keysWithoutWords(value, `${path}/${key}`, isSchemas)];
  });
}
