import type { Client } from '../../../shared/contract/client.ts';
import type { CancelSignal } from '../../../shared/kernel/cancel-signal.ts';
import type { DwellPace } from '../campaign/index.ts';
import type { FileRegistry } from '../ports/file-registry.ts';
import type { LogSink } from './create-logger.ts';

export interface CoreOptions {
  readonly shell: 'desktop' | 'web' | 'cli';
  /** The application's own folder: settings, recent projects, temporary files, the projects made without a path. */
  readonly dataDir: string;
  /** The bundled worker entry; left out, the TypeScript source is used (tests and development). */
  readonly workerUrl?: URL;
  readonly now?: () => Date;
  readonly logSink?: LogSink;
  readonly newId?: () => string;
  /** The rhythm of dwells; only tests set another one. */
  readonly dwellPace?: DwellPace;
  /** Parse what handlers return (default: on, except in production builds). */
  readonly checkOutput?: boolean;
}

/** The application without a face. Shells see only this. */
export interface Core extends Client {
  readonly files: FileRegistry;
  /** For transports: the method and the input come from outside and are checked here. Rejects with `AppError` only. */
  dispatch(method: string, input: unknown, options?: { signal?: CancelSignal }): Promise<unknown>;
}
