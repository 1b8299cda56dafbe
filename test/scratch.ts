import { parsePointsPlan, post, emptyLedger, statement, safePost } from "../src/points/index.ts";
const plan = parsePointsPlan({ format: 1, id: "p", version: "1", rules: [], expiry: { kind: "months", months: 24 } });
const pad = (n: number) => String(n).padStart(7, "0");
function day(i: number) { const d = new Date(Date.UTC(2020,0,1) + i*86400000); return d.toISOString().slice(0,10); }
for (const n of [1000, 10000, 100000]) {
  const entries: any[] = [];
  for (let i = 0; i < n; i++) {
    const date = day(Math.floor(i / n * 1800));
    const kind = i % 10 < 6 ? "accrue" : i % 10 < 9 ? "redeem" : "reverse-redemption";
    entries.push(kind === "accrue" ? { id: pad(i), kind, date, points: 100 } : kind === "redeem" ? { id: pad(i), kind, date, points: 50 } : { id: pad(i), kind, date, of: pad(i - 1) });
  }
  let best=[1e9,1e9,1e9]; for (let r = 0; r < 7; r++) {
  let t = performance.now();
  const { ledger, refused } = post(plan, emptyLedger(), entries);
  const tp = performance.now() - t;
  t = performance.now();
  const s = statement(plan, ledger, "2025-06-01");
  const ts = performance.now() - t;
  const json = JSON.parse(JSON.stringify(ledger));
  t = performance.now();
  statement(plan, json, "2025-06-01");
  const tj = performance.now() - t;
  best=[Math.min(best[0],tp),Math.min(best[1],ts),Math.min(best[2],tj)]; if(r===6) console.log(best.map(x=>x.toFixed(1))); if(r===6)console.log(n, "post", tp.toFixed(1), "statement", ts.toFixed(1), "json", tj.toFixed(1));
  }
}
