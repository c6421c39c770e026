import type { FileToken } from '../../../shared/kernel/ids.ts';

/**
 * The only way a file enters or leaves the core: a shell registers a path (from a native dialog, an upload, an argument
 * of the CLI) and passes its token through the contract. A web page can never name a path.
 */
export interface FileRegistry {
  register(path: string, access: 'read' | 'write'): FileToken;
  /** Throws `file.unknown_token`. */
  resolve(token: FileToken, access: 'read' | 'write'): string;
  /** A file in the core's own temporary folder (0700), removed when the core closes. */
  createTemporary(suggestedName: string): { token: FileToken; path: string };
  /** Removes the temporary files. */
  close(): Promise<void>;
}
