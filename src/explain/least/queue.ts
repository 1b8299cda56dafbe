/** A queue that gives out its least member first; of equal ones, any. Cost: logarithmic in its length. */
export interface Queue<T> {
  readonly add: (member: T) => void;
  readonly take: () => T | undefined;
}

/** A binary heap. */
export function queueOf<T>(isBefore: (a: T, b: T) => boolean): Queue<T> {
  const heap: T[] = [];
  const swap = (i: number, j: number) => {
    const held = heap[i] as T;
    heap[i] = heap[j] as T;
    heap[j] = held;
  };
  const isLess = (i: number, j: number) => isBefore(heap[i] as T, heap[j] as T);
  return {
    add: (member) => {
      let i = heap.push(member) - 1;
      for (let parent = (i - 1) >> 1; i > 0 && isLess(i, parent); parent = (i - 1) >> 1) {
        swap(i, parent);
        i = parent;
      }
    },
    take: () => {
      const first = heap[0];
      const last = heap.pop();
      if (heap.length === 0 || last === undefined) return first;
      heap[0] = last;
      for (let i = 0; ; ) {
        let least = i;
        for (const child of [2 * i + 1, 2 * i + 2]) if (child < heap.length && isLess(child, least)) least = child;
        if (least === i) return first;
        swap(i, least);
        i = least;
      }
    },
  };
}
