import { randomBytes } from "node:crypto";
import { unlinkSync } from "node:fs";
import { chmod, type FileHandle, mkdir, open, realpath, rename, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Io } from "../io.ts";
import { stop } from "../stop.ts";

/** Where a result goes. Nothing is there to be seen before `publish`; `discard` leaves no trace. */
export interface Output {
  readonly write: (piece: string | Uint8Array) => Promise<void>;
  /** Everything is on disk, but not under its name yet. */
  readonly finish: () => Promise<void>;
  readonly publish: () => Promise<void>;
  readonly discard: () => Promise<void>;
}

/**
 * Opens a result for writing: `-` is standard output; a file is written beside its place under a name of its own and
 * renamed at the end, so a crash never leaves half a file. Pipes and devices have no end to wait for and are written at once.
 */
export async function openOutput(target: string, io: Io): Promise<Output> {
  if (target === "-") {
    const write = (piece: string | Uint8Array) => io.stdout.write(typeof piece === "string" ? piece : textOf(piece));
    return { write, finish: nothing, publish: nothing, discard: nothing };
  }
  const known = await stat(target).catch(absent);
  if (known?.isDirectory()) stop("cli/file", [], `write ${target}`, "a folder");
  if (known !== undefined && !known.isFile()) return openDevice(target);
  await makeFolder(dirname(target));
  // A link stays a link: what it points at is replaced.
  const place = known === undefined ? target : await realpath(target);
  const draft = join(dirname(place), `.${basename(place)}.${process.pid}-${randomBytes(4).toString("hex")}.part`);
  const handle = await open(draft, "wx");
  const remove = () => {
    try {
      unlinkSync(draft);
    } catch {
      // It was renamed or removed already.
    }
  };
  io.cleanups.add(remove);
  return {
    write: (piece) => writeAll(handle, piece),
    finish: async () => {
      await handle.sync();
      await handle.close();
      if (known !== undefined) await chmod(draft, known.mode);
    },
    publish: async () => {
      await rename(draft, place);
      io.cleanups.delete(remove);
    },
    discard: async () => {
      await handle.close().catch(nothing);
      remove();
      io.cleanups.delete(remove);
    },
  };
}

async function openDevice(target: string): Promise<Output> {
  const handle = await open(target, "w");
  const close = () => handle.close();
  return { write: (piece) => writeAll(handle, piece), finish: close, publish: nothing, discard: close };
}

function textOf({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString("utf8");
}

async function writeAll(handle: FileHandle, piece: string | Uint8Array): Promise<void> {
  const bytes = typeof piece === "string" ? Buffer.from(piece, "utf8") : piece;
  for (let done = 0; done < bytes.length; ) done += (await handle.write(bytes, done)).bytesWritten;
}

async function nothing(): Promise<void> {}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}

/**
 * Makes a folder and those above it, one by one: Node's own recursive way never ends where a folder says that it is not
 * there and cannot be made, as below /proc.
 */
async function makeFolder(folder: string): Promise<void> {
  const known = await stat(folder).catch(absent);
  if (known !== undefined) return;
  if (dirname(folder) !== folder) await makeFolder(dirname(folder));
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    // Somebody else may have made it meanwhile.
    if (error.code !== "EEXIST") throw error;
  });
}
