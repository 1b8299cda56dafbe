import type {
  BonusGroup,
  BonusRule,
  Dimension,
  Field,
  FieldKind,
  Gate,
  Indicator,
  IndicatorGroup,
  Measure,
  MeasureKind,
  ModelDocument,
  Quadrant,
  QuadrantCell,
  Rung,
  Tier,
} from "../schema/model-document.ts";
import type { ChangeKind } from "./change.ts";

/**
 * The document as a tree of places, each with the kind of change it is. A leaf changes as a whole; an object by its keys;
 * a record by its ids; a list by what its entries are called, and by their order.
 */
export type Place =
  | { readonly form: "leaf"; readonly kind: ChangeKind }
  | { readonly form: "object"; readonly kind: ChangeKind; readonly keys: { readonly [key: string]: () => Place } }
  | { readonly form: "record"; readonly kind: ChangeKind; readonly of: () => Place }
  | {
      readonly form: "list";
      readonly kind: ChangeKind;
      readonly nameOf: (entry: never) => string;
      readonly of: () => Place;
    };

type KeysOf<T> = T extends unknown ? keyof T : never;
type Keys<T> = { readonly [K in KeysOf<T>]-?: () => Place };

const leaf = (kind: ChangeKind) => (): Place => ({ form: "leaf", kind });
const object =
  <T>(kind: ChangeKind, keys: Keys<T>) =>
  (): Place => ({ form: "object", kind, keys });
const record = (kind: ChangeKind, of: () => Place) => (): Place => ({ form: "record", kind, of });
const list =
  <T>(kind: ChangeKind, nameOf: (entry: T) => string, of: () => Place) =>
  (): Place => ({ form: "list", kind, nameOf, of });

/** The whole document, in the order of its sections; one call, that a bundle may leave out with everything in it. */
export const DOCUMENT: () => Place = /* @__PURE__ */ documentPlace();

function documentPlace(): () => Place {
  const words = leaf("words");
  const titled = { title: words, note: words };
  const named = { ...titled, x: words };

  const branch = {
    ...named,
    weight: leaf("weight"),
    combine: leaf("combine"),
    start: leaf("combine"),
    indicators: record("indicator", (): Place => node()),
  };

  /** An indicator or a group: one that becomes the other changes as a whole, so their keys never mix. */
  const node: () => Place = object<Indicator | IndicatorGroup>("indicator", {
    ...branch,
    input: leaf("input"),
    curve: leaf("curve"),
    missing: leaf("missing"),
    monotone: leaf("declaration"),
    appliesWhen: leaf("condition"),
    reason: words,
  });

  const FIELD = object<Field>("field", {
    ...named,
    kind: leaf("field"),
    unit: words,
    changeable: words,
    places: leaf("places"),
    min: leaf("field"),
    max: leaf("field"),
    values: leaf("field"),
  } satisfies Keys<Extract<Field, { kind: FieldKind }>>);

  const MEASURE = object<Measure>("measure", {
    ...named,
    kind: leaf("measure"),
    of: leaf("measure"),
    to: leaf("measure"),
    from: leaf("measure"),
    minus: leaf("measure"),
    field: leaf("measure"),
    places: leaf("places"),
    rounding: leaf("places"),
  } satisfies Keys<Extract<Measure, { kind: MeasureKind }>>);

  const caps = { bonusCap: leaf("cap"), deductionCap: leaf("cap") };

  return object<ModelDocument>("range", {
    $schema: words,
    format: leaf("range"),
    id: leaf("name"),
    version: leaf("name"),
    ...named,
    effective: leaf("effective"),
    range: leaf("range"),
    places: object<NonNullable<ModelDocument["places"]>>("places", { points: leaf("places"), score: leaf("places") }),
    fields: record("field", FIELD),
    measures: record("measure", MEASURE),
    dimensions: record("dimension", object<Dimension>("dimension", { ...branch, ...caps })),
    bonusGroups: record(
      "bonus-group",
      object<BonusGroup>("bonus-group", { ...named, stacking: leaf("bonus-group"), cap: leaf("cap") }),
    ),
    bonuses: list<BonusRule>(
      "bonus",
      ({ id }) => id,
      object<BonusRule>("bonus", {
        ...named,
        id: leaf("bonus"),
        to: leaf("bonus"),
        points: leaf("bonus"),
        factor: leaf("bonus"),
        group: leaf("bonus"),
        when: leaf("condition"),
        from: leaf("dates"),
        until: leaf("dates"),
        reason: words,
      }),
    ),
    total: object<NonNullable<ModelDocument["total"]>>("cap", caps),
    quadrant: object<Quadrant>("quadrant", {
      ...titled,
      x: leaf("quadrant"),
      y: leaf("quadrant"),
      cut: object<Quadrant["cut"]>("quadrant", { x: leaf("quadrant"), y: leaf("quadrant") }),
      deadBand: leaf("quadrant"),
      cells: list<QuadrantCell>(
        "quadrant",
        ({ name }) => name,
        object<QuadrantCell>("quadrant", {
          ...titled,
          name: leaf("quadrant"),
          x: leaf("quadrant"),
          y: leaf("quadrant"),
        }),
      ),
    }),
    tier: object<Tier>("tier", {
      ...named,
      on: leaf("tier"),
      rungs: list<Rung>(
        "tier",
        ({ name }) => name,
        object<Rung>("tier", { ...named, name: leaf("tier"), from: leaf("tier"), formerly: leaf("tier") }),
      ),
      hold: object<NonNullable<Tier["hold"]>>("tier", {
        margin: leaf("tier"),
        maxStepsDown: leaf("tier"),
        validMonths: leaf("tier"),
      }),
    }),
    gates: list<Gate>(
      "gate",
      ({ id }) => id,
      object<Gate>("gate", {
        ...named,
        id: leaf("gate"),
        when: leaf("condition"),
        tierAtLeast: leaf("gate"),
        tierAtMost: leaf("gate"),
        disqualify: leaf("gate"),
        reason: words,
      }),
    ),
    minimumCoverage: leaf("coverage"),
    cases: leaf("case"),
  });
}
