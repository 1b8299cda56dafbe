/**
 * 06 · Text cells: read a row as people write it. What is not declared is an issue, never a guess.
 *
 *   npx tsx examples/06-text-cells.ts
 */
import { defineModel, describeIssue, readAccount, score } from "guanxi";
import { minMaxCurve } from "guanxi/curves";

const model = defineModel({
  format: 1,
  id: "cells",
  version: "1",
  fields: {
    revenue: { kind: "number", unit: "CNY", places: 2, min: 0 },
    churn: { kind: "number", places: 4, min: 0, max: 1 },
    signed: { kind: "date" },
    isKey: { kind: "boolean" },
  },
  measures: { months: { kind: "months-since", field: "signed" } },
  dimensions: {
    value: {
      weight: 100,
      indicators: {
        revenue: { input: "revenue", weight: 50, curve: minMaxCurve({ min: 0, max: 2000000 }) },
        churn: { input: "churn", weight: 20, curve: minMaxCurve({ min: 0, max: 0.25, direction: "falling" }) },
        tenure: { input: "months", weight: 20, curve: minMaxCurve({ min: 0, max: 120 }) },
        isKey: { input: "isKey", weight: 10, curve: { kind: "flag", points: { true: 100, false: 0 } } },
      },
    },
  },
});

const row = { revenue: " 1,250,000.50 ", churn: "12.5%", signed: "30/06/2021", isKey: "是" };

// JSON numbers, ISO days and plain words are understood as they are; this row has none of them.
const strict = readAccount(model, row);
if (!strict.ok) for (const issue of strict.issues) console.log(describeIssue(issue));
// revenue: expected a decimal number, got "1,250,000.50"
// churn: expected a decimal number, got "12.5%"
// signed: expected a day of the calendar written YYYY-MM-DD, got "30/06/2021"
// isKey: expected "true", "yes", "1", "false", "no" or "0", got "是"

// Declared, each cell has one meaning. Numbers stay text, exact to the last digit.
const read = readAccount(model, row, {
  thousands: ",",
  percent: true,
  dateFormat: "DD/MM/YYYY",
  yes: ["是"],
  no: ["否"],
});
if (!read.ok) throw new Error("expected the row to be read");

console.log(JSON.stringify(read.account));
// {"revenue":"1250000.50","churn":"12.5e-2","signed":"2021-06-30","isKey":true}
console.log(score(model, read.account, { asOf: "2026-06-30" }).total); // 61.25
