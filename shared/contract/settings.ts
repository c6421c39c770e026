import { z } from 'zod';
import { countSchema } from '../kernel/quantities.ts';
import { command, query } from './procedure.ts';
import { emptyInput } from './paging.ts';
import { languageSchema } from './exporting.ts';

/** Of the person, not of the project; kept in the application's data folder. */
export const settingsSchema = z.object({ language: languageSchema.nullable(), theme: z.enum(['light', 'dark', 'system']), density: z.enum(['compact', 'comfortable']), userName: z.string().trim().max(120) });

export const settingsContract = {
  'settings.get': query({ input: emptyInput, output: z.object({ settings: settingsSchema }), access: 'open', topics: ['settings'] }),
  'settings.save': command({ input: z.strictObject({ settings: settingsSchema.partial().strict() }), output: z.object({ settings: settingsSchema }), access: 'open', topics: ['settings'] }),
} as const;

const checkSchema = z.object({ name: z.enum(['node', 'sqlite', 'dataFolder', 'diskSpace', 'sshAgent', 'clock', 'project']), state: z.enum(['ok', 'warning', 'failed']), detail: z.record(z.string(), z.union([z.string(), z.number()])) });
export const diagnosticsContract = {
  'diagnostics.about': query({ input: emptyInput, output: z.object({ version: z.string(), contractVersion: countSchema, node: z.string(), sqlite: z.string(), platform: z.string(), shell: z.enum(['desktop', 'web', 'cli']), probeSha256: z.string() }), access: 'open' }),
  'diagnostics.examine': query({ input: emptyInput, output: z.object({ checks: z.array(checkSchema) }), access: 'open' }),
} as const;
