import type { Io } from "../io.ts";
import { withThousands } from "../text-layout.ts";

/** A line on the terminal that tells how far a run is; nothing where nobody looks. */
export interface Progress {
  readonly show: (rows: number) => Promise<void>;
  readonly clear: () => Promise<void>;
}

const MILLISECONDS_BETWEEN = 250;

export function startProgress({ stderr }: Io, isWanted: boolean): Progress {
  if (!stderr.isTerminal || !isWanted) return { show: async () => {}, clear: async () => {} };
  const start = performance.now();
  let next = start + MILLISECONDS_BETWEEN;
  return {
    show: async (rows) => {
      const now = performance.now();
      if (now < next) return;
      next = now + MILLISECONDS_BETWEEN;
      const speed = Math.round((rows / (now - start)) * 1000);
      await stderr.write(`\r\u001b[K${withThousands(rows)} rows, ${withThousands(speed)} a second`);
    },
    clear: async () => {
      if (next > start + MILLISECONDS_BETWEEN) await stderr.write("\r\u001b[K");
    },
  };
}
