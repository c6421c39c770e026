import { scanSettingsSchema, type ScanSettings } from '../../../../shared/model/scan.ts';
import { readDocument, writeDocument } from '../../db/document-store.ts';
import type { ProjectDatabase } from '../../db/index.ts';

const DEFAULT_SETTINGS: ScanSettings = { quietHours: [] };

/** How the project's scans behave. */
export function readScanSettings(database: ProjectDatabase): ScanSettings {
  return readDocument(database, 'scan-settings', scanSettingsSchema) ?? DEFAULT_SETTINGS;
}

export function saveScanSettings(database: ProjectDatabase, settings: ScanSettings, by: string): ScanSettings {
  database.edit({ action: 'scan.saveSettings', by, summary: { quietHours: settings.quietHours.length } }, () => writeDocument(database, 'scan-settings', settings));
  return settings;
}
