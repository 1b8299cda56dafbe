import type { Path } from "../core/issue.ts";
import type { Indicator, IndicatorNode, Model } from "../schema/model-document.ts";

/** An indicator and where it stands. */
export interface PlacedIndicator {
  readonly path: Path;
  readonly indicator: Indicator;
}

/** All indicators in document order, those inside groups included. */
export function placedIndicators(model: Model): readonly PlacedIndicator[] {
  return Object.entries(model.dimensions).flatMap(([id, { indicators }]) => below(["dimensions", id], indicators));
}

function below(above: Path, nodes: { readonly [id: string]: IndicatorNode }): readonly PlacedIndicator[] {
  return Object.entries(nodes).flatMap(([id, node]) => {
    const path = [...above, "indicators", id];
    return "indicators" in node ? below(path, node.indicators) : [{ path, indicator: node }];
  });
}
