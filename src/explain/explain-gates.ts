import type { Gate } from "../schema/model-document.ts";
import type { GateCard } from "../schema/scorecard.ts";
import type { GatePart } from "./explanation.ts";
import type { Frame } from "./frame.ts";
import type { TextKey } from "./texts-en.ts";
import { titleOf } from "./title-of.ts";

/** The gates of a card in words, in listed order. */
export function explainGates({ model, card, words }: Frame): readonly GatePart[] {
  return (model.gates ?? []).map((gate, i) => {
    const { status } = card.gates[i] as GateCard;
    const title = titleOf(gate, words.language, gate.id);
    const tier = gate.tierAtLeast ?? gate.tierAtMost ?? "";
    const key = TOLD[status] ?? firedText(gate);
    return {
      id: gate.id,
      code: gate.reason ?? `gate:${gate.id}`,
      title,
      status,
      text: words.say(key, { title, tier }),
    };
  });
}

const TOLD: { readonly [S in GateCard["status"]]: TextKey | null } = {
  fired: null,
  "not-fired": "gate-not-fired",
  unknown: "gate-unknown",
};

function firedText({ tierAtLeast, tierAtMost }: Gate): TextKey {
  return tierAtLeast !== undefined ? "gate-at-least" : tierAtMost !== undefined ? "gate-at-most" : "gate-disqualify";
}
