/** A stream of text towards the user; `columns` is undefined when it is no terminal. */
export interface TextOutput {
  write(text: string): void;
  readonly isTTY: boolean;
  readonly columns: number | undefined;
}

/** Everything the CLI touches outside itself, so that tests can stand in for a terminal. */
export interface CliIo {
  readonly stdout: TextOutput;
  readonly stderr: TextOutput;
  readonly stdin: {
    readonly isTTY: boolean;
    /** The whole of it as bytes, at most `maxBytes`. */
    readAll(maxBytes: number): Promise<Buffer>;
    /** One line typed at the terminal; `hidden` shows nothing while typing. */
    ask(question: string, options: { hidden: boolean }): Promise<string>;
    /** Calls back for each line typed while the program runs. */
    onLine(listener: () => void): () => void;
  };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** SIGINT and SIGTERM. */
  onInterrupt(listener: () => void): () => void;
  /** Ends the process at once (second interruption). */
  exitNow(code: number): void;
}
