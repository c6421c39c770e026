import { basename } from 'node:path';
import { dialog, shell, type BrowserWindow, type FileFilter } from 'electron';
import { z } from 'zod';
import { FILE_PURPOSES, type FilePurpose, type PickedFile } from '../../../shared/contract/host.ts';
import { fileTokenSchema } from '../../../shared/kernel/ids.ts';
import type { CoreProcess } from './core-process.ts';

const purposeSchema = z.enum(FILE_PURPOSES);
/** The three calls a page may make, with what it may say in them. */
export const hostCallSchema = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('pickFile'), purpose: purposeSchema }),
  z.strictObject({ name: z.literal('pickSaveTarget'), purpose: purposeSchema, suggestedName: z.string().max(200) }),
  z.strictObject({ name: z.literal('deliverFile'), token: fileTokenSchema }),
]);
export type HostCall = z.input<typeof hostCallSchema>;

const PROJECT_FILES: FileFilter = { name: 'Landfall', extensions: ['landfall'] };
const FILTERS: Readonly<Partial<Record<FilePurpose, FileFilter[]>>> = {
  'project-open': [PROJECT_FILES],
  'project-save': [PROJECT_FILES],
  import: [{ name: 'CSV, XLSX', extensions: ['csv', 'xlsx'] }],
};

export interface HostCallOptions {
  readonly window: BrowserWindow;
  readonly core: Pick<CoreProcess, 'ask'>;
}

async function picked(core: HostCallOptions['core'], path: string | undefined, access: 'read' | 'write'): Promise<PickedFile | null> {
  if (!path) return null;
  return { token: fileTokenSchema.parse(await core.ask({ type: 'register', path, access })), name: basename(path) };
}

/** Native dialogs and the file manager. A page receives tokens and names, never paths, and can only name tokens. */
export async function answerHostCall(input: unknown, { window, core }: HostCallOptions): Promise<PickedFile | null> {
  const call = hostCallSchema.parse(input);
  if (call.name === 'deliverFile') {
    shell.showItemInFolder(await core.ask({ type: 'resolve', token: call.token }));
    return null;
  }
  const filters = FILTERS[call.purpose] ?? [];
  if (call.name === 'pickFile') {
    const { filePaths } = await dialog.showOpenDialog(window, { properties: ['openFile', 'showHiddenFiles'], filters });
    return picked(core, filePaths[0], call.purpose === 'project-open' ? 'write' : 'read');
  }
  const { filePath } = await dialog.showSaveDialog(window, { defaultPath: basename(call.suggestedName), filters });
  return picked(core, filePath || undefined, 'write');
}
