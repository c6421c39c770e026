import { useTranslation } from 'react-i18next';
import type { Language } from '../../../shared/i18n/language.ts';

/** The language on the screen, for the formatters of shared/i18n. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'zh-CN';
}
