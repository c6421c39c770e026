import type {} from 'i18next';
import { chinese } from './chinese.ts';
import { english } from './english.ts';
import type { Language } from './language.ts';

/** Both catalogues, bundled: nothing is loaded at run time. */
export const resources = { 'zh-CN': chinese, en: english } satisfies Record<Language, object>;
export type Namespace = keyof typeof english;
export const NAMESPACES = Object.keys(english) as Namespace[];

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: typeof english;
    returnNull: false;
  }
}
