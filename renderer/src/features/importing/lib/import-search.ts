import { IMPORT_KINDS } from '../../../../../shared/contract/importing.ts';
import type { UrlState } from '../../../ui/use-url-state.ts';

export type ImportKind = (typeof IMPORT_KINDS)[number];

/** The register the wizard was opened for. */
export interface ImportSearch {
  readonly kind: ImportKind;
}

export const IMPORT_URL: UrlState<ImportSearch> = {
  read: (raw) => ({ kind: IMPORT_KINDS.find((kind) => kind === raw['kind']) ?? 'servers' }),
  write: ({ kind }) => ({ kind }),
};

/** Where the rows of a kind are shown. */
export const REGISTER_PATHS = { departments: '/departments', systems: '/systems', servers: '/inventory' } as const satisfies Record<ImportKind, string>;
