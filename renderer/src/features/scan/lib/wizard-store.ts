import { createStore, type StoreApi } from 'zustand/vanilla';
import type { OutputOf } from '../../../../../shared/contract/contract.ts';
import type { FileToken } from '../../../../../shared/kernel/ids.ts';
import { NEW_ACCESS, type AccessDraft } from './access-draft.ts';

export const WIZARD_STEPS = ['targets', 'access', 'canary', 'script', 'start'] as const;
export type WizardStep = (typeof WIZARD_STEPS)[number];
export type TargetPreview = OutputOf<'scan.previewTargets'>;
export type TargetFormat = 'auto' | 'csv' | 'list' | 'ssh-config';

export interface TargetDraft {
  readonly format: TargetFormat;
  readonly text: string;
  readonly file: { readonly token: FileToken; readonly name: string } | null;
  readonly port: number | null;
}

export interface WizardState {
  readonly step: WizardStep;
  readonly targets: TargetDraft;
  readonly preview: TargetPreview | null;
  readonly access: AccessDraft;
  /** Index of the target that is tried first. */
  readonly canary: number;
  /** Departments whose servers wait, and whether the project's quiet hours count. */
  readonly timing: { readonly heldDepartments: readonly string[]; readonly ignoreQuietHours: boolean };
  readonly goTo: (step: WizardStep) => void;
  /** Any change makes the read list out of date. */
  readonly changeTargets: (changes: Partial<TargetDraft>) => void;
  readonly previewed: (preview: TargetPreview) => void;
  readonly changeAccess: (changes: Partial<AccessDraft>) => void;
  readonly changeTiming: (changes: Partial<WizardState['timing']>) => void;
  readonly chooseCanary: (index: number) => void;
  readonly restart: () => void;
}

const START = { step: 'targets', targets: { format: 'auto', text: '', file: null, port: 22 }, preview: null, access: NEW_ACCESS, canary: 0, timing: { heldDepartments: [], ignoreQuietHours: false } } as const satisfies Partial<WizardState>;

/** The draft of a scan; lost with the window, because it may hold a password. */
export function createWizardStore(): StoreApi<WizardState> {
  return createStore<WizardState>((set) => ({
    ...START,
    goTo: (step) => set({ step }),
    changeTargets: (changes) => set(({ targets }) => ({ targets: { ...targets, ...changes }, preview: null, canary: 0, timing: START.timing })),
    previewed: (preview) => set({ preview }),
    changeAccess: (changes) => set(({ access }) => ({ access: { ...access, ...changes } })),
    changeTiming: (changes) => set(({ timing }) => ({ timing: { ...timing, ...changes } })),
    chooseCanary: (canary) => set({ canary }),
    restart: () => set(START),
  }));
}
