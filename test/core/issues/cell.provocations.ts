import { parseModel } from "../../../src/model/parse-model.ts";
import type { CellSpelling } from "../../../src/record/cell-spelling.ts";
import { readAccount } from "../../../src/record/read-account.ts";
import { issuesOf, type Provocation } from "./provocation.ts";
import { smallModel } from "./small-model.ts";

export const provocations: readonly Provocation[] = [
  {
    code: "cell/number",
    mistake: "thousands marks other than those declared",
    provoke: () => read({ revenue: "1.250,5" }, { thousands: "," }),
    path: ["revenue"],
    expected: "1,234.5",
    found: "1.250,5",
    sentence: 'revenue: expected a decimal number such as 1,234.5, got "1.250,5"',
  },
  {
    code: "cell/number",
    mistake: "a word where percents are declared",
    provoke: () => read({ revenue: "half" }, { percent: true }),
    path: ["revenue"],
    expected: "1234.5 or 12.5%",
    found: "half",
    sentence: 'revenue: expected a decimal number such as 1234.5 or 12.5%, got "half"',
  },
  {
    code: "cell/boolean",
    mistake: "a word that is neither true nor false",
    provoke: () => read({ sponsor: "maybe" }, { yes: ["ja"] }),
    path: ["sponsor"],
    expected: ["true", "yes", "1", "ja", "false", "no", "0"],
    found: "maybe",
    sentence: 'sponsor: expected "true", "yes", "1", "ja", "false", "no" or "0", got "maybe"',
  },
  {
    code: "cell/spelling",
    mistake: "one mark for thousands and decimals",
    provoke: () => read({}, { thousands: ",", decimal: "," }),
    path: ["thousands"],
    expected: "another mark than the one before the decimals",
    found: ",",
    sentence: 'thousands: expected another mark than the one before the decimals, got ","',
  },
  {
    code: "cell/spelling",
    mistake: "a day without a year",
    provoke: () => read({}, { dateFormat: "DD/MM" }),
    path: ["dateFormat"],
    expected: "YYYY, MM and DD once each, as in DD/MM/YYYY",
    found: "DD/MM",
    sentence: 'dateFormat: expected YYYY, MM and DD once each, as in DD/MM/YYYY, got "DD/MM"',
  },
  {
    code: "cell/spelling",
    mistake: "a word for true that is false already",
    provoke: () => read({}, { yes: ["No"] }),
    path: ["yes", 0],
    expected: "a word that is not false",
    found: "No",
    sentence: 'yes[0]: expected a word that is not false, got "No"',
  },
  {
    code: "record/date",
    mistake: "a cell in another date format than the one declared",
    provoke: () => read({ since: "2025-01-31" }, { dateFormat: "DD/MM/YYYY" }),
    path: ["since"],
    expected: "DD/MM/YYYY",
    found: "2025-01-31",
    sentence: 'since: expected a day of the calendar written DD/MM/YYYY, got "2025-01-31"',
  },
];

function read(row: { readonly [field: string]: string }, spelling: CellSpelling) {
  return issuesOf(readAccount(parseModel(smallModel()), row, spelling));
}
