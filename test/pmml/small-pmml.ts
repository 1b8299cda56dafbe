/** A small scorecard in the manner of the PMML specification's own example; parts of it can be replaced. */
export interface SmallParts {
  readonly version?: string;
  readonly data?: string;
  readonly mining?: string;
  /** Attributes of the Scorecard element beside `modelName`, `functionName` and the reason codes'. */
  readonly header?: string;
  readonly reasons?: string;
  readonly before?: string;
  readonly characteristics?: string;
}

export function smallPmml({
  version = "4.3",
  data = "",
  mining = "",
  header = "",
  reasons = 'useReasonCodes="true" reasonCodeAlgorithm="pointsBelow" baselineMethod="other"',
  before = "",
  characteristics = `${characteristicOf("department", DEPARTMENT)}${characteristicOf("age", AGE)}`,
}: SmallParts = {}): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<PMML xmlns="http://www.dmg.org/PMML-4_3" version="${version}">
  <Header/>
  <DataDictionary>
    <DataField name="department" dataType="string" optype="categorical"/>
    <DataField name="age" dataType="integer" optype="continuous"/>
    <DataField name="income" dataType="double" optype="continuous"/>
    ${data}
    <DataField name="overallScore" dataType="double" optype="continuous"/>
  </DataDictionary>
  <Scorecard modelName="small" functionName="regression" ${reasons} ${header}>
    <MiningSchema>
      <MiningField name="department" invalidValueTreatment="asMissing"/>
      <MiningField name="age" invalidValueTreatment="asMissing"/>
      <MiningField name="income"/>
      ${mining}
      <MiningField name="overallScore" usageType="target"/>
    </MiningSchema>
    ${before}
    <Characteristics>${characteristics}</Characteristics>
  </Scorecard>
</PMML>`;
}

const DEPARTMENT = `
  <Attribute partialScore="-9"><SimplePredicate field="department" operator="isMissing"/></Attribute>
  <Attribute partialScore="19"><SimplePredicate field="department" operator="equal" value="marketing"/></Attribute>
  <Attribute partialScore="3"><SimplePredicate field="department" operator="equal" value="engineering"/></Attribute>
  <Attribute partialScore="0"><True/></Attribute>`;

const AGE = `
  <Attribute partialScore="-1"><SimplePredicate field="age" operator="isMissing"/></Attribute>
  <Attribute partialScore="-3"><SimplePredicate field="age" operator="lessOrEqual" value="18"/></Attribute>
  <Attribute partialScore="12"><SimplePredicate field="age" operator="greaterThan" value="18"/></Attribute>`;

/** A characteristic of some attributes, with a reason code and a baseline of its own. */
export function characteristicOf(name: string, attributes: string, more = ""): string {
  return `<Characteristic name="${name}" reasonCode="RC-${name}" baselineScore="18" ${more}>${attributes}</Characteristic>`;
}

/** One attribute that always holds, with points that an expression computes. */
export function computed(expression: string): string {
  return characteristicOf(
    "computed",
    `<Attribute><True/><ComplexPartialScore>${expression}</ComplexPartialScore></Attribute>`,
  );
}
