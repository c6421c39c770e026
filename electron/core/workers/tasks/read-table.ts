import { readTable } from '../../tabular/read-table.ts';
import type { RawTable } from '../../tabular/raw-table.ts';

/** Bytes of a stranger's file in, text cells out; in a worker, so a bad file costs a worker and not the core. */
export function readTableTask(input: { readonly bytes: Uint8Array; readonly sheet?: string | undefined }): Promise<RawTable> {
  return readTable(input.bytes, input.sheet);
}
