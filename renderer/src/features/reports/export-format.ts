import type { OutputOf } from '../../../../shared/contract/contract.ts';

/** One kind of file the core can write. */
export type ExportFormat = OutputOf<'exporting.listFormats'>['formats'][number];
