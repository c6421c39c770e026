import { sealCopy } from '../../db/copy-database.ts';

/** Makes a backup copy one plain file, checked and on disk; runs in a worker. */
export function sealCopyTask({ path }: { readonly path: string }): void {
  sealCopy(path);
}
