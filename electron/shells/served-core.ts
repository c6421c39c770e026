import type { Core } from '../core/app/index.ts';

/** What a transport needs of the core: methods and inputs go to `dispatch` as they came, so every transport refuses alike. */
export type ServedCore = Pick<Core, 'dispatch' | 'subscribe' | 'files'>;
