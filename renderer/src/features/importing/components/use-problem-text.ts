import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRow } from '../lib/mapping.ts';
import { useFieldName } from './use-field-name.ts';

/** "vCPU: not a number". */
export function useProblemText(): (problem: ImportRow['problems'][number]) => string {
  const { t } = useTranslation('importing');
  const nameOf = useFieldName();
  return useCallback((problem) => t('preview.problem', { field: nameOf(problem.field), reason: t(`reason.${problem.reason}`) }), [t, nameOf]);
}
