import type { settingsContract } from '../../../shared/contract/settings.ts';
import type { HandlersOf } from '../ports/handlers-of.ts';
import type { Settings, SettingsFile } from './settings-file.ts';

export { createSettingsFile } from './settings-file.ts';
export type { Settings, SettingsFile } from './settings-file.ts';

/** Preferences of the person at this machine. */
export function createSettingsFeature(file: SettingsFile): HandlersOf<typeof settingsContract> {
  return {
    'settings.get': () => ({ settings: file.read() }),
    'settings.save': async ({ settings }) => {
      // An absent key keeps its value; zod's partial gives `undefined` for it.
      const given = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined)) as Partial<Settings>;
      return { settings: await file.save(given) };
    },
  };
}
