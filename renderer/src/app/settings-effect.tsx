import i18next from 'i18next';
import { useEffect } from 'react';
import { languageFor } from '../../../shared/i18n/language.ts';
import { useSettings } from './use-settings.ts';

/** Applies the chosen language to the whole window. */
export function SettingsEffect() {
  const { language } = useSettings();
  useEffect(() => {
    void i18next.changeLanguage(language ?? languageFor(navigator.languages));
  }, [language]);
  return null;
}
