import i18next, { type InitOptions, type i18n } from 'i18next';
import { LANGUAGES, type Language } from './language.ts';
import { NAMESPACES, resources } from './resources.ts';

/** Options every shell starts i18next with. Escaping is left to the place of rendering (React escapes by itself). */
export function i18nOptions(language: Language): InitOptions {
  return {
    lng: language,
    fallbackLng: 'en',
    supportedLngs: [...LANGUAGES],
    ns: NAMESPACES,
    defaultNS: 'app',
    resources,
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  };
}

/** A translator of its own for Node shells, exports and tests; no global state. */
export function createTranslations(language: Language): i18n {
  const instance = i18next.createInstance();
  void instance.init(i18nOptions(language));
  return instance;
}
