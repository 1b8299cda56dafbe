/** The world of a command: what the process has, or what a test puts in its place. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: TextSink;
  readonly stderr: TextSink;
  /** Undone, newest first, when the process is stopped half way: files that must not stay. */
  readonly cleanups: Set<() => void>;
  readonly isDebugging: boolean;
}

/** Where text goes. A write ends when there is room for the next. */
export interface TextSink {
  readonly write: (text: string) => Promise<void>;
  readonly isTerminal: boolean;
  readonly hasColour: boolean;
}
