import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** The word for a field of a register; one without a word is shown by its key. */
export function useFieldName(): (key: string) => string {
  const { t, i18n } = useTranslation('fields');
  return useCallback((key) => (i18n.exists(`fields:${key}`) ? t(key as 'name') : key), [t, i18n]);
}
