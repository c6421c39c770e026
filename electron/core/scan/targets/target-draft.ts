import type { z } from 'zod';
import { AppError } from '../../../../shared/kernel/app-error.ts';
import type { rejectedLineSchema } from '../../../../shared/model/scan.ts';

export type RejectedLine = z.infer<typeof rejectedLineSchema>;
export type RejectReason = RejectedLine['reason'];

/** What one line says about one host, before defaults are filled in. */
export interface TargetDraft {
  readonly line: number;
  readonly host: string;
  readonly port?: number;
  readonly user?: string;
  readonly name?: string;
  readonly departmentName?: string;
  readonly tag?: string;
  readonly jump?: string;
  readonly identityFile?: string;
  /** Stands for a block that was listed, not for itself. */
  readonly fromBlock?: true;
}

/** What a reader of one format found, in the order of the lines. */
export interface DraftList {
  readonly drafts: TargetDraft[];
  readonly rejected: RejectedLine[];
}

const SHOWN_LENGTH = 200;

export function rejectLine(line: number, text: string, reason: RejectReason): RejectedLine {
  return { line, text: text.slice(0, SHOWN_LENGTH), reason };
}

/** Lines and expanded addresses one text may hold; a typing slip such as ten thousand /20 blocks must not fill the memory. */
const MAX_ENTRIES = 100_000;

/** Throws `import.too_large` once a list holds more than any estate needs. */
export function assertListSize(list: DraftList): void {
  if (list.drafts.length + list.rejected.length > MAX_ENTRIES) throw new AppError('import.too_large', { limit: MAX_ENTRIES });
}

type Said<Fields> = { readonly [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };

/** Leaves out what a line did not say, so that merging two lines never replaces a value by nothing. */
export function saidOnly<Fields extends object>(fields: Fields): Said<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')) as Said<Fields>;
}
