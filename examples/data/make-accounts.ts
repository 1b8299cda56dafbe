/**
 * Makes accounts.csv: 500 group customers of an imaginary operator in imaginary towns, as of 2026-06-30. Names,
 * figures and ratings are all invented; any likeness to a real organisation is chance.
 *
 *   npx tsx examples/data/make-accounts.ts
 *
 * The same seed writes the same bytes everywhere: only + − × ÷ √ and integer operations, no Math.random, no logarithms.
 * Six rows are bad on purpose, so that a scored portfolio has rejected rows to show.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const SEED = 20260630;
const ACCOUNTS = 500;
/** Days are counted from here. */
const AS_OF = Date.UTC(2026, 5, 30);

export function makeAccounts(): string {
  const chance = mulberry32(SEED);
  const names = new Set<string>();
  const rows: Row[] = [];
  for (let i = 1; i <= ACCOUNTS; i++) {
    const row = { id: `GC-${String(i).padStart(4, "0")}`, ...makeAccount(chance, names) };
    rows.push({ ...row, ...BAD_CELLS[row.id] });
  }
  const columns = Object.keys(rows[0] as Row);
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))];
  return lines.map((cells) => `${cells.map(quoted).join(",")}\n`).join("");
}

type Row = { [column: string]: string };
type Chance = () => number;

/** What goes wrong in real exports: a letter in a number, a new category, a day that is not, a thousands mark … */
const BAD_CELLS: { readonly [id: string]: Row } = {
  "GC-0038": { memberRevenue: "12O000.00" },
  "GC-0117": { industry: "blockchain" },
  "GC-0203": { contractDate: "2021-02-30" },
  "GC-0288": { ictRevenue: "1,204,500.00" },
  "GC-0361": { memberChurnRate: "1.7" },
  "GC-0446": { memberRevenue: "" },
};

/** One customer. Two hidden traits in 0 … 1 hold it together: `size` moves the money, `warmth` the relationship. */
function makeAccount(chance: Chance, names: Set<string>): Row {
  const size = bell(chance);
  const warmth = blend(0.25, size, bell(chance));
  const draw = (share: number, trait: number) => blend(share, trait, chance());
  const industry = pick(chance, INDUSTRIES);
  const { words, modernity } = INDUSTRY[industry];

  const employees = Math.floor(along([8, 30, 80, 220, 700, 2600, 14000], draw(0.85, size)));
  const vNetworkMembers = Math.floor(employees * along([0.02, 0.2, 0.4, 0.6, 0.85, 1], draw(0.4, warmth)));
  const memberRevenue = vNetworkMembers * along([380, 520, 640, 780, 1050], chance());
  const ictRevenue = along([0, 3e3, 1.6e4, 6e4, 2.2e5, 9e5, 4.2e6], blend(0.75, size, draw(0.5, modernity)));
  const ictPrior = ictRevenue / along([0.5, 0.85, 1, 1.1, 1.3, 2.4], draw(0.3, warmth));
  const unified = along([0, 2e3, 1.5e4, 7e4, 2.6e5, 1.8e6], draw(0.8, size));
  const tenure = Math.floor(along([40, 500, 1300, 2400, 3900, 6200], draw(0.35, size)));

  const keyPersons = Math.floor(along([2, 3, 4, 6, 9, 14], draw(0.7, size)));
  const keyPersonsKnown = Math.floor((keyPersons + 0.99) * along([0, 0.25, 0.5, 0.7, 0.9, 1], draw(0.6, warmth)));
  const visitsDue = Math.floor(along([2, 4, 4, 6, 12, 24], draw(0.8, size)));
  const visitsMade = Math.floor((visitsDue + 0.99) * along([0, 0.35, 0.6, 0.8, 0.95, 1.1], draw(0.6, warmth)));
  const complaints = Math.floor(along([0, 0, 0, 0.9, 2.4, 9], draw(0.2, 1 - warmth)));
  const complaintsClosed = Math.floor((complaints + 0.99) * along([0.2, 0.75, 0.95, 1], draw(0.5, warmth)));
  const satisfaction = along([32, 55, 66, 75, 84, 98], draw(0.6, warmth));
  const internal = Math.min(100, Math.max(0, satisfaction + along([-18, -4, 4, 11, 20, 40], chance())));
  const isRanked = size > 0.35 && chance() < 0.85;
  const arrears = Math.floor(along([0, 0, 0, 0, 0, 0, 0, 1, 2, 6], draw(0.3, 1 - warmth)));

  const row: Row = {
    name: nameFor(chance, words, names),
    industry,
    memberRevenue: memberRevenue.toFixed(2),
    ictRevenue: ictRevenue.toFixed(2),
    ictRevenuePriorYear: ictPrior.toFixed(2),
    unifiedPaymentRevenue: unified.toFixed(2),
    employees: String(employees),
    vNetworkMembers: String(vNetworkMembers),
    productsInUse: String(Math.floor(along([0, 1, 2, 3.5, 6, 12], blend(0.6, size, draw(0.5, modernity))))),
    itLevel: IT_LEVELS[Math.floor(along([0, 4], draw(0.6, blend(0.5, size, modernity))))] as string,
    contractDate: daysBack(tenure),
    memberChurnRate: along([0.004, 0.03, 0.06, 0.1, 0.16, 0.38], draw(0.4, 1 - warmth)).toFixed(4),
    policyInfluence: String(Math.floor(along([0, 11], draw(0.6, size)))),
    economyRank: isRanked ? String(1 + Math.floor(along([0, 40, 180, 520, 900], draw(0.8, 1 - size)))) : "",
    isHeadquarters: String(chance() < size * 0.25),
    hostsMajorEvent: String(chance() < 0.05),
    profileCompleteness: along([0.15, 0.45, 0.62, 0.76, 0.9, 1], draw(0.6, warmth)).toFixed(4),
    profileReviewed: daysBack(Math.floor(along([3, 50, 130, 240, 400, 900], draw(0.5, 1 - warmth)))),
    keyPersons: String(keyPersons),
    keyPersonsKnown: String(keyPersonsKnown),
    relationshipTemperature: along([-5, -1.5, 0, 1.2, 2.8, 5], draw(0.7, warmth)).toFixed(1),
    executiveSponsor: String(chance() < warmth * 0.7),
    visitsDue: String(visitsDue),
    visitsMade: String(visitsMade),
    responseInTimeRate: along([0.5, 0.7, 0.81, 0.89, 0.95, 1], draw(0.5, warmth)).toFixed(4),
    complaints: String(complaints),
    complaintsClosed: String(complaintsClosed),
    satisfaction: satisfaction.toFixed(1),
    internalRating: internal.toFixed(1),
    openDispute: String(chance() < 0.03),
    arrearsMonths: String(arrears),
    listing: listingFor(chance(), size),
  };
  return forgetSome(chance, row, tenure < 400 && chance() < 0.5);
}

/** Anybody forgets a cell now and then; hardly anything is known yet of some customers who signed lately. */
function forgetSome(chance: Chance, row: Row, isHardlyKnown: boolean): Row {
  const kept = { ...row };
  for (const column of FORGETTABLE) if (chance() < (isHardlyKnown ? 0.85 : 0.015)) kept[column] = "";
  return kept;
}

const FORGETTABLE = [
  "ictRevenuePriorYear",
  "vNetworkMembers",
  "itLevel",
  "policyInfluence",
  "profileCompleteness",
  "profileReviewed",
  "keyPersonsKnown",
  "relationshipTemperature",
  "executiveSponsor",
  "visitsMade",
  "responseInTimeRate",
  "complaints",
  "satisfaction",
  "internalRating",
];

function listingFor(drawn: number, size: number): string {
  if (drawn < 0.008) return "black";
  return drawn > 1 - size * 0.06 ? "red" : "none";
}

// ---- words ---------------------------------------------------------------------------------------------------------

const IT_LEVELS = ["basic", "networked", "integrated", "digital"];
const PLACES = ["云汀", "青岚", "江澜", "望川", "临澜", "松屿", "南屏湾", "石溪"];
const FIRST = ["恒", "瑞", "鑫", "泰", "华", "宏", "嘉", "盛", "联", "明", "远", "启", "正", "安", "博", "锦"];
const SECOND = ["达", "丰", "源", "隆", "信", "通", "成", "和", "业", "新", "康", "维", "腾", "景", "凯", "合"];

interface IndustryWords {
  /** What a customer of the industry is called after its place; `*` stands for a made-up brand. */
  readonly words: readonly string[];
  /** How far its IT has come, 0 to 1. */
  readonly modernity: number;
}

const INDUSTRY = {
  government: { words: ["*街道办事处", "*区政务服务中心", "*园区管理委员会"], modernity: 0.6 },
  finance: { words: ["*村镇银行", "*证券营业部", "*融资租赁有限公司"], modernity: 0.8 },
  education: { words: ["*职业技术学院", "*实验学校", "*教育集团"], modernity: 0.55 },
  healthcare: { words: ["*医院", "*体检中心", "*医药有限公司"], modernity: 0.55 },
  manufacturing: { words: ["*电子有限公司", "*五金制品厂", "*精密机械股份有限公司", "*家具有限公司"], modernity: 0.45 },
  transport: { words: ["*物流有限公司", "*客运有限公司", "*港务有限公司"], modernity: 0.5 },
  internet: { words: ["*网络科技有限公司", "*软件有限公司"], modernity: 0.95 },
  retail: { words: ["*百货有限公司", "*连锁超市有限公司", "*商贸有限公司"], modernity: 0.35 },
  construction: { words: ["*建筑工程有限公司", "*置业有限公司"], modernity: 0.25 },
  other: { words: ["*酒店有限公司", "*物业服务有限公司", "*文化传媒有限公司"], modernity: 0.4 },
} as const satisfies { readonly [industry: string]: IndustryWords };

type Industry = keyof typeof INDUSTRY;

/** As often as they stand here. */
const INDUSTRIES = [
  ...Array<Industry>(7).fill("manufacturing"),
  ...Array<Industry>(3).fill("retail"),
  ...Array<Industry>(2).fill("government"),
  ...Array<Industry>(2).fill("education"),
  ...Array<Industry>(2).fill("transport"),
  ...Array<Industry>(2).fill("construction"),
  ...Array<Industry>(2).fill("other"),
  "finance",
  "healthcare",
  "internet",
] as const satisfies readonly Industry[];

/** A name no earlier customer has. */
function nameFor(chance: Chance, words: readonly string[], taken: Set<string>): string {
  for (;;) {
    const brand = pick(chance, FIRST) + pick(chance, SECOND);
    const name = pick(chance, PLACES) + pick(chance, words).replace("*", brand);
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

// ---- chance --------------------------------------------------------------------------------------------------------

/** Mulberry32, a small generator of 32 bits: https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
function mulberry32(seed: number): Chance {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function pick<T>(chance: Chance, choices: readonly T[]): T {
  return choices[Math.floor(chance() * choices.length)] as T;
}

/** Mostly near the middle of 0 … 1: the mean of three draws, spread out again. */
function bell(chance: Chance): number {
  return Math.min(0.999, Math.max(0, ((chance() + chance() + chance()) / 3 - 0.5) * 1.5 + 0.5));
}

/** Part `share` of one trait and the rest of another, stretched so that the mixture is spread as widely as its parts. */
function blend(share: number, trait: number, other: number): number {
  const rest = 1 - share;
  return 0.5 + (share * (trait - 0.5) + rest * (other - 0.5)) / Math.sqrt(share * share + rest * rest);
}

/** The value at part `u` of a way through evenly spaced knots: a distribution told by its quantiles. */
function along(knots: readonly number[], u: number): number {
  const at = Math.min(0.999999, Math.max(0, u)) * (knots.length - 1);
  const i = Math.floor(at);
  const low = knots[i] as number;
  return low + ((knots[i + 1] as number) - low) * (at - i);
}

function daysBack(days: number): string {
  return new Date(AS_OF - days * 86_400_000).toISOString().slice(0, 10);
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL("accounts.csv", import.meta.url), makeAccounts());
}
