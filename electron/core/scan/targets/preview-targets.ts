import type { z } from 'zod';
import { AppError } from '../../../../shared/kernel/app-error.ts';
import type { scanContract, targetSourceSchema } from '../../../../shared/contract/scan.ts';
import { detectFormat } from './detect-format.ts';
import { mergeDrafts } from './merge-drafts.ts';
import { parseCsv } from './parse-csv.ts';
import { parseList } from './parse-list.ts';
import { readSshConfigTargets } from './read-ssh-config-targets.ts';

/** What one run can hold; see the contract of `scan.start`. */
const MAX_TARGETS = 20_000;
const SHOWN_REJECTS = 2000;

export interface TargetText {
  readonly text: string;
  readonly encoding: string;
}

export type TargetPreview = z.input<(typeof scanContract)['scan.previewTargets']['output']>;

/** Reads a list of targets in whatever form it comes. Throws `import.too_large` beyond what one run can hold. */
export function previewTargets(source: z.output<typeof targetSourceSchema>, { text: raw, encoding }: TargetText, homeDir: string): TargetPreview {
  const text = raw.replace(/^\ufeff/, '');
  const format = source.format === 'auto' ? detectFormat(text) : source.format;
  const list = format === 'csv' ? parseCsv(text) : format === 'list' ? parseList(text) : readSshConfigTargets(text, homeDir);
  const user = source.defaultUser?.trim();
  const { targets, duplicates } = mergeDrafts(list.drafts, { user: user === '' ? undefined : user, port: source.defaultPort });
  if (targets.length > MAX_TARGETS) throw new AppError('import.too_large', { limit: MAX_TARGETS, unit: 'targets' });
  return { targets, duplicates, rejected: list.rejected.slice(0, SHOWN_REJECTS), format, encoding };
}
