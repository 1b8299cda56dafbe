import type { ExitCode } from "./exit.ts";
import type { Io } from "./io.ts";

/** An option as a command declares it: its help is written from this, and what is given is checked against it. */
export interface Option {
  /** What stands for its value in the help; an option without one is given alone. */
  readonly value?: string;
  readonly help: string;
  readonly isRequired?: true;
  /** Whether it may be given more than once. */
  readonly isRepeatable?: true;
  /** The values there are, where not every text is one. */
  readonly choices?: readonly string[];
}

export type Options = { readonly [name: string]: Option };

/** What a command was called with: every value given to an option, in order; none for one that was not given. */
export interface Call {
  readonly argument: string;
  /** All of them, for a command of several; the first is `argument`. */
  readonly arguments: readonly string[];
  readonly values: (name: string) => readonly string[];
  readonly value: (name: string) => string | undefined;
  readonly has: (name: string) => boolean;
}

export interface Command {
  readonly summary: string;
  /** The arguments that are no options, as the help names them. */
  readonly argument: string;
  readonly options: Options;
  readonly examples: readonly string[];
  /** Paragraphs that follow the options. */
  readonly notes: readonly string[];
  readonly run: (call: Call, io: Io) => Promise<ExitCode>;
}
