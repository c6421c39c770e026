import { useTranslation } from 'react-i18next';
import type { PagedRows } from '../../../api/use-paged-rows.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { useGo } from '../../../ui/use-go.ts';

export interface AssessmentPlaceholderProps {
  /** What the list is of: without systems a register is wanted, without servers a scan. */
  readonly of: 'systems' | 'servers';
  readonly rows: Pick<PagedRows<'assessment.listServers'>, 'error' | 'retry' | 'isLoading'>;
  readonly filtered: boolean;
  readonly onClear: () => void;
}

/** In the place of the rows: being read, not readable, filtered away, or nothing to assess yet. */
export function AssessmentPlaceholder({ of, rows, filtered, onClear }: AssessmentPlaceholderProps) {
  const { t } = useTranslation('assessment');
  const go = useGo();
  if (rows.error !== null) return <ErrorState error={rows.error} onRetry={rows.retry} />;
  if (rows.isLoading) return <LoadingState />;
  if (filtered) return <EmptyState title={t('emptyFilter.title')} action={<Button onClick={onClear}>{t('emptyFilter.action')}</Button>} />;
  const action = of === 'systems' ? <Button variant="primary" onClick={() => go('/systems')}>{t('empty.systems')}</Button> : <Button variant="primary" onClick={() => go('/scan', { view: 'new' })}>{t('empty.scan')}</Button>;
  return <EmptyState title={t('empty.title')} text={t('empty.text')} action={action} />;
}
