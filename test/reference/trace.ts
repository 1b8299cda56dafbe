// Some events leave no mark on the card (a rounding tie, a value exactly at a cut). The reference calls them out here,
// so that a run can count them; nothing in the reference reads them.

type Listener = (event: string) => void;
const listeners: Listener[] = [];

export function happened(event: string): void {
  for (const listener of listeners) listener(event);
}

export function listening<Result>(listener: Listener, run: () => Result): Result {
  listeners.push(listener);
  try {
    return run();
  } finally {
    listeners.splice(listeners.indexOf(listener), 1);
  }
}
