import { useTranslation } from 'react-i18next';

/** The word for a scanned field; one without a word is shown as it is. */
export function useFieldName(): (field: string) => string {
  const { i18n } = useTranslation('fields');
  return (field) => (i18n.exists(`fields:${field}`) ? i18n.t(`fields:${field}` as 'fields:hostname') : field);
}
