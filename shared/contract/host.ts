import { z } from 'zod';
import { fileTokenSchema } from '../kernel/ids.ts';

/** What a shell can do for the renderer, told once at start; a missing power is refused with `host.unsupported`, never imitated. */
export const hostCapabilitiesSchema = z.object({
  shell: z.enum(['desktop', 'web']),
  /** Native dialogs for opening and saving; without them the renderer uses upload and download. */
  nativeDialogs: z.boolean(),
  revealFile: z.boolean(),
});
export type HostCapabilities = z.infer<typeof hostCapabilitiesSchema>;

export const pickedFileSchema = z.object({ token: fileTokenSchema, name: z.string() });
export type PickedFile = z.infer<typeof pickedFileSchema>;

export const FILE_PURPOSES = ['project-open', 'project-save', 'import', 'targets', 'identity', 'known-hosts', 'catalogue', 'export'] as const;
export type FilePurpose = (typeof FILE_PURPOSES)[number];

/** The host contract: one implementation per shell. */
export interface Host {
  readonly capabilities: HostCapabilities;
  /** A dialog (desktop) or a file chosen in the page and uploaded (web); null when the user gave up. */
  pickFile(purpose: FilePurpose): Promise<PickedFile | null>;
  /** Where to write; the web shell answers null because it downloads afterwards. */
  pickSaveTarget(purpose: FilePurpose, suggestedName: string): Promise<PickedFile | null>;
  /** Hands a finished export to the user: download (web) or show in folder (desktop). */
  deliverFile(token: string, fileName: string): Promise<void>;
}
