/**
 * A queue by rank: things of which the first is wanted next. What is added in order stands in a row, from which the first is
 * taken at once; only what comes out of order goes into a binary heap.
 *
 * Cost of n items: n where they come in order, else n log n.
 */
export interface FirstQueue<T> {
  readonly isBefore: (a: T, b: T) => boolean;
  readonly row: T[];
  head: number;
  heap: T[] | null;
}

export function firstQueue<T>(isBefore: (a: T, b: T) => boolean): FirstQueue<T> {
  return { isBefore, row: [], head: 0, heap: null };
}

export function enqueue<T>(queue: FirstQueue<T>, item: T): void {
  const { row, head, isBefore } = queue;
  if (row.length === head || !isBefore(item, row[row.length - 1] as T)) row.push(item);
  else {
    queue.heap ??= [];
    pushHeap(queue.heap, item, isBefore);
  }
}

export function firstOf<T>(queue: FirstQueue<T>): T | undefined {
  const { row, head, heap } = queue;
  return heap !== null && isFirst(heap, queue) ? heap[0] : row[head];
}

/** Takes the first away. */
export function dropFirst<T>(queue: FirstQueue<T>): void {
  const { heap } = queue;
  if (heap !== null && isFirst(heap, queue)) popHeap(heap, queue.isBefore);
  else queue.head++;
}

/** Whether the first stands in the heap and not in the row. */
function isFirst<T>(heap: readonly T[], { row, head, isBefore }: FirstQueue<T>): boolean {
  if (heap.length === 0) return false;
  return head >= row.length || isBefore(heap[0] as T, row[head] as T);
}

function pushHeap<T>(heap: T[], item: T, isBefore: (a: T, b: T) => boolean): void {
  let i = heap.length;
  heap.push(item);
  while (i > 0) {
    const parent = (i - 1) >> 1;
    if (!isBefore(item, heap[parent] as T)) break;
    heap[i] = heap[parent] as T;
    i = parent;
  }
  heap[i] = item;
}

function popHeap<T>(heap: T[], isBefore: (a: T, b: T) => boolean): void {
  const item = heap.pop() as T;
  const size = heap.length;
  if (size === 0) return;
  let i = 0;
  for (;;) {
    let child = 2 * i + 1;
    if (child >= size) break;
    if (child + 1 < size && isBefore(heap[child + 1] as T, heap[child] as T)) child++;
    if (!isBefore(heap[child] as T, item)) break;
    heap[i] = heap[child] as T;
    i = child;
  }
  heap[i] = item;
}
