import { compileWasm, type Instantiate } from "../../lanes/host.ts";
import { stop } from "../stop.ts";
import { TABLE_WASM } from "./table-wasm.ts";

type Address = number;

/** What goes through characters; `assembly/` says what each does. */
interface TableKernels {
  readonly rows: { readonly value: number };
  readonly cell: { readonly value: number };
  readonly standAt: (text: Address, starts: Address, firstCells: Address, rowEnds: Address) => void;
  readonly setOpen: (row: number, cell: number) => void;
  readonly split: (from: number, to: number, mark: number, lineEnd: number) => number;
  readonly numbers: (column: number, from: number, to: number, out: Address) => void;
  readonly days: (column: number, from: number, to: number, out: Address) => void;
  readonly markFilled: (column: number, from: number, to: number, out: Address) => void;
  readonly distinct: (
    column: number,
    from: number,
    to: number,
    out: Address,
    firstRows: Address,
    hashes: Address,
    table: Address,
  ) => number;
}

/** How much there is room for: units of text, cells, rows. */
interface Room {
  readonly units: number;
  readonly cells: number;
  readonly rows: number;
}

const FIRST_ROOM: Room = { units: 524_288, cells: 131_072, rows: 65_536 };

/** A text in memory, where its rows and cells stand, and room for a column of answers. */
export interface CellMemory {
  readonly kernels: TableKernels;
  readonly text: Buffer;
  readonly starts: Int32Array;
  readonly firstCells: Int32Array;
  readonly rowEnds: Int32Array;
  readonly numbers: { readonly at: Address; readonly lane: Float64Array };
  readonly codes: { readonly at: Address; readonly lane: Int32Array };
  readonly firstRows: { readonly at: Address; readonly lane: Int32Array };
  readonly hashes: Address;
  readonly table: Address;
  readonly room: Room;
}

let compiled: Instantiate | null | undefined;

function compiledOnce(): Instantiate | null {
  if (compiled === undefined) compiled = compileWasm(TABLE_WASM);
  return compiled;
}

/** @param instantiate what makes a memory with its kernels, `null` where the host has none */
export function cellMemory(room = FIRST_ROOM, instantiate: Instantiate | null = compiledOnce()): CellMemory {
  let size = 0;
  const place = (bytes: number): Address => {
    const at = size;
    size += Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
    return at;
  };
  const { units, cells, rows } = room;
  // Kernels look at whole blocks of the text.
  const text = place(2 * units + BLOCK);
  const starts = place(4 * (cells + 1));
  const firstCells = place(4 * (rows + 1));
  const rowEnds = place(4 * (rows + 1));
  const answers = place(8 * rows);
  const firstRows = place(4 * rows);
  const hashes = place(4 * rows);
  const table = place(4 * Math.max(4 * rows, 256));
  const instance = instantiate === null ? null : instantiate(size);
  if (instance === null) return stop("cli/webassembly", [], size, null);
  const { buffer, exports } = instance;
  const kernels = exports as TableKernels;
  kernels.standAt(text, starts, firstCells, rowEnds);
  return {
    kernels,
    text: Buffer.from(buffer, text, 2 * units),
    starts: new Int32Array(buffer, starts, cells + 1),
    firstCells: new Int32Array(buffer, firstCells, rows + 1),
    rowEnds: new Int32Array(buffer, rowEnds, rows + 1),
    numbers: { at: answers, lane: new Float64Array(buffer, answers, rows) },
    codes: { at: answers, lane: new Int32Array(buffer, answers, rows) },
    firstRows: { at: firstRows, lane: new Int32Array(buffer, firstRows, rows) },
    hashes,
    table,
    room,
  };
}

const ALIGNMENT = 16;
const BLOCK = 32;

/** The same with room for more, in which everything that is known of the text stands as it did. */
export function withRoom(memory: CellMemory, needed: Room): CellMemory {
  const { room, kernels } = memory;
  if (needed.units <= room.units && needed.cells <= room.cells && needed.rows <= room.rows) return memory;
  const larger = cellMemory({
    units: enough(room.units, needed.units),
    cells: enough(room.cells, needed.cells),
    rows: enough(room.rows, needed.rows),
  });
  larger.text.set(memory.text);
  larger.starts.set(memory.starts);
  larger.firstCells.set(memory.firstCells);
  larger.rowEnds.set(memory.rowEnds);
  larger.kernels.setOpen(kernels.rows.value, kernels.cell.value);
  return larger;
}

function enough(room: number, needed: number): number {
  return needed <= room ? room : Math.max(needed, 2 * room);
}
