import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { i18nOptions } from '../../../shared/i18n/index.ts';
import { languageFor } from '../../../shared/i18n/language.ts';

/** Starts in the language of the browser; the person's own choice follows from the settings (see settings-effect.tsx). */
export function startI18n(): void {
  void i18next.use(initReactI18next).init(i18nOptions(languageFor(navigator.languages)));
}
