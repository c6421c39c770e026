import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { settingsSchema } from '../../../shared/contract/settings.ts';
import { createWriteQueue, writeFileAtomically } from '../files/index.ts';

export type Settings = z.infer<typeof settingsSchema>;

const DEFAULTS: Settings = { language: null, theme: 'system', density: 'compact', userName: '' };

export interface SettingsFile {
  read(): Settings;
  save(changes: Partial<Settings>): Promise<Settings>;
}

/** settings.json in the data folder; an unreadable or odd file means the defaults, never a failed start. */
export function createSettingsFile(dataDir: string): SettingsFile {
  const path = join(dataDir, 'settings.json');
  const inTurn = createWriteQueue();
  const read = (): Settings => {
    try {
      return settingsSchema.parse({ ...DEFAULTS, ...JSON.parse(readFileSync(path, 'utf8')) });
    } catch {
      return DEFAULTS;
    }
  };
  return {
    read,
    save: (changes) =>
      inTurn(async () => {
        const settings = settingsSchema.parse({ ...read(), ...changes });
        mkdirSync(dataDir, { recursive: true, mode: 0o700 });
        await writeFileAtomically(path, `${JSON.stringify(settings, null, 2)}\n`);
        return settings;
      }),
  };
}
